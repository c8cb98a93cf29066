public import Releases

/// One row of a table of a report.
public struct ReportRow: Hashable, Sendable {
    /// One per dimension, as they came from outside: whoever prints them escapes them.
    public let labels: [String]
    public let kind: PublishedTable.Row.Kind
    /// One per column.
    public let cells: [ReportCell]
    /// On how many days the row is shown.
    public let days: Int
    /// The leading column of these days over all rows, hidden ones included; nil if they do not tell it.
    public let total: Int64?
    /// The cells of the period before, where it is compared with and shows the row.
    public let previous: [ReportCell]?

    /// The label of the only, or of the second, dimension.
    public var label: String { labels[labels.count - 1] }

    /// How much of the total the leading cell is.
    public var share: Ratio? {
        guard let total, total > 0, case .number(let number) = cells.first?.value else { return nil }
        return Ratio(numerator: number, denominator: total)
    }

    /// How far the cell of a column is from that of the period before.
    public func change(_ column: Int) -> ReportChange? {
        previous.flatMap { cells[column].change(from: $0[column]) }
    }
}
