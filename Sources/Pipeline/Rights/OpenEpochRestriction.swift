import Events
import Privacy
import Store

/// Has closing leave out what the epochs that are not closed hold already of people who are restricted from now on.
///
/// What was counted of days that are closed stays counted: for that a restriction is no reason. Where rows cannot be told from
/// others' they stay too, and the outcome says so.
struct OpenEpochRestriction {
    private let tasks: [RequestTask]
    private let rights: RightsRun

    private var catalog: Catalog { rights.catalog }

    init(_ tasks: [RequestTask], _ rights: RightsRun) {
        self.tasks = tasks
        self.rights = rights
    }

    func carryOut() throws -> [Int: RequestOutcome] {
        let epochs = try catalog.epochs([.open, .closing]).sorted()
        let days = Set(epochs.map(\.day)).sorted()
        var outcomes = Dictionary(uniqueKeysWithValues: tasks.map { ($0.number, RequestOutcome()) })
        guard !days.isEmpty else { return outcomes }
        try rights.recordLook(days)
        for task in tasks { try rights.restriction.restrictPresent(task, on: days) }
        rights.cover.forget()
        for epoch in epochs {
            guard let stay = try leaveOut(epoch) else { continue }
            for number in outcomes.keys { outcomes[number]?.stays.append(stay) }
        }
        for number in outcomes.keys {
            outcomes[number]?[.rows] = try catalog.rebuiltEpochs(forRequest: number).values.reduce(0, +)
        }
        return outcomes
    }

    /// - Returns: what stays of the epoch; nil if nothing of the subjects does.
    private func leaveOut(_ epoch: Epoch) throws -> RequestOutcome.Stay? {
        let day = epoch.day...epoch.day
        guard try !catalog.sealedFiles(.raw, of: epoch.day).isEmpty else {
            return RequestOutcome.Stay(.unattributable, .destroyed, days: day)
        }
        do {
            guard let found = try rights.openEpochs.find(epoch) else { return nil }
            // Rows of which not all are left out are not told as such.
            let rows = tasks.map { ($0.number, found.isWhole ? found.rows[$0.number] ?? 0 : 0) }
            try catalog.erase(
                found.pseudonyms, in: epoch, for: Dictionary(uniqueKeysWithValues: rows), isWhole: true)
            return found.isWhole ? nil : RequestOutcome.Stay(.events, .shared, days: day)
        } catch is RebuildRefusal {
            return RequestOutcome.Stay(.events, .damaged, days: day)
        }
    }
}
