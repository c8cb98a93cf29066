extension CountedTable {
    /// The place of a measure's or a guard's cell in the rows.
    func place(of measure: Measure) -> Int? {
        definition.measures.firstIndex(of: measure)
            ?? definition.guards.firstIndex(of: measure).map { definition.measures.count + $0 }
    }

    /// The rows by the containing row, in the order of their first labels; one group where there is none.
    var groups: [RowGroup] {
        func group(_ label: String?, _ rows: [Int]) -> RowGroup {
            RowGroup(
                label: label, rows: rows, totals: definition.measures.map { _ in .unknown },
                tellsRemainder: definition.measures.map { _ in false })
        }
        guard definition.dimensions.count == 2 else { return [group(nil, Array(rows.indices))] }
        return Dictionary(grouping: rows.indices) { rows[$0].labels[0] }
            .sorted { $0.key < $1.key }
            .map { group($0.key, $0.value) }
    }
}

extension CountedRow {
    /// The value of the only, or of the second, dimension.
    var label: String { labels[labels.count - 1] }
}

extension Definition {
    /// Whether the table is the one row of an epoch's totals.
    var isTotals: Bool { dimensions == [.all] }
}
