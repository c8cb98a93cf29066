import Releases

extension HTMLReport {
    /// What a table is printed with, found out once.
    struct Form {
        let table: ReportTable
        let isCompared: Bool
        let hasShare: Bool
        let largest: Int64

        init(_ table: ReportTable) {
            self.table = table
            let rows = table.rows
            isCompared = rows.contains { $0.change(0) != nil }
            hasShare = rows.contains { $0.share != nil }
            largest = rows.filter { $0.kind == .value }.compactMap { $0.cells.first?.weight }.max() ?? 0
        }

        /// How many columns there are behind the label and the bar.
        var columnCount: Int {
            table.columns.count + (hasShare ? 1 : 0) + (isCompared ? 1 : 0) + (table.isPartial ? 1 : 0)
        }

        var isNested: Bool { table.layout.dimensions.count == 2 }
        /// Whether the table needs the whole width of a page.
        var isWide: Bool { columnCount > 4 }
    }

    /// A group of tables: drawings first, then the tables, the narrow ones side by side.
    func write(_ tables: [ReportTable], of group: TableGroup, _ report: Report, to main: inout Markup) {
        main.block("section", ["id": group.rawValue, "aria-labelledby": "\(group.rawValue)-title"]) { section in
            section.line("h2", ["id": "\(group.rawValue)-title"], text: words.title(of: group))
            let isChosen = !options.tables.isEmpty
            // Few days are no week.
            let wanted = tables.filter { isChosen || $0.name != TableLayout.weekdayHours || $0.dayCount >= 7 }
            let drawn = wanted.filter { writeDrawing(of: $0, to: &section) }.map(\.name)
            var narrow: [Form] = []
            let others = wanted.filter { !drawn.contains($0.name) && !$0.rows.isEmpty }
            for form in others.filter({ isChosen || $0.tellsRows }).map(Form.init) {
                if form.isWide {
                    write(narrow, to: &section)
                    narrow = []
                    write(form, to: &section)
                } else {
                    narrow.append(form)
                }
            }
            write(narrow, to: &section)
            let untold = others.filter { !isChosen && !$0.tellsRows }.map { words.title(ofTable: $0.name) }
            guard !untold.isEmpty else { return }
            section.line("p", ["class": "remark"], text: words.phrases.untoldTables(untold.joined(separator: ", ")))
        }
    }

    private func write(_ forms: [Form], to section: inout Markup) {
        guard !forms.isEmpty else { return }
        section.block("div", ["class": "tables"]) { tables in
            for form in forms { write(form, to: &tables) }
        }
    }

    private func write(_ form: Form, to parent: inout Markup) {
        let name = form.table.name
        parent.block("div", ["class": "card", "id": "table-\(name)"]) { card in
            writeHeading(words.title(ofTable: name), to: &card)
            writeTable(form, to: &card)
            writeRemarks(on: form.table, to: &card)
        }
    }

    func writeHeading(_ title: String, to card: inout Markup) {
        card.line("div", ["class": "head"]) { $0.inline("h3", text: title.capitalizedFirst) }
    }

    /// The table itself, and how to see all of its rows.
    func writeTable(_ form: Form, to card: inout Markup) {
        card.block("div", ["class": "scroll"]) { scroll in
            scroll.block("table", ["class": form.isNested ? "nested" : nil]) { table in
                writeCaption(of: form.table, to: &table)
                writeColumns(of: form, to: &table)
                for section in form.table.sections { write(section, in: form, to: &table) }
                writeRest(of: form, to: &table)
            }
        }
        let count = form.table.rows.count
        let isLong = form.isNested ? form.table.sections.count > 4 || count > 20 : count > HTMLReport.shownRows + 2
        if form.table.layout.order == .value, isLong { writeAll(count, of: form.table.name, to: &card) }
    }

    private func writeCaption(of table: ReportTable, to element: inout Markup) {
        element.line("caption") { caption in
            caption.inline("span", ["class": "aside"], text: words.title(ofTable: table.name).capitalizedFirst + ": ")
            var parts = [words.phrases.closedDays(table.dayCount)]
            if let leading = table.columns.first, table.total.value != .hidden, leading.unit != .people {
                let total = words.text(table.total, leading.unit)
                parts.insert(words.phrases.counted(total, words.title(ofColumn: leading.name)), at: 0)
            }
            caption.write(parts.joined(separator: " · "))
        }
    }

    private func writeColumns(of form: Form, to table: inout Markup) {
        table.block("thead") { head in
            head.line("tr") { row in
                let dimension = form.table.layout.dimensions.last ?? ""
                row.inline("th", ["scope": "col"], text: words.title(ofDimension: dimension))
                row.inline("td", ["class": "bar"], text: "")
                for (place, column) in form.table.columns.enumerated() {
                    row.inline("th", ["scope": "col"], text: words.title(of: column, days: form.table.dayCount))
                    if place == 0, form.hasShare { row.inline("th", ["scope": "col"], text: words.phrases.share) }
                    if place == 0, form.isCompared { row.inline("th", ["scope": "col"], text: words.phrases.change) }
                }
                if form.table.isPartial { row.inline("th", ["scope": "col"], text: words.phrases.daysShown) }
            }
        }
    }

    private func write(_ section: ReportSection, in form: Form, to table: inout Markup) {
        let rows = form.isNested ? section.rows : section.rows.filter { !HTMLReport.isRest($0) }
        guard !rows.isEmpty else { return }
        table.block("tbody") { body in
            if let group = section.group { writeGroup(group, in: form, to: &body) }
            for row in rows { write(row, in: form, to: &body) }
        }
    }

    /// The label of the containing row; its numbers stand in its own table.
    private func writeGroup(_ label: String, in form: Form, to body: inout Markup) {
        body.line("tr", ["class": "group"]) { row in
            row.inline("th", ["scope": "rowgroup", "colspan": String(form.columnCount + 2)]) { head in
                head.inline("bdi", text: HTMLReport.shortened(words.title(ofGroup: label, in: form.table.layout)))
            }
        }
    }

    /// What was put together stands below, whatever the rows are sorted by.
    private func writeRest(of form: Form, to table: inout Markup) {
        guard !form.isNested else { return }
        let rest = form.table.rows.filter(HTMLReport.isRest)
        guard !rest.isEmpty else { return }
        table.block("tfoot") { foot in
            for row in rest { write(row, in: form, to: &foot) }
        }
    }

    private func write(_ row: ReportRow, in form: Form, to body: inout Markup) {
        let kind = HTMLReport.isRest(row) ? "rest" : nil
        let classes = [form.isNested ? "under" : nil, form.isNested ? kind : nil].compactMap { $0 }
        body.line("tr", ["class": classes.isEmpty ? nil : classes.joined(separator: " ")]) { line in
            line.inline("th", ["scope": "row"]) { head in
                head.inline("bdi", text: HTMLReport.shortened(words.title(of: row, in: form.table.layout)))
            }
            writeBar(row, in: form, to: &line)
            guard row.kind != .hidden else {
                return writeInstead(words.phrases.notTold, over: form.columnCount, to: &line)
            }
            for (place, column) in form.table.columns.enumerated() {
                write(row.cells[place], in: column, to: &line)
                if place == 0, form.hasShare { line.inline("td", text: row.share.map(words.percent) ?? "") }
                if place == 0, form.isCompared { write(row.change(0), to: &line) }
            }
            if form.table.isPartial { line.inline("td", text: words.count(Int64(row.days))) }
        }
    }

    private func writeBar(_ row: ReportRow, in form: Form, to line: inout Markup) {
        line.inline("td", ["class": "bar"]) { cell in
            guard row.kind == .value, let weight = row.cells.first?.weight, weight > 0, form.largest > 0 else { return }
            let length = Ratio(numerator: min(weight, form.largest), denominator: form.largest).scaled(by: 200)
            cell.inline(
                "svg", ["viewBox": "0 0 200 1", "preserveAspectRatio": "none", "aria-hidden": "true"]
            ) { $0.void("rect", ["width": String(max(1, length)), "height": "1"]) }
        }
    }

    /// A number; where its text does not say its size, what it is sorted by stands beside it.
    func write(_ cell: ReportCell, in column: ReportColumn, to line: inout Markup) {
        let sorted: String? =
            switch (cell.value, column.unit) {
            case (.number, .count), (.number, .people), (.average, _), (.hidden, _): nil
            case (.number(let number), _), (.atLeast(let number), _): String(number)
            case (.ratio, _), (.bin, _): String(cell.weight)
            }
        line.inline("td", ["data-v": sorted], text: words.text(cell, column.unit))
    }

    private func write(_ change: ReportChange?, to line: inout Markup) {
        guard let change else { return line.inline("td", text: "") }
        let sign = change.direction == .down ? "-" : ""
        line.inline("td", ["data-v": "\(sign)\(change.permille)"], text: words.text(change))
    }

    /// In the place of numbers that are not told.
    func writeInstead(_ text: String, over columns: Int, to line: inout Markup) {
        line.inline("td", ["class": "faint", "colspan": String(columns), "data-v": ""], text: text)
    }

    /// The control that shows all rows; it works without a script.
    func writeAll(_ count: Int, of name: String, to card: inout Markup) {
        guard count > HTMLReport.shownRows + 2 else { return }
        card.block("div", ["class": "more"]) { more in
            more.void("input", ["type": "checkbox", "class": "all", "id": "all-\(name)"])
            more.line("label", ["for": "all-\(name)"]) { label in
                label.inline("span", ["class": "closed"], text: page.showAll(words.count(Int64(count))))
                label.inline("span", ["class": "open"], text: page.showFirst(words.count(Int64(HTMLReport.shownRows))))
            }
        }
    }

    private func writeRemarks(on table: ReportTable, to card: inout Markup) {
        let remarks = remarks(on: table)
        guard !remarks.isEmpty else { return }
        card.line("p", ["class": "remark"], text: remarks.joined(separator: " · "))
    }

    private func remarks(on table: ReportTable) -> [String] {
        var remarks: [String] = []
        if table.rowsLeftOut > 0 { remarks.append(words.phrases.moreRows(words.count(Int64(table.rowsLeftOut)))) }
        if let percent = table.hiddenPercent, percent > 0, let leading = table.columns.first {
            remarks.append(words.phrases.hiddenPercent(percent, words.title(ofColumn: leading.name)))
        } else if table.hidesRows {
            remarks.append(table.dayCount > 1 ? words.phrases.someHiddenOnSomeDays : words.phrases.someHidden)
        }
        if table.dayCount < table.shownDays {
            remarks.append(words.phrases.tableOfDays(table.dayCount, table.shownDays))
        }
        if table.isPartial { remarks.append(words.phrases.partialRows) }
        return remarks + table.notes
    }

    private static func isRest(_ row: ReportRow) -> Bool {
        row.kind == .other || row.kind == .heavy
    }

    /// A label that is too long keeps both ends; it is cut between code points, as one character can have thousands.
    static func shortened(_ label: String) -> String {
        let scalars = label.unicodeScalars
        guard scalars.count > 240 else { return label }
        return String(scalars.prefix(160)) + "…" + String(scalars.suffix(79))
    }
}
