import Events
@_spi(DisclosureControl) import Releases

/// One table of a month, as it is published: the count that leads it, row by row.
struct PublishedRows {
    private struct Row {
        var sum: Int64 = 0
        /// Of each day that tells them.
        var visitors: [Int64] = []

        var isShowable: Bool { (visitors.max() ?? 0) >= Int64(PublishedMonth.k) }
    }

    private let name: String
    /// Whether rows are blocks of hours, of which no day tells how many people there are.
    private var areHours: Bool { name == HourControl.tableName }
    private var leading: PublishedTable.Column?
    private var rows: [String: Row] = [:]
    /// Over all rows, those that no day tells included.
    private var total: Int64 = 0

    /// - Parameter days: of which those count that tell the table's total.
    init(_ name: String, _ days: [ReleasedEpoch]) {
        self.name = name
        for table in days.compactMap({ $0.table(name) }) {
            guard case .number(let total) = table.total, let column = table.columns.first, column.unit == .count,
                leading == nil || leading == column
            else { continue }
            leading = column
            self.total = self.total.addingSaturated(total)
            add(table)
        }
    }

    private mutating func add(_ table: PublishedTable) {
        let visitors = table.column("visitors")
        for row in table.rows where row.kind == .value && row.labels.count == 1 {
            guard case .number(let number) = row.values[0] else { continue }
            let label = areHours ? PublishedRows.block(of: row.label) : row.label
            rows[label, default: Row()].sum.addSaturated(number)
            if let visitors, case .number(let people) = row.values[visitors] {
                rows[label]?.visitors.append(people)
            }
        }
    }

    /// The table; nil if no row can be told.
    func table(_ epoch: Epoch) -> PublishedTable? {
        guard let leading else { return nil }
        var shown = rows.filter(\.value.isShowable).sorted {
            ($1.value.sum, $0.key) < ($0.value.sum, $1.key)
        }
        var rest = shown.reduce(total) { $0 - $1.value.sum }
        // Of what is left only a row that could be told is known to stand on enough people.
        if rest != 0, let smallest = shown.popLast() { rest += smallest.value.sum }
        guard !shown.isEmpty else { return nil }
        if areHours { shown.sort { $0.key < $1.key } }
        var told = shown.map { label, row in
            PublishedTable.Row(
                label: label, kind: .value,
                values: [
                    PublishedMonth.rounded(row.sum), areHours ? .hidden : PublishedMonth.average(row.visitors),
                ])
        }
        if rest > 0 {
            told.append(.init(label: "other", kind: .other, values: [PublishedMonth.rounded(rest), .hidden]))
        }
        return PublishedTable(
            name: name, epoch: epoch, columns: [leading, PublishedMonth.visitors], rows: told, k: PublishedMonth.k,
            hidesRows: rest != 0, total: PublishedMonth.rounded(total))
    }

    /// The block of three hours that an hour lies in; blocks stay what they are.
    private static func block(of label: String) -> String {
        Int(label).map { HourLabel.blocks[$0 / 3] } ?? label
    }
}

extension Int64 {
    fileprivate mutating func addSaturated(_ other: Int64) {
        self = addingSaturated(other)
    }
}
