import Events

extension BinTable {
    /// Adds the values of a quantity that a batch's rows of the group's scope have.
    ///
    /// - Parameter group: of one dimension.
    mutating func count(
        _ quantity: Quantity, _ group: TableGroup, _ labels: RowLabels, _ rows: VisitorMajorRows, _ batch: EventBatch
    ) {
        let scope = group.scope.traits
        let durations = batch[.duration].values
        for place in 0..<rows.count where !rows.traits[place].isDisjoint(with: scope) {
            let traits = rows.traits[place]
            let value: Int64
            switch quantity {
            case .requestDuration:
                guard traits.contains(.timed) else { continue }
                value = durations[Int(rows.order[place])]
            case .visitDuration:
                guard traits.contains(.firstView) else { continue }
                value = rows.visits.visitTime[place]
            case .viewingTime:
                guard traits.contains(.step) else { continue }
                value = rows.visits.viewingTime[place]
            }
            guard let cell = group.table.cells.cell(labels[UInt32(truncatingIfNeeded: place)]) else { continue }
            add(value, to: cell, visitor: rows.visitors[place])
        }
    }
}
