import Events
import Privacy
import Store

extension ErasureRun {
    /// What came of it, also of what earlier runs have done.
    func outcomes(_ days: [Day], _ ties: AddressTies) throws -> [Int: RequestOutcome] {
        let stays = RightsStays(rights)
        var inputs = InputsLeft(store: store, environment: rights.site.environment, calendar: rights.site.calendar)
        var outcomes: [Int: RequestOutcome] = [:]
        for task in tasks {
            let found = lines[task.number] ?? [:]
            let rejected = rejects[task.number] ?? [:]
            let removed = try catalog.removedLines(forRequest: task.number)
            let rebuilt = try catalog.rebuiltEpochs(forRequest: task.number)
            let waiting = Set(try catalog.waitingEpochs(forRequest: task.number).keys.map(\.day))
            let concerned = Set(found.keys).union(removed.keys).union(rebuilt.keys.map(\.day)).union(waiting)
            var outcome = RequestOutcome()
            outcome[.lines] = found.values.reduce(0, +) + removed.values.reduce(0, +)
            outcome[.rejects] = rejected.values.reduce(0, +)
            outcome[.rows] = rebuilt.values.reduce(0, +)
            outcome[.removed] = removed.values.reduce(0, +)
            outcome.add(days: concerned)
            outcome.wait(for: waiting)
            if isLaw {
                outcome.stays += stays.sealed(.raw, .raw, found.keys) + stays.sealed(.rejects, .rejects, rejected.keys)
            }
            outcome.stays += RightsStays.ranges(ties.sharedDays[task.number] ?? []).map {
                .init(.sharedAddress, .shared, days: $0)
            }
            outcome.stays += refusals(concerned)
            outcome.stays += try stays.unattributable(beside: days) + stays.released(concerned)
            outcome.inputs = Set(try concerned.flatMap { try inputs.paths(of: $0) }).sorted()
            outcomes[task.number] = outcome
        }
        return outcomes
    }

    private func refusals(_ concerned: Set<Day>) -> [RequestOutcome.Stay] {
        let events = Set(refusedEpochs.keys.map(\.day)).intersection(concerned)
        return RightsStays.ranges(events).map { .init(.events, .damaged, days: $0) }
            + RightsStays.ranges(Set(refusedDays.keys)).map { .init(.raw, .damaged, days: $0) }
    }
}
