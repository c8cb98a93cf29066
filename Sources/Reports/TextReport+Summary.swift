import Releases

extension TextReport {
    private static let figures = [
        "visitors", "visits", "page_views", "hits", "bytes", "page_views_per_visit", "bounce_rate", "visit_duration",
    ]

    /// How the newest day was, against the day before and the same weekday a week before.
    func summary(of report: Report) -> [String] {
        guard let newest = report.newest else { return [] }
        let title = DateFormat.long(newest.date)
        guard newest.isShown else {
            let reason = "  fewer than \(newest.release.k) visitors: nothing of this day can be shown"
            return ["", style.strong(title), reason]
        }
        let references = [report.day(before: 1), report.day(before: 7)].compactMap { $0 }.filter(\.isShown)
            .prefix((layout.width - 36) / 20)
        let heads = references.map { Column.right("against \(DateFormat.short($0.date).spaceless)", 20) }.joined()
        var lines = ["", style.strong(Column.left(title, 36)) + style.faint(heads)]
        for name in TextReport.figures {
            let value = figure(name, of: newest)
            var line = "  " + Column.left(Vocabulary.title(name).capitalizedFirst, 22) + Column.right(value, 12)
            for reference in references {
                let change = change(name, from: reference, to: newest) ?? ""
                line += style.change(Column.right(change, 20))
            }
            lines.append(line)
        }
        for supplement in newest.supplements { lines.append(contentsOf: line(of: supplement)) }
        return lines
    }

    /// One line per day, with a bar of its visitors, and the week as a whole.
    func days(of report: Report) -> [String] {
        guard report.days.count > 1 else { return [] }
        let largest = report.days.compactMap(\.visitors).max() ?? 0
        let barWidth = layout.width - 54
        var lines = ["", style.strong("Day by day")]
        for day in report.days.reversed() {
            var line = "  " + Column.left(DateFormat.short(day.date), 12)
            if day.isShown {
                line += Column.right(day.visitors.map(NumberFormat.count) ?? "·", 11) + " visitors  "
                line += style.bar(Bar.drawn(day.visitors ?? 0, of: largest, columns: barWidth))
                line += Column.right(day.count("page_views").map(NumberFormat.count) ?? "·", 12) + " views"
            } else {
                line += "  fewer than \(day.release.k) visitors"
            }
            lines.append(line)
            for supplement in day.supplements where day.date != report.newest?.date {
                lines.append(contentsOf: self.line(of: supplement))
            }
        }
        return lines + week(of: report) + ["", "Below: sums over these days of what each day tells."]
    }

    /// The last seven days as sums and a daily average.
    private func week(of report: Report) -> [String] {
        let shown = (0..<7).compactMap { report.day(before: $0) }.filter(\.isShown)
        guard shown.count > 1 else { return [] }
        let visitors = shown.compactMap(\.visitors)
        let views = shown.compactMap { $0.count("page_views") }
        let visits = shown.compactMap { $0.count("visits") }
        let average = Ratio(numerator: visitors.reduce(0, +), denominator: Int64(max(1, visitors.count))).scaled(by: 1)
        var parts = ["\(NumberFormat.count(average)) visitors per day, average"]
        if !visits.isEmpty { parts.append("\(NumberFormat.count(visits.reduce(0, +))) visits") }
        if !views.isEmpty { parts.append("\(NumberFormat.count(views.reduce(0, +))) page views") }
        let span = shown.count == 7 ? "The last 7 days" : "\(shown.count) of the last 7 days"
        return wrapped(parts.joined(separator: " · "), behind: "  \(span)  ")
    }

    /// The visitors of a supplement are told apart: they may be people of the day itself.
    private func line(of supplement: ReleasedEpoch) -> [String] {
        let hits = supplement.total("hits").map { "\(NumberFormat.count($0)) hits" }
        let visitors = supplement.total("visitors").map { "\(NumberFormat.count($0)) visitors" }
        let told = [visitors, hits].compactMap { $0 }.joined(separator: ", ")
        let text = told.isEmpty ? "fewer than \(supplement.k) visitors" : told + "; the hits are in the day's sums"
        return wrapped(text, behind: "      + late lines: ").map(style.faint)
    }

    private func figure(_ name: String, of day: ReportDay) -> String {
        switch name {
        case "visitors": day.visitors.map(NumberFormat.count) ?? "·"
        case "bytes": day.count(name).map(NumberFormat.bytes) ?? "·"
        case "bounce_rate": day.ratio(name).map(NumberFormat.percent) ?? "·"
        case "page_views_per_visit": day.ratio(name).map(NumberFormat.mean) ?? "·"
        case "visit_duration": day.ratio(name).map { NumberFormat.duration(seconds: $0.scaled(by: 1)) } ?? "·"
        default: day.count(name).map(NumberFormat.count) ?? "·"
        }
    }

    private func change(_ name: String, from old: ReportDay, to new: ReportDay) -> String? {
        switch name {
        case "visitors":
            guard let before = old.visitors, let now = new.visitors else { return nil }
            return NumberFormat.change(from: before, to: now)
        case "bounce_rate", "page_views_per_visit", "visit_duration":
            guard let before = old.ratio(name), let now = new.ratio(name) else { return nil }
            return NumberFormat.change(from: before.scaled(by: 10_000), to: now.scaled(by: 10_000))
        default:
            guard let before = old.count(name), let now = new.count(name) else { return nil }
            return NumberFormat.change(from: before, to: now)
        }
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }

    /// The text with runs of spaces as one.
    fileprivate var spaceless: String { split(separator: " ").joined(separator: " ") }
}
