internal import Events

/// Gives equal pairs of numbers the same small number, in order of appearance.
///
/// Open addressing with linear probing in a table that is never more than half full: small at first, so that it stays in
/// the cache where rows share few pairs.
struct PairInterner {
    /// The distinct pairs, the first number in the high half.
    private(set) var pairs: [UInt64] = []
    /// The number of a pair plus one, 0 where nothing is.
    private var slots: [UInt32]
    /// By first number: the second one that it came with last, in the high half, and the number of that pair plus one.
    ///
    /// Most numbers are in one pair only, as most addresses have one user agent, and are found without a search.
    private var recent: [UInt64]
    private var bits: UInt64 = 12
    private let factor: UInt64

    /// - Parameters:
    ///   - seed: random, so that nobody can choose values that collide.
    ///   - firstCount: first numbers are lower than this.
    init(seed: UInt64, firstCount: Int) {
        recent = [UInt64](repeating: 0, count: firstCount)
        slots = [UInt32](repeating: 0, count: 1 << bits)
        factor = seed | 1
    }

    @inline(__always)
    mutating func intern(_ first: UInt32, _ second: UInt32) -> UInt32 {
        let known = recent[Int(first)]
        let number = UInt32(truncatingIfNeeded: known)
        if number != 0, UInt32(truncatingIfNeeded: known >> 32) == second { return number - 1 }
        let found = search(UInt64(first) << 32 | UInt64(second))
        recent[Int(first)] = UInt64(second) << 32 | UInt64(found + 1)
        return found
    }

    private mutating func search(_ pair: UInt64) -> UInt32 {
        var position = start(of: pair)
        while true {
            let slot = slots[position]
            if slot == 0 { return insert(pair, at: position) }
            if pairs[Int(slot - 1)] == pair { return slot - 1 }
            position = (position + 1) & (slots.count - 1)
        }
    }

    /// Where the search for a pair begins.
    @inline(__always)
    private func start(of pair: UInt64) -> Int {
        let mixed = (pair ^ pair >> 29) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: ((mixed ^ mixed >> 32) &* factor) >> (64 - bits))
    }

    @inline(never)
    private mutating func insert(_ pair: UInt64, at position: Int) -> UInt32 {
        pairs.append(pair)
        slots[position] = UInt32(truncatingIfNeeded: pairs.count)
        if pairs.count * 2 > slots.count { grow() }
        return UInt32(truncatingIfNeeded: pairs.count - 1)
    }

    private mutating func grow() {
        bits += 1
        slots = [UInt32](repeating: 0, count: 1 << bits)
        for (number, pair) in pairs.enumerated() {
            var position = start(of: pair)
            while slots[position] != 0 { position = (position + 1) & (slots.count - 1) }
            slots[position] = UInt32(truncatingIfNeeded: number + 1)
        }
    }
}
