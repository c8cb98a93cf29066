import Releases

extension HTMLReport {
    private static let dayFigures = ["visitors", "visits", "page_views", "events", "hits", "bytes"]

    func writeLineChart(_ report: Report, to section: inout Markup) {
        guard report.days.count > 1, let period = period(of: report) else { return }
        let isEvents = !report.days.contains { $0.figure("page_views").value != .hidden }
        let names = ["visitors", isEvents ? "events" : "page_views"]
        let titles = names.map { words.title(ofColumn: $0) }
        let series = zip(names, titles).map { name, title in
            LineChart.Series(name: title.capitalizedFirst, values: report.calendar.map { $0.day?.figure(name).count })
        }
        let days = report.calendar.map { date, day in
            LineChart.Day(label: words.short(date), told: told(date, day, names))
        }
        LineChart(
            id: "days", title: page.daysTitle(titles[0].capitalizedFirst, titles[1]),
            description: page.daysDescription(period), days: days, series: series, number: words.count
        ).write(to: &section)
    }

    private func told(_ date: ReleasedDate, _ day: ReportDay?, _ names: [String]) -> String {
        guard let day else { return words.long(date) }
        guard day.isShown else { return words.phrases.dayHidden(words.long(date), day.release.k) }
        let figures = names.compactMap { name in
            day.figure(name).count.map { words.phrases.counted(words.count($0), words.title(ofColumn: name)) }
        }
        return "\(words.long(date)): \(figures.joined(separator: ", "))"
    }

    /// The figures of each day, the newest first; visitors are the day's own.
    func writeDays(_ report: Report, to section: inout Markup) {
        let columns = (report.totals?.columns ?? []).filter { column in
            HTMLReport.dayFigures.contains(column.name)
                && (column.name != "events" || report.days.contains { $0.figure("events").count ?? 0 > 0 })
        }
        guard report.days.count > 1, !columns.isEmpty else { return }
        section.block("div", ["class": "card", "id": "table-days"]) { card in
            writeHeading(words.phrases.dayByDay, to: &card)
            card.block("div", ["class": "scroll"]) { scroll in
                scroll.block("table") { table in
                    table.line("caption", ["class": "aside"], text: words.phrases.dayByDay)
                    table.block("thead") { head in
                        head.line("tr") { row in
                            row.inline("th", ["scope": "col"], text: page.day)
                            for column in columns {
                                row.inline("th", ["scope": "col"], text: words.title(ofColumn: column.name))
                            }
                        }
                    }
                    table.block("tbody") { body in
                        for day in report.days.reversed() { write(day, columns, to: &body) }
                    }
                }
            }
            writeAll(report.days.count, of: "days", to: &card)
        }
    }

    /// What came after its day was closed, the newest day first.
    func writeLateLines(_ report: Report, to section: inout Markup) {
        let days = report.days.reversed().filter { !$0.supplements.isEmpty }
        guard !days.isEmpty else { return }
        section.block("ul", ["class": "remark"]) { list in
            for day in days {
                for supplement in day.supplements {
                    list.line("li", text: "\(words.short(day.date)) – \(words.late(supplement))")
                }
            }
        }
    }

    private func write(_ day: ReportDay, _ columns: [ReportColumn], to body: inout Markup) {
        body.line("tr") { row in
            row.inline("th", ["scope": "row"], text: words.short(day.date))
            guard day.isShown else {
                return writeInstead(words.phrases.fewerThan(day.release.k), over: columns.count, to: &row)
            }
            for column in columns { write(day.figure(column.name), in: column, to: &row) }
        }
    }
}
