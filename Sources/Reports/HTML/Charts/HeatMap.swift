/// The week as a grid of hours, darker where there is more.
struct HeatMap {
    struct Cell {
        /// 0 for the first row.
        let weekday: Int
        /// The hours, 0…24; more than one where they are only told together.
        let hours: Range<Int>
        /// Nil where it is not told.
        let value: Int64?
        let told: String
    }

    let id: String
    let title: String
    let description: String
    /// The names of the rows.
    let weekdays: [String]
    let cells: [Cell]
    /// What the lightest and the darkest mean.
    let legend: (less: String, more: String)

    /// How many shades there are.
    static let shades = 7

    private static let width = 7200
    private static let left = 720
    private static let top = 240
    private static let row = 270
    private static let hour = (width - left) / 24

    func write(to page: inout Markup, below: (inout Markup) -> Void) {
        page.block("figure", ["class": "card chart"]) { figure in
            figure.block("figcaption") { caption in
                caption.line("h3", text: title)
                writeLegend(to: &caption)
            }
            let height = HeatMap.top + weekdays.count * HeatMap.row
            figure.plot(id, title: title, description: description, HeatMap.width, height) { plot in
                for hour in stride(from: 0, to: 24, by: 3) {
                    plot.line(
                        "text",
                        [
                            "class": hour % 6 == 0 ? nil : "minor", "x": String(HeatMap.left + hour * HeatMap.hour),
                            "y": "160", "aria-hidden": "true",
                        ], text: hour < 10 ? "0\(hour):00" : "\(hour):00")
                }
                for (index, name) in weekdays.enumerated() {
                    plot.line(
                        "text",
                        ["x": "0", "y": String(HeatMap.top + index * HeatMap.row + 175), "aria-hidden": "true"],
                        text: name)
                }
                let largest = cells.compactMap { perHour($0) }.max() ?? 0
                for cell in cells { write(cell, largest, to: &plot) }
            }
            below(&figure)
        }
    }

    private func writeLegend(to caption: inout Markup) {
        caption.line("span", ["class": "key"]) { key in
            key.write(legend.less)
            key.inline("svg", ["viewBox": "0 0 \(HeatMap.shades * 12) 12", "aria-hidden": "true", "class": "shades"]) {
                for shade in 0..<HeatMap.shades {
                    $0.void(
                        "rect", ["class": "h\(shade)", "x": String(shade * 12), "width": "11", "height": "12"])
                }
            }
            key.write(legend.more)
        }
    }

    private func write(_ cell: Cell, _ largest: Int64, to plot: inout Markup) {
        plot.line(
            "rect",
            [
                "class": shade(of: cell, largest).map { "h\($0)" } ?? "untold",
                "x": String(HeatMap.left + cell.hours.lowerBound * HeatMap.hour + 10),
                "y": String(HeatMap.top + cell.weekday * HeatMap.row + 10),
                "width": String(cell.hours.count * HeatMap.hour - 20), "height": String(HeatMap.row - 20),
                "rx": "20",
            ]
        ) { $0.inline("title", text: cell.told) }
    }

    private func shade(of cell: Cell, _ largest: Int64) -> Int? {
        guard let value = perHour(cell) else { return nil }
        guard largest > 0 else { return 0 }
        let part = Ratio(numerator: value, denominator: largest).scaled(by: Int64(HeatMap.shades) * 100)
        return min(HeatMap.shades - 1, Int(part / 100))
    }

    private func perHour(_ cell: Cell) -> Int64? {
        cell.value.map { Ratio(numerator: $0, denominator: Int64(cell.hours.count)).scaled(by: 1) }
    }
}
