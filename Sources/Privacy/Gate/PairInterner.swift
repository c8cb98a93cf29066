internal import Events

/// Gives equal pairs of numbers the same small number, in order of appearance.
///
/// Open addressing with linear probing in a table that is never more than half full; no growth, since a batch has no
/// more pairs than rows.
struct PairInterner {
    /// The distinct pairs, the first number in the high half.
    private(set) var pairs: [UInt64] = []
    /// The number of a pair plus one, 0 where nothing is.
    private var slots: [UInt32]
    private let shift: UInt64
    private let factor: UInt64

    /// - Parameter seed: random, so that nobody can choose values that collide.
    init(capacity: Int, seed: UInt64) {
        var bits: UInt64 = 8
        while 1 << bits < capacity * 2 { bits += 1 }
        slots = [UInt32](repeating: 0, count: 1 << bits)
        shift = 64 - bits
        factor = seed | 1
    }

    @inline(__always)
    mutating func intern(_ first: UInt32, _ second: UInt32) -> UInt32 {
        let pair = UInt64(first) << 32 | UInt64(second)
        let mixed = (pair ^ pair >> 29) &* 0x9E37_79B9_7F4A_7C15
        var position = Int(truncatingIfNeeded: ((mixed ^ mixed >> 32) &* factor) >> shift)
        while true {
            let slot = slots[position]
            if slot == 0 {
                pairs.append(pair)
                slots[position] = UInt32(truncatingIfNeeded: pairs.count)
                return UInt32(truncatingIfNeeded: pairs.count - 1)
            }
            if pairs[Int(slot - 1)] == pair { return slot - 1 }
            position = (position + 1) & (slots.count - 1)
        }
    }
}
