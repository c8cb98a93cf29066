import Releases

extension TextReport {
    /// A table: heading, its rows, what is not printed.
    func lines(of table: ReportTable) -> [String] {
        let name = style.strong(words.title(ofTable: table.name))
        switch table.name {
        case TableLayout.totals:
            return ["", name] + table.rows.prefix(1).flatMap { figureLines(of: table, $0) }
        case TableLayout.weekdayHours:
            let map = table.dayCount < 7 && options.tables.isEmpty ? [] : heatMap(of: table)
            return map.isEmpty ? [] : ["", name] + map
        default:
            let rows = table.rows
            return rows.isEmpty ? [] : grid(of: table, rows)
        }
    }

    private func grid(of table: ReportTable, _ rows: [ReportRow]) -> [String] {
        let isNested = table.layout.dimensions.count == 2
        let labels = rows.map { (isNested ? "  " : "") + SafeText.escaped(words.title(of: $0, in: table.layout)) }
        let form = form(of: table, rows, labelWidth: labels.map(SafeText.width).max() ?? 0)
        // Bars have no heading, so there is room above them.
        let titleWidth = form.labelWidth + 2 + (form.barWidth > 0 ? form.barWidth + 2 : 0)
        let title = SafeText.fitted(words.title(ofTable: table.name), to: titleWidth)
        var head = style.strong(Column.left(title, titleWidth))
        for cell in form.cells { head += Column.right(cell.heading, cell.width) }
        var lines = ["", head]
        let largest = rows.filter { $0.kind == .value }.compactMap { $0.cells.first?.weight }.max() ?? 0
        var number = 0
        for section in table.sections {
            if let group = section.group { lines.append(heading(group, section, in: table, form)) }
            for row in section.rows {
                lines.append(line(row, number: number, label: labels[number], largest: largest, form))
                number += 1
            }
        }
        return lines + remarks(on: table, form)
    }

    private func line(
        _ row: ReportRow, number: Int, label: String, largest: Int64, _ form: TableForm
    ) -> String {
        var line = "  " + Column.left(SafeText.fitted(label, to: form.labelWidth), form.labelWidth)
        if row.kind == .hidden {
            let width = layout.width - 2 - form.labelWidth
            return line + style.faint(Column.right(SafeText.fitted(words.phrases.notTold, to: width), width))
        }
        if form.barWidth > 0 {
            let length = row.kind == .value ? row.cells.first?.weight ?? 0 : 0
            line += " " + style.bar(Bar.drawn(length, of: largest, columns: form.barWidth)) + " "
        }
        for cell in form.cells {
            let text = Column.right(cell.texts[number], cell.width)
            line += cell.isChange ? style.change(text) : text
        }
        return line
    }

    /// The containing row above its rows, with its own leading number.
    private func heading(_ group: String, _ section: ReportSection, in table: ReportTable, _ form: TableForm) -> String
    {
        let title = SafeText.escaped(words.title(ofGroup: group, in: table.layout))
        let text = Column.left(SafeText.fitted(title, to: form.labelWidth), form.labelWidth)
        guard let leading = section.container?.cells.first, leading != .hidden, let first = form.cells.first else {
            return "  " + style.strong(text)
        }
        let gap = String(repeating: " ", count: form.barWidth + (form.barWidth > 0 ? 2 : 0))
        let number = SafeText.fitted(words.text(leading, table.columns[0].unit), to: first.width)
        return "  " + style.strong(text) + gap + Column.right(number, first.width)
    }

    private func form(of table: ReportTable, _ rows: [ReportRow], labelWidth: Int) -> TableForm {
        let columns = table.columns.enumerated().map { place, column in
            (
                place: place * 3, column: column,
                cell: TableForm.Cell(
                    heading: words.title(of: column, days: table.dayCount),
                    texts: rows.map { words.text($0.cells[place], column.unit) }, isChange: false)
            )
        }
        var fixed = columns.prefix(1).map { (place: $0.place, cell: $0.cell) }
        if rows.contains(where: { $0.share != nil }) {
            let texts = rows.map { $0.share.map(words.percent) ?? "" }
            fixed.append((place: 1, cell: .init(heading: words.phrases.share, texts: texts, isChange: false)))
        }
        if rows.contains(where: { $0.previous != nil }) {
            let texts = rows.map { $0.change(0).map { words.text($0) } ?? "" }
            fixed.append((place: 2, cell: .init(heading: words.phrases.change, texts: texts, isChange: true)))
        }
        if table.isPartial {
            let texts = rows.map { "\($0.days)/\(table.dayCount)" }
            fixed.append((place: .max, cell: .init(heading: words.phrases.daysShown, texts: texts, isChange: false)))
        }
        let others = columns.dropFirst().filter { $0.cell.texts.contains { $0 != ReportWords.untold } }
            .sorted { (wish($0.column), $0.place) < (wish($1.column), $1.place) }
        return TableForm(
            width: layout.width, labels: labelWidth, fixed: fixed, others: others.map { ($0.place, $0.cell) })
    }

    /// The column that was asked for, then people, then the others.
    private func wish(_ column: ReportColumn) -> Int {
        column.name == options.sort ? 0 : column.unit == .people ? 1 : 2
    }

    private func remarks(on table: ReportTable, _ form: TableForm) -> [String] {
        let phrases = words.phrases
        var remarks: [String] = []
        if table.rowsLeftOut > 0 { remarks.append(phrases.moreRows(words.count(Int64(table.rowsLeftOut)))) }
        if let percent = table.hiddenPercent, percent > 0, let leading = table.columns.first {
            remarks.append(phrases.hiddenPercent(percent, words.title(ofColumn: leading.name)))
        } else if table.hidesRows {
            remarks.append(table.dayCount > 1 ? phrases.someHiddenOnSomeDays : phrases.someHidden)
        }
        if !form.leftOut.isEmpty { remarks.append(phrases.moreColumns(form.leftOut.joined(separator: ", "))) }
        if table.dayCount < table.shownDays {
            remarks.append(phrases.tableOfDays(table.dayCount, table.shownDays))
        }
        remarks += table.notes.map(SafeText.escaped)
        guard !remarks.isEmpty else { return [] }
        return wrapped(remarks.joined(separator: " · "), behind: "  ").map(style.faint)
    }
}
