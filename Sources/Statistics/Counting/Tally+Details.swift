public import Events

extension Tally {
    /// Ends the first pass.
    public mutating func beginDetails() {
        precondition(details == nil, "the first pass ends once")
        var details = Details()
        let steps = definitions.filter { $0.scope == .steps && $0.isCounted }
        if !steps.isEmpty { details.steps = TableGroup(steps, threshold: threshold, seed: seed) }
        for (place, group) in groups.enumerated() {
            for quantity in group.quantities {
                guard let measure = group.column(of: quantity.count) else { continue }
                let table = BinTable(of: group.table, counting: measure)
                if !table.isEmpty { details.bins.append((place, quantity, table)) }
            }
        }
        self.details = details
        visitorCount = 0
    }

    /// Counts a batch for the second time.
    public mutating func countDetails(_ batch: EventBatch) {
        guard var details else { preconditionFailure("the first pass is not over") }
        // Taken out so that it is changed in place and not copied.
        self.details = nil
        let rows = take(batch)
        let labeller = RowLabeller(batch: batch, rows: rows, day: nil)
        for index in details.bins.indices {
            let group = groups[details.bins[index].group]
            let labels = self.labels(group.dimensions[0], labeller)
            details.bins[index].table.count(details.bins[index].quantity, group, labels, rows, batch)
        }
        if details.steps != nil {
            let paths = labels(.text(.path), labeller)
            let next = labels(.nextPath, labeller)
            details.steps?.countSteps(rows, from: paths, to: next, filter: filter, rare: space(of: .nextPath).rare)
        }
        self.details = details
    }
}
