import Testing

@testable import Reports

@Suite("Charts")
struct ChartTests {
    private static let scales: [(largest: Int64, steps: [Int64])] = [
        (0, [1]), (1, [1]), (3, [1, 2, 3]), (7, [2, 4, 6, 8]), (9, [2, 4, 6, 8, 10]), (10, [2, 4, 6, 8, 10]),
        (11, [5, 10, 15]), (42, [10, 20, 30, 40, 50]), (99, [20, 40, 60, 80, 100]),
        (37_847, [10_000, 20_000, 30_000, 40_000]),
    ]

    @Test(
        "A scale ends at a round number that is not below the largest value",
        arguments: ChartTests.scales)
    func axis(largest: Int64, steps: [Int64]) {
        #expect(Axis(to: largest).steps == steps)
    }

    @Test("A scale takes any number", arguments: [Int64.max, .max / 2, .min, -1])
    func extremeAxis(largest: Int64) {
        let axis = Axis(to: largest)
        #expect((1...5).contains(axis.steps.count))
        #expect((0...100).contains(axis.position(largest, of: 100)))
    }

    private func lines(_ values: [Int64?]) throws -> [String] {
        var markup = Markup()
        LineChart(
            id: "x", title: "t", description: "d", days: values.map { _ in .init(label: "l", told: "t") },
            series: [.init(name: "n", values: values)], number: { String($0) }
        ).write(to: &markup)
        return try PageReader.read(markup.text).all("path").filter { $0.attributes["class"] == "line s1" }
            .compactMap { $0.attributes["d"] }.filter { $0 != "M1 6H23" }
    }

    @Test("A day that does not tell its number leaves a gap in the line")
    func gaps() throws {
        #expect(try lines([1, 2, 3]).count == 1)
        #expect(try lines([1, 2, nil, 3, 4]).count == 2)
        #expect(try lines([1, nil, 2]).isEmpty)
        #expect(try lines([nil, nil]).isEmpty)
    }

    @Test("A line lies within its drawing")
    func bounds() throws {
        let line = try #require(try lines([0, 10, 5]).first)
        let points = line.dropFirst().split(separator: "L").map { $0.split(separator: " ").compactMap { Int($0) } }
        #expect(points == [[1200, 2060], [3600, 180], [6000, 1120]])
    }

    @Test("A small line has at most 62 points, and none where less than two days tell a number")
    func smallLine() throws {
        func path(_ values: [Int64?]) throws -> String? {
            var markup = Markup()
            markup.inline("p") { SmallLine(values: values, title: "t").write(to: &$0) }
            return try PageReader.read(markup.text).all("path").first?.attributes["d"]
        }
        #expect(try path([1, 1, nil, 3]) == "M0 200L333 200M1000 0")
        #expect(try path([5, 5]) == "M0 100L1000 100")
        #expect(try path([nil, 5, nil]) == nil)
        let year = try #require(try path((0..<365).map { Int64($0) }))
        #expect((30...62).contains(year.split(separator: "L").count))
    }

    @Test("Hours that are only told together are one bar, as high as one of them is on average")
    func columns() throws {
        var markup = Markup()
        ColumnChart(
            id: "x", title: "t", description: "d",
            columns: [
                .init(hours: 0..<3, value: 30, told: "a"), .init(hours: 3..<4, value: 10, told: "b"),
                .init(hours: 4..<5, value: nil, told: "c"),
            ], number: { String($0) }
        ).write(to: &markup) { _ in }
        let bars = try PageReader.read(markup.text).all("rect")
        #expect(bars.map { $0.attributes["class"] } == ["column", "column", "untold"])
        #expect(bars[0].attributes["height"] == bars[1].attributes["height"])
        #expect(bars.map { $0.attributes["width"] } == ["852", "252", "252"])
    }

    @Test("A week is darkest where there is most, and outlined where nothing is told")
    func heatMap() throws {
        var markup = Markup()
        HeatMap(
            id: "x", title: "t", description: "d", weekdays: ["a", "b"],
            cells: [
                .init(weekday: 0, hours: 0..<1, value: 70, told: ""),
                .init(weekday: 0, hours: 1..<2, value: 0, told: ""),
                .init(weekday: 1, hours: 0..<3, value: 105, told: ""),
                .init(weekday: 1, hours: 3..<4, value: nil, told: ""),
            ], legend: ("l", "m")
        ).write(to: &markup) { _ in }
        let cells = try PageReader.read(markup.text).all("rect").dropFirst(HeatMap.shades)
        #expect(cells.map { $0.attributes["class"] } == ["h6", "h0", "h3", "untold"])
    }
}
