/// A small line without a scale: how a figure went over the days.
struct SmallLine {
    private let values: [Int64?]
    private let title: String

    /// More points than these would be a scribble.
    private static let points = 62
    private static let width = 1000
    private static let height = 200

    /// - Parameter values: nil where a day does not tell it; of many days, some together are one point, their mean.
    init(values: [Int64?], title: String) {
        let size = (values.count + SmallLine.points - 1) / SmallLine.points
        self.values =
            size <= 1
            ? values
            : stride(from: 0, to: values.count, by: size).map { start in
                let told = values[start..<min(start + size, values.count)].compactMap { $0 }
                return told.isEmpty ? nil : told.reduce(0) { $0 + $1 / Int64(told.count) }
            }
        self.title = title
    }

    func write(to page: inout Markup) {
        let told = values.compactMap { $0 }
        guard told.count > 1, let least = told.min(), let most = told.max() else { return }
        let points = values.enumerated().map { index, value -> (x: Int, y: Int)? in
            guard let value else { return nil }
            let x = index * SmallLine.width / (values.count - 1)
            // Between the least and the most: it shows the shape, the figure beside it the size.
            let rise =
                most == least
                ? Int64(SmallLine.height / 2)
                : Ratio(numerator: value - least, denominator: most - least).scaled(by: Int64(SmallLine.height))
            return (x, SmallLine.height - Int(rise))
        }
        var line = ""
        var isDrawing = false
        for point in points {
            if let point { line += "\(isDrawing ? "L" : "M")\(point.x) \(point.y)" }
            isDrawing = point != nil
        }
        page.inline(
            "svg",
            [
                "class": "spark", "role": "img", "preserveAspectRatio": "none",
                "viewBox": "0 -20 \(SmallLine.width) \(SmallLine.height + 40)",
            ]
        ) { svg in
            svg.inline("title", text: title)
            svg.void("path", ["class": "line s1", "d": line])
            if let last = points.last, let last {
                svg.void("path", ["class": "dot s1", "d": "M\(last.x) \(last.y)h0"])
            }
        }
    }
}
