import Releases

/// One released table among those that are summed: which rows of the sum its rows are, and which columns its columns.
struct TableSumPart {
    private let table: PublishedTable
    private let day: Int
    /// The sum's row of each row.
    private let rows: [Int]
    /// The table's column for each column of the sum, where it has it.
    private let columns: [Int?]
    /// Rows that are part of a row of the sum, such as hours of a block.
    private let merged: Set<Int>
    private let combinations: [ReportColumn.Combination]
    /// The sum of the leading column over all rows, if it is told exactly.
    let total: Int64?

    init(
        _ table: PublishedTable, day: Int, columns: [ReportColumn], _ labelling: RowLabelling,
        _ numbers: inout RowNumbers
    ) {
        self.table = table
        self.day = day
        self.columns = columns.map { column in
            table.columns.firstIndex { $0.name == column.name && $0.unit == column.unit }
        }
        combinations = columns.map(\.combination)
        total = if case .number(let sum) = table.total { sum } else { nil }
        guard labelling.isNeeded else {
            rows = numbers.numbers(of: table.releasedRows)
            merged = []
            return
        }
        let labels = table.releasedRows.indices.map {
            labelling.labels(of: table.releasedRows.labels(of: $0), on: table.date)
        }
        rows = zip(labels, table.releasedRows.indices).map { numbers.number(of: $0, table.releasedRows.kind(of: $1)) }
        merged = Set(table.releasedRows.indices.filter { labels[$0].last != table.releasedRows.labels(of: $0).last })
    }

    /// Adds one column to the sums of all rows.
    func add(_ column: Int, to sums: inout [CellSum]) {
        guard let own = columns[column] else { return }
        for (row, value) in table.releasedRows.values(in: own).enumerated() {
            add(value, of: row, in: column, to: &sums[rows[row]])
        }
    }

    /// Adds the rows that are wanted, each to the sum at its place; places below 0 are not wanted.
    func add(to sums: inout [RowSum], _ places: [Int], part: Int) {
        for row in rows.indices where places[rows[row]] >= 0 {
            let place = places[rows[row]]
            if table.releasedRows.kind(of: row) != .hidden { sums[place].show(on: day, part: part, total: total) }
            for (column, own) in columns.enumerated() {
                guard let own else { continue }
                add(table.releasedRows.value(of: row, in: own), of: row, in: column, to: &sums[place].cells[column])
            }
        }
    }

    /// People of two hours are not the people of both, and those of a supplement may be the day's own.
    private func add(_ value: PublishedTable.Value, of row: Int, in column: Int, to sum: inout CellSum) {
        switch combinations[column] {
        case .sum, .ratio: sum.add(value, day: day)
        case .average, .range:
            if merged.contains(row) { return sum.leaveOut() }
            if table.supplement == 0 { sum.add(value, day: day) }
        }
    }
}
