import Releases

extension TextReport {
    /// One line per day, the newest first, with a bar of its visitors; days without lines are named too.
    func days(of report: Report) -> [String] {
        guard let newest = report.newest, let oldest = report.days.first else { return [] }
        var known = Dictionary(report.days.map { ($0.date, $0) }) { $1 }
        let largest = report.days.compactMap { $0.figure("visitors").count }.max() ?? 0
        let titles = (visitors: words.title(ofColumn: "visitors"), views: words.title(ofColumn: "page_views"))
        let widths = (visitors: max(10, SafeText.width(titles.visitors) + 2), views: SafeText.width(titles.views) + 2)
        let viewsWidth = max(13, widths.views)
        let dateWidth = report.days.map { SafeText.width(words.short($0.date)) }.max() ?? 0
        let barWidth = layout.width - dateWidth - 4 - widths.visitors - viewsWidth
        let head = Column.right(titles.visitors, widths.visitors) + String(repeating: " ", count: barWidth + 2)
        var lines = [
            "",
            style.strong(Column.left(words.phrases.dayByDay, dateWidth + 2))
                + style.faint(head + Column.right(titles.views, viewsWidth)),
        ]
        var date = newest.date
        for _ in 0..<TextReport.longestList where date >= oldest.date {
            var line = "  " + Column.left(words.short(date), dateWidth)
            if let day = known.removeValue(forKey: date) {
                if day.isShown {
                    let visitors = day.figure("visitors")
                    line += Column.right(words.text(visitors, .people), widths.visitors) + "  "
                    line += style.bar(Bar.drawn(visitors.count ?? 0, of: largest, columns: barWidth))
                    line += Column.right(words.text(day.figure("page_views"), .count), viewsWidth)
                } else {
                    line += style.faint("  " + words.phrases.fewerThan(day.release.k))
                }
                lines.append(line)
                if date != newest.date { lines += day.supplements.flatMap(late) }
            } else {
                lines.append(line + style.faint("  " + words.phrases.noLines))
            }
            date = date.advanced(by: -1)
        }
        if !known.isEmpty { lines.append("  " + style.faint(words.phrases.moreDays(words.count(Int64(known.count))))) }
        return lines
    }

    func late(_ supplement: ReleasedEpoch) -> [String] {
        wrapped(words.late(supplement), behind: "      + ").map(style.faint)
    }
}
