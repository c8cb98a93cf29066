public import Events
public import Privacy
import Store

/// Goes through sealed lines day by day for those of a subject: the vault, the rejects and the holds.
///
/// Where the subject has an address, a day's lines are read twice: first to judge whether the address was the subject's alone
/// (``AddressTie``), then to hand them out. Of a day whose raw lines are
/// gone nothing is judged by what holds have kept of it, which may be the half that fits.
///
/// Memory is needed for the lines of one frame, whatever the length of a day.
public final class SubjectSearch {
    private let environment: JobEnvironment
    let store: Store
    private let directory: KeyDirectory
    let opener: VaultOpener
    let subject: Subject
    let tagger: SubjectTagger
    let rows: SubjectRows
    let text: SubjectText?

    /// - Parameter key: the officer's; its file is read once.
    /// - Throws: ``OfficerError`` if the key is no officer's, ``KeyDirectoryError``, ``JobError``, ``StoreError``.
    public convenience init(_ subject: Subject, showing key: OfficerKeyFile, environment: JobEnvironment) throws {
        let (store, directory) = try environment.openBoth(create: false)
        try self.init(
            subject, store: store, directory: directory, opener: .open(directory, showing: key),
            environment: environment)
    }

    init(
        _ subject: Subject, store: Store, directory: KeyDirectory, opener: VaultOpener, environment: JobEnvironment
    ) throws {
        self.subject = subject
        self.store = store
        self.directory = directory
        self.opener = opener
        self.environment = environment
        tagger = try environment.subjectTagger(store, directory)
        rows = SubjectRows(subject, tagger)
        text = SubjectText(subject.identifiers)
    }

    /// Counts the subject's lines.
    ///
    /// - Parameter range: the days to look at; nil for all.
    public func run(_ range: ClosedRange<Day>? = nil) throws -> SubjectFindings { try run(range) { _ in } }

    /// Hands out the subject's lines, day by day: those of the vault, then rejects, then what holds keep.
    ///
    /// That the officer looks is put on record before the first line is opened.
    ///
    /// - Parameters:
    ///   - range: the days to look at; nil for all.
    ///   - kinds: where to look.
    ///   - ending: is told of each day that has sealed lines, behind the lines of it that are the subject's.
    func run(
        _ range: ClosedRange<Day>? = nil, in kinds: [RetentionClass] = SubjectSearch.kinds,
        _ body: (SubjectLine) throws -> Void, ending: (SubjectFindings.FoundDay) throws -> Void = { _ in }
    ) throws -> SubjectFindings {
        try store.recover()
        func isAsked(_ day: Day) -> Bool { range?.contains(day) ?? true }
        let days = try Set(kinds.flatMap { try store.catalog.sealedDays($0) }).filter(isAsked).sorted()
        try environment.audit(directory).append(
            .vaultRead,
            [.officer(opener.officer), .count(.days, days.count)]
                + [days.first.map { .day(.from, $0) }, days.last.map { .day(.to, $0) }].compactMap(\.self))
        var findings = SubjectFindings()
        findings.destroyed = try [true, false].flatMap { try store.catalog.markedDays(isFinished: $0) }
            .filter { isAsked($0.day) }.sorted { $0.day < $1.day }
        for day in days {
            let search = try SubjectDaySearch(day, kinds, self)
            try search.run(body)
            findings.days.append(search.found)
            try ending(search.found)
            findings.faults += search.faults
        }
        return findings
    }

    /// What the people are known by whose objections these are.
    func objectors(_ objections: [Objection]) throws -> [SubjectIdentifier] {
        let requests = try Requests(environment: environment)
        return try opener.lend { try requests.objectors(objections, by: $0) }
    }

    /// Where sealed lines are.
    static let kinds: [RetentionClass] = RetentionClass.dayLines + held

    /// Where holds keep lines.
    static let held: [RetentionClass] = [.misuse, .illegal, .order]
}
