import Events
import Privacy
import Store

extension ErasureRun {
    /// What came of it, also of what earlier runs have done.
    func outcomes(_ days: [Day], _ ties: AddressTies) throws -> [Int: RequestOutcome] {
        let stays = RightsStays(rights)
        let retention = rights.site.policy.options.retention
        let orders = try Dictionary(uniqueKeysWithValues: catalog.holds().map { ($0.number, $0.until) })
        var inputs = InputsLeft(store: store, environment: rights.site.environment, calendar: rights.site.calendar)
        var outcomes: [Int: RequestOutcome] = [:]
        for task in tasks {
            let found = lines[task.number] ?? [:]
            let rejected = rejects[task.number] ?? [:]
            let contested = (contested[task.number] ?? [:]).merging(
                ties.elsewhere[task.number] ?? [:], uniquingKeysWith: +)
            let removed = try catalog.removedLines(forRequest: task.number)
            let rebuilt = try catalog.rebuiltEpochs(forRequest: task.number)
            let waiting = Set(try catalog.waitingEpochs(forRequest: task.number).keys.map(\.day))
            let concerned = Set(found.keys).union(removed.keys).union(rebuilt.keys.map(\.day)).union(waiting)
            var outcome = RequestOutcome()
            outcome[.lines] = found.values.reduce(0, +) + removed.values.reduce(0, +)
            outcome[.rejects] = rejected.values.reduce(0, +)
            outcome[.rows] = rebuilt.values.reduce(0, +)
            outcome[.removed] = removed.values.reduce(0, +)
            let held = try held(task)
            outcome[.held] = held.reduce(0) { $0 + $1.count }
            outcome[.withheld] = contested.values.reduce(0, +)
            outcome.add(days: concerned.union(contested.keys))
            outcome.wait(for: waiting)
            if isLaw {
                outcome.stays +=
                    RightsStays.sealed(.raw, .law, retention[.raw], found.keys)
                    + RightsStays.sealed(.rejects, .law, retention[.rejects], rejected.keys)
            }
            outcome.stays += RightsStays.sealed(.othersLines, .others, retention[.raw], contested.keys)
            outcome.stays += RightsStays.held(held, retention, orders)
            outcome.stays += RightsStays.ranges(ties.sharedDays[task.number] ?? []).map {
                .init(.sharedAddress, .shared, days: $0)
            }
            outcome.stays += refusals(concerned)
            outcome.stays += try stays.unattributable(beside: days) + stays.released(concerned)
            outcome.inputs = Set(try concerned.union(contested.keys).flatMap { try inputs.paths(of: $0) }).sorted()
            outcomes[task.number] = outcome
        }
        return outcomes
    }

    /// What holds keep of a subject: they stay, for what a statute or an order asks of them is not the subject's to end.
    private func held(_ task: RequestTask) throws -> [SubjectFindings.FoundDay] {
        let subject = Subject(task.identifiers, usesAddressesAlone: task.isSoleUser)
        guard try SubjectSearch.held.contains(where: { try !catalog.sealedDays($0).isEmpty }), !subject.needsProof
        else {
            return []
        }
        let search = try SubjectSearch(
            subject, store: store, directory: rights.site.directory, opener: rights.opener,
            environment: rights.site.environment)
        return try search.run(in: SubjectSearch.held) { _ in }.days.filter { $0.count > 0 }
    }

    private func refusals(_ concerned: Set<Day>) -> [RequestOutcome.Stay] {
        let epochs = Dictionary(refusedEpochs.map { ($0.key.day, $0.value) }) { first, _ in first }
        let events = epochs.filter { concerned.contains($0.key) }.merging(refusedDays) { $1 }
        return RightsStays.refused(.events, events)
            + RightsStays.refused(.raw, refusedDays.merging(refusedResealing) { $1 })
    }
}
