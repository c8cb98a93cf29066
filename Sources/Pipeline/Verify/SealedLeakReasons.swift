import Events
import Privacy
import Store

/// Tells why identifiers still stand in sealed files.
final class SealedLeakReasons {
    private let retention: Retention
    private let holds: [Int: Hold]
    /// The days on which requests ended.
    private let ended: [Int: Day]
    private let objections: [Objection]
    private let objectors: [SubjectIdentifier]
    private let tagger: SubjectTagger
    private var parser = FrameParser()
    /// What of the day that was asked for last is restricted, and what of it should not be there any more.
    private var sights: (day: Day, restricted: VaultSight, erased: VaultSight)?

    init(_ environment: JobEnvironment, _ store: Store, _ directory: KeyDirectory, _ opener: VaultOpener) throws {
        retention = try environment.ruling(in: store, keys: directory).policy.options.retention
        holds = try Dictionary(uniqueKeysWithValues: store.catalog.holds().map { ($0.number, $0) })
        let requests = try Requests(environment: environment)
        ended = try Dictionary(
            uniqueKeysWithValues: requests.list().compactMap { record in
                record.ended.map { (record.number, requests.day(of: $0)) }
            })
        let objections = try store.catalog.objections(at: store.catalog.objectionRevision())
        self.objections = objections
        objectors = try objections.isEmpty ? [] : opener.lend { try requests.objectors(objections, by: $0) }
        tagger = try environment.subjectTagger(store, directory)
    }

    /// Why it stands in each of some lines of a file.
    ///
    /// - Parameter frame: that holds the lines.
    func reasons(of file: SealedFile, _ frame: LineFrame) throws -> (_ position: Int) -> SealedLeakReason {
        let until = until(file)
        switch file.name.kind {
        case .raw, .rejects: break
        case .misuse, .illegal, .order:
            return { _ in .held(file.name.kind, hold: file.pair.holdNumber ?? 0, until: until) }
        default: return { _ in .document(until: until) }
        }
        guard !objections.isEmpty else { return { _ in .lines(until: until) } }
        if sights?.day != file.name.day { sights = sights(of: file.name.day) }
        let isOfRejects = file.name.kind == .rejects
        let erased =
            try retention.basis == .own ? sights?.erased.hidden(frame, isOfRejects: isOfRejects, &parser) ?? [] : []
        let restricted = try sights?.restricted.hidden(frame, isOfRejects: isOfRejects, &parser) ?? []
        return { position in
            if erased.contains(where: { $0.contains(position) }) { return .overdue }
            return restricted.contains { $0.contains(position) } ? .restricted(until: until) : .lines(until: until)
        }
    }

    private func sights(of day: Day) -> (day: Day, restricted: VaultSight, erased: VaultSight) {
        let erased = objections.filter { $0.since == 0 }
        return (
            day, VaultSight(day, RestrictedRows(objections, tagger)) { [objectors] in objectors },
            VaultSight(day, RestrictedRows(erased, tagger, isOwnAlone: true)) { [objectors] in
                erased.isEmpty ? [] : objectors
            }
        )
    }

    /// The last day on which a file is there.
    private func until(_ file: SealedFile) -> Day? {
        switch (file.name.kind, file.pair) {
        case (.order, .hold(let number, _)): holds[number]?.until
        case (.requests, .request(let number)): ended[number].flatMap { retention[.requests].lastDay(for: $0) }
        case (.requests, _): nil
        case (.corrections, _): retention[.raw].lastDay(for: file.name.day)
        default: retention[file.name.kind].lastDay(for: file.name.day)
        }
    }
}
