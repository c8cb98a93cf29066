import Releases

/// One table summed over several days.
///
/// A row that some days hide is the sum over the days that show it. Visitors are an average over the days that tell
/// them, as one person may come on all days; those of supplements do not count, as they may be people of the day
/// itself. Quantiles are never summed: the days' bins give a range.
///
/// Only what is asked for is added up: one column to order the rows by, and whole rows once they are chosen.
struct TableSum {
    struct Row {
        let labels: [String]
        /// Values and hidden values are the same rows on other days.
        let kind: PublishedTable.Row.Kind
        let cells: [ReportCell]
        /// On how many days it is shown.
        let days: Int
        /// What the leading values are shares of; nil where a day that shows the row does not tell it.
        let total: Int64?
        var isShown: Bool { days > 0 }
    }

    let layout: TableLayout
    let columns: [ReportColumn]
    let total: CellSum
    /// Whether every table tells its total exactly.
    let tellsTotal: Bool
    let hidesRows: Bool
    let hiddenPercent: Int?
    let k: Int
    let dayCount: Int
    let shownDays: Int
    let notes: [String]
    private let parts: [TableSumPart]
    private let numbers: RowNumbers

    /// - Parameters:
    ///   - tables: those of one name, in order of their days; not empty.
    ///   - shownDays: how many days show anything, this table or others.
    init(_ tables: [PublishedTable], layout: TableLayout, among shownDays: Int) {
        self.layout = layout
        self.shownDays = shownDays
        let columns = TableSum.columns(of: tables)
        self.columns = columns
        hidesRows = tables.contains(where: \.hidesRows)
        hiddenPercent = TableSum.hiddenPercent(of: tables)
        k = tables.map(\.k).max() ?? 0
        notes = tables.map(\.note).reduce(into: []) { if !$1.isEmpty, !$0.contains($1) { $0.append($1) } }
        dayCount = Set(tables.map(\.date)).count
        let labelling = RowLabelling(layout, tables)
        var numbers = RowNumbers(capacity: tables.map(\.releasedRows.count).max() ?? 0)
        var total = CellSum()
        var day = -1
        var date: ReleasedDate?
        parts = tables.map { table in
            if table.date != date { day += 1 }
            date = table.date
            total.add(table.total, day: day)
            return TableSumPart(table, day: day, columns: columns, labelling, &numbers)
        }
        self.total = total
        tellsTotal = parts.allSatisfy { $0.total != nil }
        self.numbers = numbers
    }

    /// How many rows there are; each has a number below.
    var count: Int { numbers.count }

    func kind(of row: Int) -> PublishedTable.Row.Kind { numbers.kind(of: row) }

    func labels(of row: Int) -> [String] { numbers.labels(of: row) }

    /// The number of a row.
    func row(_ labels: [String], _ kind: PublishedTable.Row.Kind) -> Int? { numbers.find(labels, kind) }

    /// What the rows are ordered by, for each of them.
    func weights(of column: Int) -> [Int64] {
        var sums = Array(repeating: CellSum(), count: count)
        for part in parts { part.add(column, to: &sums) }
        return sums.map { $0.cell(columns[column].combination).weight }
    }

    /// The rows of these numbers, in their order; each figure of the totals says itself of how many days it is.
    func rows(_ wanted: [Int]) -> [Row] {
        let isTotals = layout.name == TableLayout.totals
        var places = Array(repeating: -1, count: count)
        for (place, row) in wanted.enumerated() { places[row] = place }
        var sums = Array(repeating: RowSum(columnCount: columns.count), count: wanted.count)
        for (number, part) in parts.enumerated() { part.add(to: &sums, places, part: number) }
        return zip(wanted, sums).map { row, sum in
            Row(
                labels: labels(of: row), kind: kind(of: row),
                cells: zip(sum.cells, columns).map { $0.cell($1.combination, of: isTotals ? 0 : sum.days) },
                days: sum.days, total: sum.total)
        }
    }

    /// The columns of all tables, those of the newest first.
    private static func columns(of tables: [PublishedTable]) -> [ReportColumn] {
        var columns: [PublishedTable.Column] = []
        for table in tables.reversed() where table.columns != columns {
            for column in table.columns where !columns.contains(where: { $0.name == column.name }) {
                columns.append(column)
            }
        }
        return columns.map { column in
            ReportColumn(
                column,
                holdsBins: tables.contains { table in
                    table.column(column.name).map(table.releasedRows.holdsBins) ?? false
                })
        }
    }

    /// Of all days together, where all of them tell it and their totals; as rough as theirs.
    private static func hiddenPercent(of tables: [PublishedTable]) -> Int? {
        guard tables.count > 1 else { return tables.first?.hiddenPercent }
        var hidden: Int64 = 0
        var whole: Int64 = 0
        for table in tables {
            guard let percent = table.hiddenPercent, case .number(let total) = table.total else { return nil }
            let (part, overflow) = total.multipliedReportingOverflow(by: Int64(percent))
            guard !overflow else { return nil }
            hidden = hidden.adding(part)
            whole = whole.adding(total)
        }
        return Int(Ratio(numerator: hidden, denominator: whole).scaled(by: 1) + 5) / 10 * 10
    }
}
