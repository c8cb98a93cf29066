import Events
import TestSupport
import Testing

@Suite("Logarithmic bins")
struct LogBinTests {
    @Test(
        "A bin is named by its lowest number",
        arguments: [
            (-5, 0), (.min + 1, 0), (0, 0), (1, 1), (7, 7), (8, 8), (9, 8), (10, 10), (15, 14), (16, 16), (19, 16),
            (20, 20), (1000, 896), (1023, 896), (1024, 1024), (.max, 7 << 60),
        ] as [(Int64, Int64)])
    func lowest(value: Int64, bin: Int64) {
        #expect(LogBin.lowest(of: value) == bin)
    }

    @Test("A bin's number lies in it, bins keep the order of numbers, and none is wider than a quarter of its numbers")
    func properties() {
        var random = SplitMix64(seed: 1)
        for _ in 0..<10_000 {
            let value = Int64(random.next() >> UInt64.random(in: 1...63, using: &random))
            let bin = LogBin.lowest(of: value)
            #expect(bin <= value && value - bin <= value / 5)
            #expect(LogBin.lowest(of: bin) == bin)
            #expect(LogBin.lowest(of: value &+ 1) >= bin || value == .max)
        }
    }

    @Test("An octave has four bins")
    func octave() {
        for power in 3..<40 {
            let start = Int64(1) << power
            let step = start / 16 == 0 ? 1 : start / 16
            let bins = Set(stride(from: start, to: start * 2, by: Int(step)).map(LogBin.lowest))
            #expect(bins == Set((4..<8).map { $0 << (power - 2) }))
        }
    }
}
