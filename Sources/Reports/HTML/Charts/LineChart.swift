/// Lines over days, from zero; a day that does not tell a number leaves a gap.
struct LineChart {
    struct Series {
        let name: String
        let values: [Int64?]
    }

    struct Day {
        /// Below the axis.
        let label: String
        /// What is said of the day where somebody points at it.
        let told: String
    }

    let id: String
    let title: String
    let description: String
    let days: [Day]
    /// One or two.
    let series: [Series]
    let number: (Int64) -> String

    /// Whether there are too many days to mark each of them.
    private var isLong: Bool { days.count > 62 }

    private static let width = 7200
    private static let height = 2300
    private static let top = 180
    private static let bottom = 2060

    func write(to page: inout Markup) {
        page.block("figure", ["class": "card chart"]) { figure in
            figure.block("figcaption") { caption in
                caption.line("h3", text: title)
                for (index, one) in series.enumerated() { LineChart.writeKey(one.name, index, to: &caption) }
            }
            figure.plot(
                id, title: title, description: description, LineChart.width, LineChart.height,
                kind: isLong ? "long" : nil
            ) { plot in
                let axis = Axis(to: series.flatMap(\.values).compactMap { $0 }.max() ?? 0)
                writeGrid(axis, to: &plot)
                for (index, one) in series.enumerated() { writeLine(one.values, index, axis, to: &plot) }
                writeScale(axis, to: &plot)
                writeDays(to: &plot)
            }
        }
    }

    private static func writeKey(_ name: String, _ index: Int, to caption: inout Markup) {
        caption.line("span", ["class": "key"]) { key in
            key.inline("svg", ["viewBox": "0 0 24 12", "aria-hidden": "true"]) {
                $0.void("path", ["class": "line s\(index + 1)", "d": "M1 6H23"])
            }
            key.write(name)
        }
    }

    private func writeGrid(_ axis: Axis, to plot: inout Markup) {
        for step in [0] + axis.steps {
            let height = y(step, axis)
            plot.void("path", ["class": "grid", "d": "M0 \(height)H\(LineChart.width)"])
        }
    }

    private func writeScale(_ axis: Axis, to plot: inout Markup) {
        for step in axis.steps {
            plot.line(
                "text", ["class": "halo", "x": "0", "y": String(y(step, axis) - 30), "aria-hidden": "true"],
                text: number(step))
        }
    }

    private func writeLine(_ values: [Int64?], _ index: Int, _ axis: Axis, to plot: inout Markup) {
        for run in LineChart.runs(of: values) {
            let points = run.map { "\(x($0)) \(y(values[$0] ?? 0, axis))" }
            let line = "M" + points.joined(separator: "L")
            if index == 0, run.count > 1 {
                let area = line + "V\(LineChart.bottom)H\(x(run.lowerBound))Z"
                plot.void("path", ["class": "area", "d": area])
            }
            if run.count > 1 { plot.void("path", ["class": "line s\(index + 1)", "d": line]) }
            if !isLong {
                let dots = points.map { "M\($0)h0" }.joined()
                plot.void("path", ["class": "dot s\(index + 1)", "d": dots])
            }
        }
        plot.newLine()
    }

    private func writeDays(to plot: inout Markup) {
        let every = max(1, (days.count + 9) / 10)
        let step = every > 1 && every < 7 && days.count > 14 ? 7 : every
        for (index, day) in days.enumerated() {
            // Counted from the newest, so that it always has its label.
            let place = days.count - 1 - index
            if place % step == 0 {
                plot.line(
                    "text",
                    [
                        "class": place % (2 * step) == 0 ? nil : "minor", "x": String(x(index)),
                        "y": String(LineChart.height - 30), "text-anchor": anchor(index), "aria-hidden": "true",
                    ], text: day.label)
            }
            let left = index * LineChart.width / days.count
            let right = (index + 1) * LineChart.width / days.count
            plot.line(
                "rect",
                [
                    "class": "hit", "x": String(left), "y": String(LineChart.top), "width": String(right - left),
                    "height": String(LineChart.bottom - LineChart.top),
                ]
            ) { $0.inline("title", text: day.told) }
        }
    }

    private func anchor(_ index: Int) -> String {
        let room = 330
        return x(index) > LineChart.width - room ? "end" : x(index) < room ? "start" : "middle"
    }

    private func x(_ index: Int) -> Int {
        (2 * index + 1) * LineChart.width / (2 * days.count)
    }

    private func y(_ value: Int64, _ axis: Axis) -> Int {
        LineChart.bottom - axis.position(value, of: LineChart.bottom - LineChart.top)
    }

    /// The places of days in a row that tell their number.
    private static func runs(of values: [Int64?]) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        for (index, value) in values.enumerated() where value != nil {
            if let last = runs.last, last.upperBound == index {
                runs[runs.count - 1] = last.lowerBound..<index + 1
            } else {
                runs.append(index..<index + 1)
            }
        }
        return runs
    }
}
