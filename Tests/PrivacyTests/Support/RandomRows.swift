import Events
import Intake
import TestSupport

/// Records of any bytes, some of them shaped like what a log holds.
enum RandomRows {
    private static let seeds: [[UInt8]] = [
        "203.0.113.9", "2001:db8::1", "GET", "/a/b.html?utm_source=x&q=%e3%81%82", "https://example.org/?q=x",
        "HTTP/1.1", "Mozilla/5.0 (compatible)", "alice@example.org", "00:00:5e:00:53:01", "{}", "%", "\u{0}", "é",
    ].map { Array($0.utf8) }

    static func make(_ count: Int, _ random: inout SplitMix64) -> [RawRow] {
        (0..<count).map { _ in
            var row = RawRow(time: Int64.random(in: -4_000_000_000_000...4_000_000_000_000, using: &random), [:])
            for field in RawBatch.Text.allCases where Bool.random(using: &random) {
                var bytes = seeds.randomElement(using: &random) ?? []
                for _ in 0..<Int.random(in: 0...6, using: &random) {
                    let place = Int.random(in: 0...bytes.count, using: &random)
                    bytes.insert(UInt8.random(in: .min ... .max, using: &random), at: place)
                }
                row.texts[field] = Bool.random(using: &random) ? bytes : []
            }
            for field in RawBatch.Number.allCases where Bool.random(using: &random) {
                row.numbers[field] = [0, 200, 304, -1, .max, .min + 1].randomElement(using: &random) ?? 0
            }
            return row
        }
    }
}
