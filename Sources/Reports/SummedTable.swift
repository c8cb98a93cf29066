import Releases

/// One table over several days: sums of what was released, and nothing else.
///
/// A row that some days hide is the sum over the days that show it. "Other" means other rows on each day, so it is
/// only kept where there is a single table. Visitors are an average over the days that tell them, as one person may
/// come on all days.
struct SummedTable {
    struct Row {
        let label: String
        let kind: PublishedTable.Row.Kind
        /// One per column; nil where no day tells it.
        let values: [Int64?]
        /// On how many days the row is shown.
        let days: Int
        /// The sum of the leading column over all rows of these days, hidden ones included, if the totals tell it.
        let total: Int64?
    }

    let name: String
    let columns: [PublishedTable.Column]
    let rows: [Row]
    let hidesRows: Bool
    /// The number of visitors that had to stand behind each number; the largest, if it was changed.
    let k: Int
    /// How many days released the table.
    let dayCount: Int
    /// The sum of the leading column over all rows of all days, hidden ones included, if the totals tell it.
    let total: Int64?

    /// The table called `name`, or nil if no day released it.
    init?(_ name: String, of days: [ReportDay]) {
        let releasing = days.flatMap { [$0.release] + $0.supplements }
            .filter { $0.table(name) != nil }
        let tables = releasing.compactMap { $0.table(name) }
        guard let first = tables.last, let leading = first.columns.first else { return nil }
        self.name = name
        columns = first.columns
        hidesRows = tables.contains(where: \.hidesRows)
        k = tables.map(\.k).max() ?? first.k
        dayCount = Set(releasing.map(\.date)).count
        let totals = releasing.map { $0.total(leading.name) }
        let isTold = name != Vocabulary.robots && !totals.contains(nil)
        total = isTold ? totals.reduce(0) { $0.adding($1 ?? 0) } : nil
        let shares = isTold ? totals : totals.map { _ in nil }
        if tables.count == 1 {
            rows = first.rows.map {
                Row(label: $0.label, kind: $0.kind, values: $0.values.map(\.number), days: 1, total: shares[0])
            }
        } else {
            let alike = zip(tables, shares).filter { $0.0.columns == first.columns }
            rows = SummedTable.sum(alike, columns: first.columns)
        }
    }

    private struct Sum {
        let place: Int
        var sums: [Int64?]
        var days: Set<ReleasedDate> = []
        /// What the row's leading values are shares of, on the days that tell them.
        var total: Int64? = 0
        /// The tables, by their place, that the total holds already.
        var counted: Set<Int> = []
        /// How many days tell each value.
        var told: [Int]
    }

    private static func sum(
        _ tables: [(table: PublishedTable, total: Int64?)], columns: [PublishedTable.Column]
    ) -> [Row] {
        let blocks = HourBlocks(tables.map(\.table))
        var sums: [String: Sum] = [:]
        for (place, (table, total)) in tables.enumerated() {
            for row in table.rows where row.kind != .other {
                let label = blocks.label(row.label)
                var sum =
                    sums[label]
                    ?? Sum(
                        place: sums.count, sums: columns.map { _ in nil }, told: columns.map { _ in 0 })
                if row.kind == .value {
                    sum.days.insert(table.date)
                    if sum.counted.insert(place).inserted {
                        sum.total = sum.total.flatMap { known in total.map { known.adding($0) } }
                    }
                }
                for (column, value) in row.values.enumerated() {
                    guard let number = value.number else { continue }
                    // People of two hours are not the people of both.
                    if columns[column].unit == .people, label != row.label || table.supplement > 0 { continue }
                    sum.sums[column] = (sum.sums[column] ?? 0).adding(number)
                    sum.told[column] += 1
                }
                sums[label] = sum
            }
        }
        let rows = sums.sorted { left, right in
            blocks.areHours
                ? left.key < right.key : (right.value.sums[0] ?? -1, left.key) < (left.value.sums[0] ?? -1, right.key)
        }
        return rows.map { label, sum in
            let values = columns.indices.map { column -> Int64? in
                guard columns[column].unit == .people, let people = sum.sums[column] else { return sum.sums[column] }
                // Where hours were merged, days that tell the hours singly do not tell the people of the block.
                if blocks.areHours, sum.told[column] < sum.days.count { return nil }
                return Ratio(numerator: people, denominator: Int64(sum.told[column])).scaled(by: 1)
            }
            return Row(
                label: label, kind: sum.days.isEmpty ? .hidden : .value, values: values, days: sum.days.count,
                total: sum.total)
        }
    }
}

extension PublishedTable.Value {
    fileprivate var number: Int64? {
        if case .number(let number) = self { number } else { nil }
    }
}

extension Int64 {
    fileprivate func adding(_ other: Int64) -> Int64 {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? .max : sum
    }
}
