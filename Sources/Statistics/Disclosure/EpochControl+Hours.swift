extension EpochControl {
    /// The rows of a day's hours: three hours become one block where one of them cannot be told alone.
    func hourly(_ table: CountedTable) -> CountedTable {
        let name = table.definition.name
        guard
            let blocks = counted.tables.first(where: { blocks in
                if case .blocks(name) = blocks.definition.relation { true } else { false }
            })
        else { return table }
        let single = ControlledTable(HeavyUse(none: table), judge: judge) { _ in false }
        let hours = single.rowNumbers
        var rows: [CountedRow] = []
        for (number, block) in blocks.rows.sorted(by: { $0.label < $1.label }).enumerated() {
            let first = Int(block.label.prefix(2)) ?? number * 3
            let parts = (first..<min(first + 3, HourLabel.hours.count)).compactMap { hours[HourLabel.hours[$0]] }
            if parts.allSatisfy({ single.isShown($0) }) {
                rows.append(contentsOf: parts.map { table.rows[$0] })
            } else {
                rows.append(block)
            }
        }
        return CountedTable(definition: table.definition, rows: rows)
    }
}
