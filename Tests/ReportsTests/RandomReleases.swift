import Events
@_spi(DisclosureControl) import Releases
import TestSupport

@testable import Reports

/// Releases of all shapes that the format can hold, far beyond what disclosure control makes.
struct RandomReleases {
    private var generator: SplitMix64
    /// Few are large: what breaks a report nearly always breaks a small one too, and that in a tenth of the time.
    private let isLarge: Bool

    init(seed: UInt64) {
        generator = SplitMix64(seed: seed)
        isLarge = seed % 12 == 11
    }

    mutating func epochs() -> [ReleasedEpoch] {
        let newest = Day(number: 20_519)
        return (0..<Int.random(in: 0...(isLarge ? 20 : 5), using: &generator)).flatMap { offset -> [ReleasedEpoch] in
            if chance(10) { return [] }
            let day = newest.advanced(by: -offset)
            let supplements = chance(80) ? 0 : Int.random(in: 1...2, using: &generator)
            return (0...supplements).map { release(Epoch(day: day, supplement: $0)) }
        }
    }

    private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &generator) < percent }

    private mutating func release(_ epoch: Epoch) -> ReleasedEpoch {
        if chance(15) { return SampleReleases.release(epoch, []) }
        var layouts = TableLayout.all.map { ($0.name, $0.dimensions.count) }.filter { _ in chance(40) }
        if chance(5) { layouts.append(("of_another_version", 2)) }
        return SampleReleases.release(epoch, layouts.map { table($0.0, dimensions: $0.1, epoch) })
    }

    private mutating func table(_ name: String, dimensions: Int, _ epoch: Epoch) -> PublishedTable {
        let pool = [
            "visitors", "visits", "page_views", "hits", "bytes", "bounce_rate", "duration_p95", "odd\u{1B}name",
        ]
        let columns = pool.filter { _ in chance(60) }.map { column in
            PublishedTable.Column(
                name: column,
                unit: chance(90) ? usual(column) : pick(PublishedTable.Unit.allCases))
        }
        let count = name == "totals" ? 1 : Int.random(in: 0...(isLarge ? 25 : 13), using: &generator)
        let rows = (0..<count).map { _ in
            PublishedTable.Row(
                labels: (0..<dimensions).map { _ in label() },
                kind: chance(70) ? .value : pick(PublishedTable.Row.Kind.allCases),
                values: columns.map { value($0.unit) })
        }
        return PublishedTable(
            name: name, epoch: epoch, columns: columns, rows: rows, k: chance(95) ? 10 : 20, hidesRows: chance(50),
            hiddenPercent: chance(50) ? Int.random(in: 0...10, using: &generator) * 10 : nil,
            total: chance(50) ? .number(number()) : .hidden, note: chance(5) ? label() : "")
    }

    private mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: 0..<elements.count, using: &generator)]
    }

    private func usual(_ column: String) -> PublishedTable.Unit {
        switch column {
        case "visitors": .people
        case "bytes": .bytes
        case "bounce_rate": .share
        case "duration_p95": .microseconds
        default: .count
        }
    }

    private mutating func label() -> String {
        pick([
            "/", "00", "03-05", "23", "all", "(none)", "(internal)", "other", "200", "500", "desktop", "0-999", "10-",
            "-5", "\u{202E}gnirts", "a\u{0}\u{1B}[2J\r\n\tb", "=cmd()", "+1", "@x", "＝x", "\"quoted\", and more",
            "가격/상품/목록", "はじめに/ようこそ", "👩‍👩‍👧‍👦🚀", "e\u{301}\u{301}\u{301}", "\u{301}", "",
            String(repeating: "x", count: 300), String(repeating: "長", count: 90), "9223372036854775807-1", "1-",
        ])
    }

    private mutating func number() -> Int64 {
        switch Int.random(in: 0..<20, using: &generator) {
        case 0: 0
        case 1: .max
        case 2: -3
        default: Int64.random(in: 0...1_000_000, using: &generator)
        }
    }

    private mutating func value(_ unit: PublishedTable.Unit) -> PublishedTable.Value {
        switch Int.random(in: 0..<20, using: &generator) {
        case 0, 1: .hidden
        case 2: .atLeast(number())
        case 3: .bin(from: number(), below: chance(50) ? nil : number())
        case 4: .ratio(number(), over: max(1, number()))
        default:
            switch unit {
            case .people, .count, .bytes: .number(number())
            case .share, .mean, .seconds, .meanMicroseconds: .ratio(number(), over: max(1, number()))
            case .microseconds: .bin(from: number(), below: number())
            }
        }
    }
}
