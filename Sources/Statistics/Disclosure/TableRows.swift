@_spi(DisclosureControl) import Releases

/// Writes a controlled table as it is printed.
struct TableRows {
    let table: ControlledTable
    let control: EpochControl

    private var definition: Definition { table.definition }

    /// The table, its rows in the order of what is told of them.
    ///
    /// Not in the order of what was counted: between two numbers that are told, one that is not would be bounded.
    var released: PublishedTable {
        let share = HiddenShare(of: table, in: control)
        let isListed = table.rows.map { $0.cells[0].sum > 0 || definition.isOfHours }
        let isClosed = definition.vocabulary == .closed
        var rows: [PublishedTable.Row] = []
        for group in ordered(table.groups) {
            let members = group.rows.filter { row in
                isListed[row] && (table.isShown(row) || isClosed && !table.isHeavyUse(row))
            }
            for row in ordered(members) { rows.append(printed(row)) }
            if !isClosed, let other = other(group) { rows.append(other) }
        }
        return PublishedTable(
            name: definition.name, epoch: control.counted.epoch,
            columns: definition.columns.map { .init(name: $0.name, unit: $0.unit) }, rows: rows,
            k: control.counted.threshold.visitors,
            hidesRows: table.rows.indices.contains { isListed[$0] && !table.isShown($0) }
                || share.total == .hidden && !definition.isTotals,
            hiddenPercent: definition.isTotals ? nil : share.percent,
            total: definition.isTotals ? .hidden : share.total)
    }

    private func printed(_ row: Int) -> PublishedTable.Row {
        let isShown = table.isShown(row) || definition.isTotals
        return PublishedTable.Row(
            labels: table.rows[row].labels, kind: table.isHeavyUse(row) ? .heavy : isShown ? .value : .hidden,
            values: definition.columns.map { isShown ? value($0.content, row) : .hidden })
    }

    private func value(_ content: Definition.Column.Content, _ row: Int) -> PublishedTable.Value {
        let counted = table.rows[row]
        switch content {
        case .visitors: return visitors(row)
        case .sum(let measure):
            guard let place = place(measure) else { return .hidden }
            return ReleasedNumber.value(counted.cells[place].sum, table.tellings[place][row], control.judge)
        case .ratio(let numerator, let denominator):
            guard let over = exact(denominator, row), over > 0, let sum = exact(numerator, row) else { return .hidden }
            return .ratio(sum, over: over)
        case .quantile(let quantity, let percent):
            guard exact(quantity.count, row) != nil || place(quantity.count) == nil else { return .hidden }
            return ReleasedQuantile(judge: control.judge).quantile(percent, of: counted.distribution(of: quantity))
        case .maximum(let quantity):
            return ReleasedQuantile(judge: control.judge).maximum(of: counted.distribution(of: quantity))
        }
    }

    /// The visitors of a row, unless 1 … k−1 people are not among them: the difference to all, or to those of a row
    /// that contains this one, would count those.
    private func visitors(_ row: Int) -> PublishedTable.Value {
        let count = table.rows[row].cells[0].visitors
        guard table.tellings[0][row] != .hidden else { return .hidden }
        if definition.isTotals || !control.judge.protections.contains(.absentees) { return .number(Int64(count)) }
        let wholes = control.visitors(containing: table.rows[row], of: definition)
        let isTold = wholes.allSatisfy { !(1..<control.counted.threshold.visitors).contains($0 - count) }
        return isTold ? .number(Int64(count)) : .hidden
    }

    /// The hidden rows of a group as one, as far as that may be told; nil if there are none or nothing of them is told.
    private func other(_ group: RowGroup) -> PublishedTable.Row? {
        let hidden = group.rows.filter { !table.isShown($0) && table.rows[$0].cells[0].sum > 0 }
        guard !hidden.isEmpty, group.tellsRemainder[0] else { return nil }
        let values = definition.columns.map { column -> PublishedTable.Value in
            guard case .sum(let measure) = column.content, let place = place(measure), group.tellsRemainder[place]
            else { return .hidden }
            return .number(hidden.reduce(0) { $0.addingSaturated(table.rows[$1].cells[place].sum) })
        }
        return PublishedTable.Row(labels: [group.label, "other"].compactMap(\.self), kind: .other, values: values)
    }

    private func place(_ measure: Measure) -> Int? { definition.measures.firstIndex(of: measure) }

    private func exact(_ measure: Measure, _ row: Int) -> Int64? {
        place(measure).flatMap { table.exact($0, row) }
    }
}

extension TableRows {
    /// Groups in the order of the rows that contain them.
    private func ordered(_ groups: [RowGroup]) -> [RowGroup] {
        guard groups.count > 1, let container = definition.relation.container.flatMap({ control.tables[$0] }) else {
            return groups
        }
        let numbers = container.rowNumbers
        func sum(_ group: RowGroup) -> Int64 {
            group.label.flatMap { numbers[$0] }.map { printedSum($0, in: container) } ?? 0
        }
        return groups.sorted { (sum($1), $0.label ?? "") < (sum($0), $1.label ?? "") }
    }

    /// Hours as they come; else what is told, the largest first, and then what is hidden.
    private func ordered(_ rows: [Int]) -> [Int] {
        if definition.isOfHours { return rows.sorted { table.rows[$0].label < table.rows[$1].label } }
        return rows.sorted {
            (table.isHeavyUse($0) ? 1 : 0, printedSum($1, in: table), table.rows[$0].label)
                < (table.isHeavyUse($1) ? 1 : 0, printedSum($0, in: table), table.rows[$1].label)
        }
    }

    private func printedSum(_ row: Int, in table: ControlledTable) -> Int64 {
        let sum = table.rows[row].cells[0].sum
        guard control.judge.protections.contains(.order) else { return sum }
        return switch table.tellings[0][row] {
        case .exact: sum
        case .bound: control.judge.lowerBound(of: sum)
        case .hidden: -1
        }
    }
}

extension Definition {
    /// Whether the rows are the hours of a day, which are all there.
    fileprivate var isOfHours: Bool { dimensions == [.hour] }
}

extension Relation {
    /// The table whose rows contain groups of rows, if there is one.
    var container: String? {
        switch self {
        case .children(let name), .flow(let name, _, _): name
        case .none, .own, .totals, .row, .within, .blocks, .selection: nil
        }
    }
}

extension CountedRow {
    func distribution(of quantity: Quantity) -> Distribution? {
        quantity == .requestDuration ? durations : viewing
    }
}
