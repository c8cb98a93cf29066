import TestSupport
import Testing

@testable import Privacy

@Suite("Numbering of pairs")
struct PairInternerTests {
    @Test("Equal pairs have one number, in order of appearance", arguments: 0..<5)
    func model(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var pairs = PairInterner(seed: seed, firstCount: 200)
        var model: [UInt64: UInt32] = [:]
        for _ in 0..<20_000 {
            let first = UInt32.random(in: 0..<200, using: &random)
            let second = Bool.random(using: &random) ? UInt32.max : UInt32.random(in: 0..<200, using: &random)
            let pair = UInt64(first) << 32 | UInt64(second)
            let expected = model[pair] ?? UInt32(model.count)
            model[pair] = expected
            #expect(pairs.intern(first, second) == expected)
        }
        #expect(pairs.pairs.count == model.count)
    }
}
