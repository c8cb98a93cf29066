import Releases

extension HTMLReport {
    /// The figures that stand first, the most telling ones before the others.
    private static let figures = [
        "visitors", "visits", "page_views", "events", "page_views_per_visit", "bounce_rate", "visit_duration", "bytes",
        "hits",
    ]
    /// Of these, more is what a site wants.
    private static let wanted: Set<String> = ["visitors", "visits", "page_views", "events"]

    func writeOverview(_ report: Report, to main: inout Markup) {
        main.block("section", ["id": "overview", "aria-labelledby": "overview-title"]) { section in
            section.line("h2", ["id": "overview-title"], text: page.overview)
            writeOddities(report, to: &section)
            writeFigures(report, to: &section)
            writeComparison(report, to: &section)
            writeLineChart(report, to: &section)
            writeDays(report, to: &section)
            writeLateLines(report, to: &section)
        }
    }

    /// The totals of what is not closed days, which are not seen against other days.
    func writeTotals(_ report: Report, to main: inout Markup) {
        main.block("section", ["id": "overview", "aria-labelledby": "overview-title"]) { section in
            section.line("h2", ["id": "overview-title"], text: page.overview)
            writeFigures(report, to: &section)
        }
    }

    private func writeFigures(_ report: Report, to section: inout Markup) {
        guard let totals = report.totals, let row = totals.rows.first else { return }
        let told = HTMLReport.figures.compactMap { name in
            totals.column(name).map { (name: name, column: totals.columns[$0], cell: row.cells[$0], place: $0) }
        }.filter { $0.cell.value != .hidden && ($0.name != "events" || $0.cell.count != 0) }.prefix(8)
        section.block("dl", ["class": "figures"]) { list in
            for figure in told {
                list.block("div", ["class": "card figure"]) { card in
                    card.line("dt", text: heading(figure.column, figure.cell, days: totals.dayCount))
                    card.line("dd", ["class": "value"], text: words.text(figure.cell, figure.column.unit))
                    if let change = row.change(figure.place) {
                        writeChange(change, of: figure.name, before: nil, to: &card)
                    }
                    writeNewest(figure.name, figure.column, report, to: &card)
                    card.line("dd") { line in
                        SmallLine(
                            values: report.days.map { $0.figure(figure.name).weight }.map { $0 < 0 ? nil : $0 },
                            title: words.title(ofColumn: figure.name).capitalizedFirst
                        ).write(to: &line)
                    }
                }
            }
        }
    }

    /// A sum of some days says so.
    private func heading(_ column: ReportColumn, _ cell: ReportCell, days: Int) -> String {
        let title = words.title(of: column, days: days).capitalizedFirst
        return cell.days < days ? title + " " + words.phrases.ofDays(cell.days, days) : title
    }

    /// The newest day's figure, where the period has more days.
    private func writeNewest(_ name: String, _ column: ReportColumn, _ report: Report, to card: inout Markup) {
        guard report.span == .days, let newest = report.newest, newest.isShown, report.days.count > 1 else { return }
        let cell = newest.figure(name)
        guard cell.value != .hidden else { return }
        let told = "\(words.short(newest.date)): \(words.text(cell, column.unit))"
        if let older = report.reference, let change = cell.change(from: older.figure(name)) {
            writeChange(change, of: name, before: told, to: &card)
        } else {
            card.line("dd", ["class": "change"], text: told)
        }
    }

    private func writeChange(_ change: ReportChange, of name: String, before: String?, to card: inout Markup) {
        card.line("dd", ["class": "change"]) { line in
            if let before { line.write(before + " ") }
            line.inline("span", ["class": HTMLReport.tone(of: change, in: name)], text: words.text(change))
        }
    }

    /// Green and red are kept for what is plainly wanted: a bounce rate or a duration is neither good nor bad.
    private static func tone(of change: ReportChange, in name: String) -> String? {
        guard wanted.contains(name) else { return nil }
        return switch change.direction {
        case .up: "up"
        case .down: "down"
        case .same: nil
        }
    }

    private func writeComparison(_ report: Report, to section: inout Markup) {
        var sentences: [String] = []
        if let newest = report.newest, newest.isShown, let older = report.reference {
            sentences.append(page.newestAgainst(words.long(newest.date), words.long(older.date)))
        }
        if let previous = report.previous {
            sentences.append(page.periodAgainst(words.range(previous.first, previous.last)))
        }
        guard !sentences.isEmpty else { return }
        section.line("p", ["class": "remark below"], text: sentences.joined(separator: " "))
    }
}
