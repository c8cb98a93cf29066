import Releases

/// One table summed over several days.
///
/// A row that some days hide is the sum over the days that show it. Visitors are an average over the days that tell
/// them, as one person may come on all days; those of supplements do not count, as they may be people of the day
/// itself. Quantiles are never summed: the days' bins give a range.
struct TableSum {
    struct Key: Hashable {
        let labels: [String]
        /// Values and hidden values are the same rows on other days.
        let kind: PublishedTable.Row.Kind
    }

    struct Row {
        let key: Key
        var cells: [CellSum]
        var days = 0
        /// What the leading values are shares of, on the days that tell them.
        var total: Int64? = 0
        fileprivate var lastDay = -1
        fileprivate var lastTable = -1
        var isShown: Bool { days > 0 }
    }

    let layout: TableLayout
    let columns: [ReportColumn]
    private(set) var rows: [Row] = []
    private(set) var places: [Key: Int] = [:]
    private(set) var total = CellSum()
    /// Whether every table tells its total exactly.
    private(set) var tellsTotal = true
    let hidesRows: Bool
    let hiddenPercent: Int?
    let k: Int
    let dayCount: Int
    let notes: [String]

    /// - Parameter tables: those of one name, in order of their days; not empty.
    init(_ tables: [PublishedTable], layout: TableLayout) {
        self.layout = layout
        columns = TableSum.columns(of: tables)
        hidesRows = tables.contains(where: \.hidesRows)
        hiddenPercent = TableSum.hiddenPercent(of: tables)
        k = tables.map(\.k).max() ?? 0
        notes = tables.map(\.note).reduce(into: []) { if !$1.isEmpty, !$0.contains($1) { $0.append($1) } }
        dayCount = Set(tables.map(\.date)).count
        let labelling = RowLabelling(layout, tables)
        rows.reserveCapacity(tables.map(\.rows.count).max() ?? 0)
        var day = -1
        var date: ReleasedDate?
        for (number, table) in tables.enumerated() {
            if table.date != date { day += 1 }
            date = table.date
            add(table, number: number, day: day, labelling)
        }
    }

    private mutating func add(_ table: PublishedTable, number: Int, day: Int, _ labelling: RowLabelling) {
        let positions = table.columns.map { column in
            columns.firstIndex { $0.name == column.name && $0.unit == column.unit }
        }
        total.add(table.total, day: day)
        let known: Int64? = if case .number(let sum) = table.total { sum } else { nil }
        if known == nil { tellsTotal = false }
        for row in table.rows {
            let labels = labelling.labels(of: row, in: table)
            let isMerged = labels.last != row.labels.last
            let place = place(of: Key(labels: labels, kind: row.kind == .hidden ? .value : row.kind))
            if row.kind != .hidden {
                if rows[place].lastDay != day { rows[place].days += 1 }
                rows[place].lastDay = day
                if rows[place].lastTable != number {
                    rows[place].total = rows[place].total.flatMap { sum in known.map { sum.adding($0) } }
                }
                rows[place].lastTable = number
            }
            for (value, position) in zip(row.values, positions) {
                guard let position else { continue }
                let isNotAdditive = columns[position].combination == .average || columns[position].combination == .range
                // People of two hours are not the people of both, and those of a supplement may be the day's own.
                if isNotAdditive, isMerged || table.supplement > 0 { continue }
                rows[place].cells[position].add(value, day: day)
            }
        }
    }

    private mutating func place(of key: Key) -> Int {
        if let place = places[key] { return place }
        places[key] = rows.count
        rows.append(Row(key: key, cells: columns.map { _ in CellSum() }))
        return rows.count - 1
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
            ReportColumn(column, holdsBins: tables.contains { $0.holdsBins(column) })
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

extension PublishedTable {
    fileprivate func holdsBins(_ column: Column) -> Bool {
        guard let place = self.column(column.name) else { return false }
        return rows.contains { if case .bin = $0.values[place] { true } else { false } }
    }
}
