/// Upright bars over the hours of a day; hours that are only told together are one broad bar.
struct ColumnChart {
    struct Column {
        /// The hours, 0…24.
        let hours: Range<Int>
        /// Nil where it is not told.
        let value: Int64?
        let told: String
    }

    let id: String
    let title: String
    let description: String
    let columns: [Column]
    let number: (Int64) -> String

    private static let width = 7200
    private static let height = 1900
    private static let top = 180
    private static let bottom = 1660
    private static let hour = width / 24

    func write(to page: inout Markup, below: (inout Markup) -> Void) {
        page.block("figure", ["class": "card chart"]) { figure in
            figure.block("figcaption") { $0.line("h3", text: title) }
            figure.plot(id, title: title, description: description, ColumnChart.width, ColumnChart.height) { plot in
                // A bar of three hours is as high as one of them is on average.
                let axis = Axis(to: columns.compactMap { height(of: $0) }.max() ?? 0)
                for step in [0] + axis.steps {
                    plot.void("path", ["class": "grid", "d": "M0 \(y(step, axis))H\(ColumnChart.width)"])
                }
                for column in columns { write(column, axis, to: &plot) }
                for step in axis.steps {
                    plot.line(
                        "text", ["class": "halo", "x": "0", "y": String(y(step, axis) - 30), "aria-hidden": "true"],
                        text: number(step))
                }
                for hour in stride(from: 0, to: 24, by: 3) {
                    plot.line(
                        "text",
                        [
                            "class": hour % 6 == 0 ? nil : "minor", "x": String(hour * ColumnChart.hour),
                            "y": String(ColumnChart.height - 30), "aria-hidden": "true",
                        ], text: hour < 10 ? "0\(hour):00" : "\(hour):00")
                }
            }
            below(&figure)
        }
    }

    private func write(_ column: Column, _ axis: Axis, to plot: inout Markup) {
        let left = column.hours.lowerBound * ColumnChart.hour + 24
        let width = column.hours.count * ColumnChart.hour - 48
        let top = height(of: column).map { y($0, axis) } ?? ColumnChart.bottom - 200
        plot.line(
            "rect",
            [
                "class": column.value == nil ? "untold" : "column", "x": String(left), "y": String(top),
                "width": String(width), "height": String(ColumnChart.bottom - top),
            ]
        ) { $0.inline("title", text: column.told) }
    }

    private func height(of column: Column) -> Int64? {
        column.value.map { Ratio(numerator: $0, denominator: Int64(column.hours.count)).scaled(by: 1) }
    }

    private func y(_ value: Int64, _ axis: Axis) -> Int {
        ColumnChart.bottom - axis.position(value, of: ColumnChart.bottom - ColumnChart.top)
    }
}
