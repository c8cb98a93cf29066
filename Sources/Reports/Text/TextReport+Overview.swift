import Releases

extension TextReport {
    /// The first screen: the newest day, what is odd, the week; then the period and its days.
    func overview(of report: Report) -> [String] {
        var lines = newestDay(of: report) + odd(in: report)
        guard report.days.count > 1 else { return lines }
        lines += week(of: report)
        if report.days.count > 8 || report.previous != nil { lines += period(of: report) }
        return lines + days(of: report) + [""] + wrapped(words.phrases.sumsBelow)
    }

    /// How the newest day was, against the day before and the same weekday a week before.
    private func newestDay(of report: Report) -> [String] {
        guard let newest = report.newest else { return [] }
        let title = words.long(newest.date)
        guard newest.isShown else {
            return ["", style.strong(title), "  " + words.phrases.fewerThan(newest.release.k)]
        }
        let names = newest.figures.map(\.name).filter { !TextReport.detailedFigures.contains($0) }
        let width = figureWidth(names)
        let references = [1, 7].compactMap { report.knownDay(newest.date.advanced(by: -$0)) }.filter(\.isShown)
            .prefix(max(0, layout.width - width - 16) / 20)
        let heads = references.map { Column.right(words.phrases.against(words.short($0.date)), 20) }.joined()
        var lines = ["", style.strong(Column.left(title, width + 16)) + style.faint(heads)]
        for column in newest.figures where names.contains(column.name) {
            let cell = newest.figure(column.name)
            guard cell != .hidden || TextReport.keyFigures.contains(column.name), !isIdle(column.name, cell) else {
                continue
            }
            var line = "  " + Column.left(SafeText.escaped(words.title(ofFigure: column.name)).capitalizedFirst, width)
            line += Column.right(words.text(cell, column.unit), 14)
            for reference in references {
                let change = cell.change(from: reference.figure(column.name)).map { words.text($0) } ?? ""
                line += style.change(Column.right(change, 20))
            }
            lines.append(line)
        }
        return lines + newest.supplements.flatMap(late)
    }

    /// Those that are printed even if they are not told.
    private static let keyFigures = ["visitors", "visits", "page_views", "hits", "bytes"]

    /// Those that have room in the totals only.
    private static let detailedFigures = ["visit_duration_p50", "duration_p50", "duration_p99", "duration_max"]

    /// Only apps have events; of a site nobody asks for them.
    private func isIdle(_ name: String, _ cell: ReportCell) -> Bool { name == "events" && cell.count == 0 }

    private func figureWidth(_ names: [String]) -> Int {
        max(20, names.map { SafeText.width(words.title(ofFigure: $0)) }.max() ?? 0) + 1
    }

    private func odd(in report: Report) -> [String] {
        let lines: [String]
        if let oddities = report.oddities {
            lines =
                oddities.isEmpty
                ? wrapped(words.phrases.nothingOdd(OddityFinder.weeks), behind: "  ")
                : oddities.flatMap { wrapped(SafeText.escaped(words.text($0)), behind: "  ! ") }
        } else {
            lines = wrapped(words.phrases.tooFewWeeks, behind: "  ")
        }
        return ["", style.strong(words.phrases.odd)] + lines
    }

    /// The last seven days as sums, a daily average and a line of how high the days were.
    private func week(of report: Report) -> [String] {
        let days = (0..<7).reversed().map { report.day(before: $0) }
        let shown = days.compactMap { $0 }.filter(\.isShown)
        guard shown.count > 1 else { return [] }
        let spark = Sparkline.drawn(days.map { $0?.figure("visitors").count ?? -1 })
        let heading = "\(words.phrases.thisWeek(shown.count))  "
        return ["", style.strong(heading) + style.bar(spark)]
            + wrapped(figures(of: Report.sum(of: shown)).joined(separator: " · "), behind: "  ")
    }

    /// The whole period, and how it changed against the one before.
    private func period(of report: Report) -> [String] {
        guard let totals = report.totals, let row = totals.rows.first else { return [] }
        return ["", style.strong(words.phrases.thePeriod(report.days.count))] + figureLines(of: totals, row)
    }

    /// One line per figure of the totals.
    func figureLines(of totals: ReportTable, _ row: ReportRow) -> [String] {
        let titles = zip(totals.columns, row.cells).map { column, cell in
            let title = words.title(ofFigure: column.name)
            let isAverage = column.combination == .average && totals.dayCount > 1
            return (isAverage ? words.phrases.perDay(title) : title).capitalizedFirst
                + (cell == .hidden ? "" : ofDays(cell, totals))
        }
        let width = max(20, titles.map(SafeText.width).max() ?? 0) + 1
        return totals.columns.indices.compactMap { index in
            guard row.cells[index] != .hidden, !isIdle(totals.columns[index].name, row.cells[index]) else { return nil }
            let change = row.change(index).map { words.text($0) } ?? ""
            let value = Column.right(words.text(row.cells[index], totals.columns[index].unit), 18)
            return "  " + Column.left(titles[index], width) + value + style.change(Column.right(change, 16))
        }
    }

    /// A sum of some days stands beside sums of all: then it says so.
    private func ofDays(_ cell: ReportCell, _ totals: ReportTable) -> String {
        cell.days < totals.dayCount ? " " + words.phrases.ofDays(cell.days, totals.dayCount) : ""
    }

    private func figures(of totals: ReportTable?) -> [String] {
        guard let totals, let row = totals.rows.first else { return [] }
        return ["visitors", "visits", "page_views", "hits", "events"].compactMap { name in
            guard let place = totals.column(name), row.cells[place] != .hidden, !isIdle(name, row.cells[place])
            else { return nil }
            let text = words.text(row.cells[place], totals.columns[place].unit)
            let figure =
                name == "visitors"
                ? words.phrases.visitorsPerDay(text) : words.phrases.counted(text, words.title(ofColumn: name))
            return figure + ofDays(row.cells[place], totals)
        }
    }
}

extension String {
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
