import Events
import Privacy
import Store

/// Tells people what is stored about them: files for each request below the folder that the command names.
struct DisclosureWork: RequestWork {
    func carryOut(
        _ tasks: [RequestTask], at site: RequestSite, showing key: borrowing PrivateHalf
    ) throws -> [Int: RequestOutcome] {
        let folder = try RequestFolder(site)
        let opener = VaultOpener.open(site.directory, by: key, site.officer)
        let holds = try Dictionary(uniqueKeysWithValues: site.store.catalog.holds().map { ($0.number, $0) })
        let retention = site.policy.options.retention
        let disclosure = Disclosure(
            environment: site.environment, store: site.store, policy: site.policy, calendar: site.calendar,
            heldUntil: { file in
                let kind = file.name.kind
                return kind == .order
                    ? file.pair.holdNumber.flatMap { holds[$0]?.until } : retention[kind].lastDay(for: file.name.day)
            }, corrections: DisclosedCorrections(site, opener))
        var outcomes: [Int: RequestOutcome] = [:]
        for task in tasks {
            let search = try SubjectSearch(
                Subject(task.identifiers, usesAddressesAlone: task.isSoleUser), store: site.store,
                directory: site.directory, opener: opener, environment: site.environment)
            let outcome = try disclosure.run(search, request: task.number, to: folder.path("request-\(task.number)"))
            outcomes[task.number] = DisclosureWork.outcome(outcome, site.policy, search.subject)
        }
        return outcomes
    }

    private static func outcome(
        _ disclosed: Disclosure.Outcome, _ policy: Policy, _ subject: Subject
    ) -> RequestOutcome {
        var outcome = RequestOutcome()
        let found = disclosed.found
        outcome[.lines] = found.days.reduce(0) { $0 + $1.lines }
        outcome[.rejects] = found.days.reduce(0) { $0 + $1.rejects }
        outcome[.held] = found.days.reduce(0) { $0 + $1.held.values.reduce(0, +) }
        outcome.add(days: found.days.filter { $0.count > 0 }.map(\.day))
        outcome.faults = Set(found.faults.map(\.file)).sorted().map { .init(file: $0) }
        if disclosed.restricted > 0, let days = range(found.days.filter { $0.lines > 0 }.map(\.day)) {
            outcome.stays.append(
                .init(.raw, .law, days: days, until: policy.options.retention[.raw].lastDay(for: days.upperBound)))
        }
        if let days = range(found.destroyed.map(\.day)) {
            outcome.stays.append(.init(.unattributable, .destroyed, days: days))
        }
        if let days = range(found.days.filter { $0.ties.contains(.shared) }.map(\.day)) {
            outcome.stays.append(.init(.sharedAddress, .shared, days: days))
        }
        return outcome
    }

    private static func range(_ days: [Day]) -> ClosedRange<Day>? {
        guard let first = days.min(), let last = days.max() else { return nil }
        return first...last
    }
}
