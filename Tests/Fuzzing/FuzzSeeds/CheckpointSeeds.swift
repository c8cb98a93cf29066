import TestSupport

/// Choices of a seeded generator: sequences of feeds, and a few for the parts.
enum CheckpointSeeds {
    static var all: [(name: String, bytes: [UInt8])] {
        let parts = (0..<3).map { part in ("part-\(part)", [UInt8(part)] + choices(120, seed: UInt64(part))) }
        let feeds = (0..<24).map { seed in ("feeds-\(seed)", [7] + choices(12 + seed * 8, seed: UInt64(100 + seed))) }
        return parts + feeds
    }

    private static func choices(_ count: Int, seed: UInt64) -> [UInt8] {
        var random = SplitMix64(seed: seed)
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &random) }
    }
}
