import TestSupport
import Testing

@testable import Pipeline

@Suite("Quantities as people write them")
struct QuantityTextTests {
    @Test(
        "Durations",
        arguments: [
            ("500ms", 500), ("10s", 10_000), ("2m", 120_000), ("1h", 3_600_000), ("0s", 0), ("10 s", 10_000),
            ("10", nil),
            ("s", nil), ("", nil), ("-1s", nil), ("1.5s", nil), ("1S", nil), ("1d", nil), ("1s ", nil), (" 1s", nil),
            ("١s", nil), ("9223372036854775807h", nil), ("9223372036854775808ms", nil),
        ] as [(String, Int64?)])
    func durations(text: String, expected: Int64?) {
        #expect(QuantityText.milliseconds(text) == expected)
    }

    @Test(
        "Sizes",
        arguments: [
            ("4096", 4096), ("4096B", 4096), ("64KiB", 65_536), ("1MiB", 1 << 20), ("2 GiB", 2 << 30), ("1kB", 1000),
            ("1MB", 1_000_000), ("1GB", 1_000_000_000), ("1TB", nil), ("1mib", nil), ("KiB", nil), ("", nil),
            ("0x10", nil),
        ] as [(String, Int64?)])
    func sizes(text: String, expected: Int64?) {
        #expect(QuantityText.bytes(text) == expected)
    }

    @Test("What is written is read back")
    func properties() {
        var random = SplitMix64(seed: 88)
        for _ in 0..<2000 {
            let number =
                Int64.random(in: 0...1_000_000, using: &random)
                * [1, 1000, 1024, 3600][Int.random(in: 0..<4, using: &random)]
            #expect(QuantityText.milliseconds(QuantityText.duration(number)) == number)
            #expect(QuantityText.bytes(QuantityText.size(number)) == number)
        }
    }
}
