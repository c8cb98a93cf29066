import Events
import Privacy

/// On which days the addresses of subjects were theirs alone.
struct AddressTies {
    private var ties: [Int: [SubjectIdentifier: Set<Day>]] = [:]
    /// The days on which an address was seen and is not told to be the subject's, by the number of the request.
    private(set) var sharedDays: [Int: Set<Day>] = [:]

    /// Looks through the sealed lines of the days for those tasks that name addresses.
    init(_ tasks: [RequestTask], _ rights: RightsRun, _ days: [Day]) throws {
        guard let first = days.first, let last = days.last else { return }
        for task in tasks {
            let subject = Subject(task.identifiers, usesAddressesAlone: task.isSoleUser)
            guard subject.needsJudgement else { continue }
            let search = try SubjectSearch(
                subject, store: rights.store, directory: rights.site.directory, opener: rights.opener,
                environment: rights.site.environment)
            let found = try search.run(first...last, in: [.raw]) { _ in }
            for day in found.days {
                for (address, tie) in zip(subject.addresses, day.ties) {
                    switch tie {
                    case .tied: ties[task.number, default: [:]][address, default: []].insert(day.day)
                    case .shared: sharedDays[task.number, default: []].insert(day.day)
                    case .unseen: break
                    }
                }
            }
        }
    }

    func tiedDays(of task: RequestTask) -> [SubjectIdentifier: Set<Day>] { ties[task.number] ?? [:] }
}
