import Releases

extension TextReport {
    private static let shades: [Character] = [" ", "░", "▒", "▓", "█"]

    /// Weekdays below each other, hours beside each other, each as dark as such an hour was on average.
    func heatMap(of table: ReportTable) -> [String] {
        let hours = Set(table.rows.map(\.label)).sorted()
        let cellWidth = hours.count > 8 ? 2 : 6
        var heights: [String: Int64] = [:]
        for row in table.rows where row.kind == .value {
            guard let count = row.cells.first?.count, row.days > 0 else { continue }
            heights["\(row.labels[0]) \(row.label)"] = Ratio(numerator: count, denominator: Int64(row.days)).scaled(
                by: 1)
        }
        let largest = heights.values.max() ?? 0
        guard largest > 0, let leading = table.columns.first else { return [] }
        let dayWidth = (1...7).map { SafeText.width(words.shortWeekday($0)) }.max() ?? 0
        let stride = cellWidth == 2 ? 3 : 1
        let heads = hours.enumerated().filter { $0.offset % stride == 0 }.map {
            Column.left(String($0.element.prefix(2)), cellWidth * stride)
        }
        var lines = ["  " + Column.left("", dayWidth + 2) + style.faint(heads.joined())]
        for weekday in 1...7 {
            let cells = hours.map { hour -> String in
                guard let height = heights["\(weekday) \(hour)"] else {
                    return Column.left(ReportWords.untold, cellWidth)
                }
                let shade = Ratio(numerator: height, denominator: largest).scaled(by: 4)
                return String(
                    repeating: TextReport.shades[height == 0 ? 0 : Int(min(4, max(1, shade)))], count: cellWidth)
            }
            lines.append(
                "  " + Column.left(words.shortWeekday(weekday), dayWidth + 2) + style.bar(cells.joined()))
        }
        let legend = words.phrases.heat(words.title(ofColumn: leading.name), words.count(largest))
        return lines + wrapped(legend, behind: "  ").map(style.faint)
    }
}
