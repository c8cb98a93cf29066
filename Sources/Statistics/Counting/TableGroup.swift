import Events

/// The tables whose rows are the same: they are counted together, as the cells of one table with all of their measures.
struct TableGroup {
    private let first: Definition
    private(set) var measures: [Measure]
    private(set) var quantities: [Quantity]
    var table: CellTable

    /// - Parameter definitions: of one scope and of the same dimensions.
    init(_ definitions: [Definition], threshold: Threshold, seed: UInt64) {
        first = definitions[0]
        measures = []
        for measure in definitions.flatMap({ $0.measures + $0.guards + $0.quantities.map(\.count) })
        where !measures.contains(measure) {
            measures.append(measure)
        }
        quantities = Quantity.allCases.filter { quantity in
            definitions.contains { $0.quantities.contains(quantity) }
        }
        table = CellTable(dimensions: first.dimensions.count, width: measures.count, threshold: threshold, seed: seed)
    }

    var scope: Scope { first.scope }
    var dimensions: [Dimension] { first.dimensions }
    private var needsValue: Bool { first.needsValue }

    /// Whether the group has the rows of `definition`.
    func holds(_ definition: Definition) -> Bool { first.hasRows(of: definition) }

    func column(of measure: Measure) -> Int? {
        measures.firstIndex(of: measure)
    }
}

extension TableGroup {
    /// Adds what `rows` contribute to the cells of their labels.
    ///
    /// - Parameters:
    ///   - labels: one per dimension.
    ///   - noValue: the label, in the last dimension, of rows without a value.
    mutating func count(_ rows: ScopeRows, labels: [RowLabels], noValue: UInt32) {
        let columns = measures.map { measure in
            let addends = measure.addends(in: scope)
            return (plus: rows.column(of: addends.plus), minus: rows.column(of: addends.minus))
        }
        let group = labels.count == 2 ? labels[0] : nil
        let last = labels[labels.count - 1]
        let isOne = last.areEqual && (group?.areEqual ?? true)
        for stretch in rows.stretches {
            var start = stretch.range.lowerBound
            while start < stretch.range.upperBound {
                let place = rows.places[start]
                let label = last[place]
                let first = group?[place] ?? 0
                var end = start + 1
                if rows.isHuge {
                    // One row at a time.
                } else if isOne {
                    end = stretch.range.upperBound
                } else {
                    while end < stretch.range.upperBound, last[rows.places[end]] == label,
                        group == nil || group?[rows.places[end]] == first
                    {
                        end += 1
                    }
                }
                if !needsValue || label != noValue {
                    let cell = group == nil ? table.cells.number(of: label) : table.cells.number(of: first, label)
                    table.makeRoom()
                    for (measure, column) in columns.enumerated() {
                        let amount = rows.sum(column.plus, start..<end) &- rows.sum(column.minus, start..<end)
                        if amount > 0 {
                            table.add(amount, measure, of: cell, visitor: stretch.visitor, network: stretch.network)
                        }
                    }
                }
                start = end
            }
        }
    }

    /// Counts each visitor once, at the label of its rows, with all of its networks.
    mutating func countVisitors(_ rows: ScopeRows, labels: RowLabels) {
        var latest = absentIndex
        for stretch in rows.stretches where stretch.visitor != absentIndex {
            let cell = table.cells.number(of: labels[rows.places[stretch.range.lowerBound]])
            table.makeRoom()
            for measure in measures.indices {
                table.add(
                    stretch.visitor == latest ? 0 : 1, measure, of: cell, visitor: stretch.visitor,
                    network: stretch.network)
            }
            latest = stretch.visitor
        }
    }
}
