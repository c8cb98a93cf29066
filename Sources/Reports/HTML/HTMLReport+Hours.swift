import Releases

extension HTMLReport {
    /// Draws a table that is better seen than read, its figures folded away below; false where it is not one.
    func writeDrawing(of table: ReportTable, to section: inout Markup) -> Bool {
        guard let leading = table.columns.first, table.rows.contains(where: { HTMLReport.hours($0.label) != nil })
        else { return false }
        let measure = words.title(ofColumn: leading.name)
        let figures = { (figure: inout Markup) in
            figure.block("details") { details in
                details.line("summary", text: page.figures)
                writeTable(Form(table), to: &details)
            }
        }
        switch table.name {
        case TableLayout.hours:
            ColumnChart(
                id: "hours", title: page.hoursTitle(measure.capitalizedFirst), description: page.hoursDescription,
                columns: table.rows.compactMap { row in
                    HTMLReport.hours(row.label).map {
                        ColumnChart.Column(hours: $0, value: row.cells[0].count, told: told(row, in: table))
                    }
                }, number: words.count
            ).write(to: &section, below: figures)
        case TableLayout.weekdayHours:
            HeatMap(
                id: "weekdays", title: page.weekTitle(measure.capitalizedFirst), description: page.weekDescription,
                weekdays: (1...7).map(words.shortWeekday),
                cells: table.rows.compactMap { row in
                    guard let hours = HTMLReport.hours(row.label), let weekday = row.labels.first.flatMap({ Int($0) }),
                        (1...7).contains(weekday)
                    else { return nil }
                    // Weekdays may stand for different numbers of days.
                    let perDay = row.cells[0].count.map {
                        Ratio(numerator: $0, denominator: Int64(max(1, row.days))).scaled(by: 1)
                    }
                    return HeatMap.Cell(weekday: weekday - 1, hours: hours, value: perDay, told: told(row, in: table))
                }, legend: (page.less, page.more)
            ).write(to: &section, below: figures)
        default: return false
        }
        return true
    }

    private func told(_ row: ReportRow, in table: ReportTable) -> String {
        let label = [
            row.labels.count == 2 ? words.title(ofGroup: row.labels[0], in: table.layout) : nil,
            words.title(of: row, in: table.layout),
        ].compactMap { $0 }.joined(separator: " ")
        guard row.kind == .value, let column = table.columns.first else {
            return "\(label): \(words.phrases.notTold)"
        }
        let number = words.text(row.cells[0], column.unit)
        return "\(label): \(words.phrases.counted(number, words.title(ofColumn: column.name)))"
    }

    /// The hours of a label `HH` or `HH-HH`; nil for anything else.
    private static func hours(_ label: String) -> Range<Int>? {
        let parts = label.split(separator: "-").map { Int($0) }
        guard let first = parts.first ?? nil, let last = parts.last ?? nil, first <= last, (0..<24).contains(first),
            last < 24
        else { return nil }
        return first..<last + 1
    }
}
