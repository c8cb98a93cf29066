import Events
@_spi(DisclosureControl) import Releases
import TestSupport
import Testing

@Suite("Rows of releases")
struct RowsTests {
    private static let epoch = Epoch(day: Day(number: 20_500))
    private static let pool = [
        "", "/", "/a", "/b", "/long/path/of/a/page", "/long/path/of/a/pagf", "long/path/of/a/page", "12345678",
        "123456789",
        "가격", "\u{0}", "other", String(repeating: "x", count: 300), String(repeating: "y", count: 70_000),
    ]

    private static func number(using random: inout SplitMix64) -> Int64 {
        let size = Int64.random(in: 0...63, using: &random)
        let number = Int64.random(in: 0...(.max >> (63 - size)), using: &random)
        return Int.random(in: 0..<9, using: &random) == 0 ? -number - 1 : number
    }

    private static func value(using random: inout SplitMix64) -> PublishedTable.Value {
        let first = number(using: &random)
        return switch Int.random(in: 0..<9, using: &random) {
        case 0: .hidden
        case 1: .ratio(first, over: max(1, number(using: &random)))
        case 2: .atLeast(first)
        case 3: .bin(from: first, below: nil)
        case 4: .bin(from: first, below: number(using: &random))
        case 5: .number([.min, .max, 0, -1, 127, 128, -128, -129][Int.random(in: 0..<8, using: &random)])
        default: .number(first)
        }
    }

    private static func rows(columns: Int, using random: inout SplitMix64) -> [PublishedTable.Row] {
        let isLarge = Int.random(in: 0..<12, using: &random) == 0
        return (0..<Int.random(in: 0...(isLarge ? 700 : 20), using: &random)).map { row in
            let labels = (0..<Int.random(in: 1...2, using: &random)).map { _ in
                isLarge ? "/\(row % 300)" : pool[Int.random(in: 0..<pool.count, using: &random)]
            }
            let kinds = PublishedTable.Row.Kind.allCases
            return PublishedTable.Row(
                labels: labels, kind: kinds[Int.random(in: 0..<kinds.count, using: &random)],
                values: (0..<columns).map { _ in value(using: &random) })
        }
    }

    private static func table(_ rows: [PublishedTable.Row], columns: Int) -> PublishedTable {
        PublishedTable(
            name: "pages", epoch: epoch, columns: (0..<columns).map { .init(name: "c\($0)", unit: .count) }, rows: rows,
            k: 10)
    }

    @Test("Any rows come back as they were, one by one and by columns", arguments: 0..<60 as Range<UInt64>)
    func roundTrip(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let columns = Int.random(in: 0...4, using: &random)
        let rows = RowsTests.rows(columns: columns, using: &random)
        let bytes = RowsTests.table(rows, columns: columns).encode()
        let read = try PublishedTable(verifying: bytes, digest: [], sha256: { _ in [] })
        #expect(read.rows == rows)
        for column in 0..<columns {
            #expect(read.releasedRows.values(in: column) == rows.map { $0.values[column] })
            let holdsBins = rows.contains { if case .bin = $0.values[column] { true } else { false } }
            #expect(read.releasedRows.holdsBins(in: column) == holdsBins)
        }
        #expect(read.encode() == bytes && read == RowsTests.table(rows, columns: columns))
    }

    @Test("Rows have the same number where labels and kind are the same", arguments: 0..<60 as Range<UInt64>)
    func numbers(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var numbers = RowNumbers(capacity: Int.random(in: 0...30, using: &random))
        var expected: [[String]: Int] = [:]
        func key(_ labels: [String], _ kind: PublishedTable.Row.Kind) -> [String] {
            labels + ["\(kind == .hidden ? .value : kind)"]
        }
        for _ in 0..<6 {
            let rows = RowsTests.rows(columns: 0, using: &random)
            for (row, number) in zip(rows, numbers.numbers(of: RowsTests.table(rows, columns: 0).releasedRows)) {
                let known = expected[key(row.labels, row.kind)] ?? expected.count
                expected[key(row.labels, row.kind)] = known
                #expect(number == known && numbers.labels(of: number) == row.labels)
                #expect(numbers.kind(of: number) == (row.kind == .hidden ? .value : row.kind))
                #expect(
                    numbers.find(row.labels, row.kind) == known && numbers.number(of: row.labels, row.kind) == known)
            }
        }
        #expect(numbers.count == expected.count)
        #expect(numbers.find(["not there"], .value) == nil && numbers.find(["", "not there"], .other) == nil)
    }
}
