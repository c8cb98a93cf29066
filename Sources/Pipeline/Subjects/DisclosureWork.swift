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
            outcomes[task.number] = DisclosureWork.outcome(outcome, site.policy, holds.mapValues(\.until))
        }
        return outcomes
    }

    /// - Parameter orders: until when holds of orders are kept, by number.
    private static func outcome(
        _ disclosed: Disclosure.Outcome, _ policy: Policy, _ orders: [Int: Day?]
    ) -> RequestOutcome {
        var outcome = RequestOutcome()
        let found = disclosed.found
        outcome[.lines] = found.days.reduce(0) { $0 + $1.lines }
        outcome[.rejects] = found.days.reduce(0) { $0 + $1.rejects }
        outcome[.held] = found.days.reduce(0) { $0 + $1.held.values.reduce(0, +) }
        outcome[.shown] = disclosed.shown
        outcome[.locked] = disclosed.restricted
        outcome[.withheld] = disclosed.withheld
        outcome.add(days: disclosed.days.filter { $0.found.count > 0 || $0.others > 0 }.map(\.day))
        outcome.faults = Set(found.faults.map(\.file)).sorted().map { .init(file: $0) }
        let retention = policy.options.retention
        for (place, kept, kind) in [
            (DisclosedLine.Place.lines, RequestOutcome.Kept.raw, RetentionClass.raw), (.rejected, .rejects, .rejects),
        ] {
            let days = disclosed.days.filter { $0.locked.keys.contains { $0.place == place } }.map(\.day)
            outcome.stays += RightsStays.sealed(kept, .law, retention[kind], days)
        }
        outcome.stays += RightsStays.held(found.days, retention, orders)
        outcome.stays += RightsStays.ranges(Set(found.destroyed.map(\.day))).map {
            .init(.unattributable, .destroyed, days: $0)
        }
        outcome.stays += RightsStays.ranges(Set(found.days.filter { $0.ties.contains(.shared) }.map(\.day))).map {
            .init(.sharedAddress, .shared, days: $0)
        }
        return outcome
    }
}
