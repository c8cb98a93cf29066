import Events
import Intake
import Privacy

/// On which days the addresses of subjects were theirs alone, and whatever else identified the only visitor there.
struct AddressTies {
    private static let columns: [(column: RawBatch.Text, kind: SubjectIdentifier.Kind)] = [
        (.user, .user), (.cookie, .cookie), (.device, .device), (.mac, .mac),
    ]

    private var ties: [Int: [SubjectIdentifier: Set<Day>]] = [:]
    /// The days on which lines with nothing but an address are not told to be the subject's, by the number of the request.
    private(set) var sharedDays: [Int: Set<Day>] = [:]
    /// How many lines of an address that only the subject uses bear identifiers that were seen elsewhere too on that day.
    private(set) var elsewhere: [Int: [Day: Int]] = [:]

    /// Looks through the sealed lines of the days for those tasks that name addresses.
    init(_ tasks: [RequestTask], _ rights: RightsRun, _ days: [Day]) throws {
        guard let first = days.first, let last = days.last else { return }
        for task in tasks {
            let subject = Subject(task.identifiers, usesAddressesAlone: task.isSoleUser)
            guard subject.needsJudgement else { continue }
            let search = try AddressTies.search(subject, rights)
            let listed = Set(subject.strong.flatMap { search.tagger.tags(of: $0) })
            var visitors: [Day: (identifiers: Set<SubjectIdentifier>, lines: Int)] = [:]
            let found = try search.run(first...last, in: [.raw]) { line in
                let identifiers = AddressTies.identifiers(of: line)
                // Lines that the subject's own identifiers tell need no other.
                guard let leading = identifiers.first, listed.isDisjoint(with: search.tagger.tags(of: leading)) else {
                    return
                }
                visitors[line.day, default: ([], 0)].identifiers.formUnion(identifiers)
                visitors[line.day]?.lines += 1
            }
            for day in found.days {
                for (address, tie) in zip(subject.addresses, day.ties) where !subject.usesAddressesAlone {
                    switch tie {
                    case .tied: ties[task.number, default: [:]][address, default: []].insert(day.day)
                    case .shared: sharedDays[task.number, default: []].insert(day.day)
                    case .unseen, .sole: break
                    }
                }
            }
            for (day, visitor) in visitors {
                if try AddressTies.isElsewhere(visitor.identifiers, than: subject.addresses, on: day, rights) {
                    elsewhere[task.number, default: [:]][day] = visitor.lines
                } else {
                    for identifier in visitor.identifiers {
                        ties[task.number, default: [:]][identifier, default: []].insert(day)
                    }
                }
            }
        }
    }

    /// For each identifier the days on which it was the subject's alone.
    func tiedDays(of task: RequestTask) -> [SubjectIdentifier: Set<Day>] { ties[task.number] ?? [:] }

    private static func search(_ subject: Subject, _ rights: RightsRun) throws -> SubjectSearch {
        try SubjectSearch(
            subject, store: rights.store, directory: rights.site.directory, opener: rights.opener,
            environment: rights.site.environment)
    }

    /// Whether somebody with one of the identifiers was seen with another address: then they do not tell the lines of these alone.
    private static func isElsewhere(
        _ identifiers: Set<SubjectIdentifier>, than addresses: [SubjectIdentifier], on day: Day, _ rights: RightsRun
    ) throws -> Bool {
        let search = try search(Subject(Array(identifiers)), rights)
        let here = Set(addresses.flatMap { search.tagger.tags(of: $0) })
        var isElsewhere = false
        let found = try search.run(day...day, in: [.raw]) { line in
            let client = line.row.flatMap { row in
                RecordField.text(.client).text(of: row.batch, row: row.number) { $0.copied }
            }
            let tags = client.map { search.tagger.tags(of: SubjectIdentifier(.address, $0)) } ?? []
            if here.isDisjoint(with: tags) { isElsewhere = true }
        }
        return isElsewhere || !found.faults.isEmpty
    }

    /// What identifies the visitor of a line, what comes first first.
    private static func identifiers(of line: SubjectLine) -> [SubjectIdentifier] {
        guard let (batch, row) = line.row else { return [] }
        return columns.compactMap { column, kind in
            RecordField.text(column).text(of: batch, row: row) { SubjectIdentifier(kind, $0.copied) }
        }
    }
}
