import Releases

extension TextReport {
    private static let shareWidth = 9

    /// A table: heading, the first rows, what is not printed.
    func lines(of table: SummedTable) -> [String] {
        guard !table.rows.isEmpty else { return [] }
        let isSum = table.dayCount > 1
        let barWidth = layout.width < 80 ? 8 : 12
        let widths = table.columns.map { max(11, SafeText.width(heading(of: $0, isSum: isSum)) + 2) }
        let hasShare = table.total != nil
        let fixed = widths.reduce(0, +) + barWidth + 4 + (hasShare ? TextReport.shareWidth : 0)
        let labelWidth = max(12, layout.width - fixed)

        let name = Vocabulary.title(table.name)
        var head = style.strong(Column.left(name.prefix(1).uppercased() + name.dropFirst(), labelWidth))
        head += String(repeating: " ", count: barWidth + 4)
        for (index, column) in table.columns.enumerated() {
            head += Column.right(self.heading(of: column, isSum: isSum), widths[index])
            if index == 0, hasShare { head += Column.right("share", TextReport.shareWidth) }
        }
        var lines = ["", head]

        let ordered = table.rows.filter { $0.kind != .other }
        let limit = table.name == Vocabulary.hours ? ordered.count : layout.rows
        let largest = ordered.compactMap { $0.values.first ?? nil }.max() ?? 0
        let others = table.rows.filter { $0.kind == .other }
        for row in ordered.prefix(limit) + others {
            let label = Column.left(SafeText.fitted(title(of: row, in: table), to: labelWidth), labelWidth)
            let leading = row.values.first ?? nil
            var line = "  " + label + " "
            let length = row.kind == .value ? leading ?? 0 : 0
            line += style.bar(Bar.drawn(length, of: largest, columns: barWidth)) + " "
            if row.kind == .hidden {
                lines.append(line + style.faint(Column.right("fewer than \(table.k) visitors", widths.reduce(0, +))))
                continue
            }
            for (index, value) in row.values.enumerated() {
                line += Column.right(formatted(value, table.columns[index].unit), widths[index])
                if index == 0, hasShare {
                    line += Column.right(share(leading, of: row.total), TextReport.shareWidth)
                }
            }
            lines.append(line)
        }
        return lines + remarks(on: table, notPrinted: ordered.count - min(limit, ordered.count))
    }

    private func remarks(on table: SummedTable, notPrinted: Int) -> [String] {
        var remarks: [String] = []
        if notPrinted > 0 { remarks.append("\(NumberFormat.count(Int64(notPrinted))) more rows") }
        if table.hidesRows {
            remarks.append(table.dayCount > 1 ? "some rows are hidden on some days" : "some rows are hidden")
        }
        if remarks.isEmpty { return [] }
        return ["  " + style.faint(remarks.joined(separator: " · "))]
    }

    private func heading(of column: PublishedTable.Column, isSum: Bool) -> String {
        let title = Vocabulary.title(column.name)
        return column.unit == .people && isSum ? "\(title)/day" : title
    }

    private func title(of row: SummedTable.Row, in table: SummedTable) -> String {
        row.kind == .other ? "other" : SafeText.escaped(Vocabulary.rowTitle(row.label, in: table.name))
    }

    private func formatted(_ value: Int64?, _ unit: PublishedTable.Unit) -> String {
        guard let value else { return "·" }
        return unit == .bytes ? NumberFormat.bytes(value) : NumberFormat.count(value)
    }

    private func share(_ value: Int64?, of total: Int64?) -> String {
        guard let value, let total, total > 0 else { return "" }
        return NumberFormat.percent(Ratio(numerator: value, denominator: total))
    }
}
