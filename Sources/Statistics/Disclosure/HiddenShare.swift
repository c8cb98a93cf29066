@_spi(DisclosureControl) import Releases

/// How much of a table's leading column is not told singly.
struct HiddenShare {
    /// The sum over all rows; hidden where it is not known.
    let total: PublishedTable.Value
    /// In steps of ten per cent; nil where that would tell more than the rows and the total do.
    let percent: Int?

    init(of table: ControlledTable, in control: EpochControl) {
        total = HiddenShare.total(of: table, in: control)
        guard case .number(let total) = total, total > 0, table.tellings[0].allSatisfy({ $0 != .bound }) else {
            percent = nil
            return
        }
        // What is hidden is the total less what is told: enough people stand behind it where the total is known.
        let told = table.rows.indices.filter { table.isShown($0) }
            .reduce(Int64(0)) { $0.addingSaturated(table.rows[$1].cells[0].sum) }
        percent = Int((Double(total - told) / Double(total) * 10).rounded()) * 10
    }

    private static func total(of table: ControlledTable, in control: EpochControl) -> PublishedTable.Value {
        switch table.definition.relation {
        case .children(let name):
            return control.tables[name].map { total(of: $0, in: control) } ?? .hidden
        case .flow:
            guard control.knownTotal(.laterViews) == .exact else { return .hidden }
            return .number(control.total(.laterViews)?.sum ?? 0)
        default:
            let group = table.groups[0]
            let sum = table.rows.reduce(Int64(0)) { $0.addingSaturated($1.cells[0].sum) }
            return switch group.totals[0] {
            case .exact: .number(sum)
            case .bound: .atLeast(control.judge.lowerBound(of: sum))
            case .unknown: group.tellsRemainder[0] ? .number(sum) : .hidden
            case .withheld: .hidden
            }
        }
    }
}
