/// The length, the first eight and the last eight bytes of a key: all there is of one of up to sixteen.
struct PackedKey: Equatable, Sendable {
    let count: Int
    /// The first bytes, the first one lowest; zeros behind a shorter key.
    let head: UInt64
    /// The last eight bytes; zero for a shorter key.
    let tail: UInt64

    private init(count: Int, head: UInt64, tail: UInt64) {
        self.count = count
        self.head = head
        self.tail = tail
    }

    @inline(__always)
    init(_ bytes: Span<UInt8>, _ key: Range<Int>) {
        count = key.count
        if count >= 8 {
            head = bytes.word(at: key.lowerBound)
            tail = bytes.word(at: key.upperBound - 8)
        } else {
            head = PackedKey.shortWord(bytes, key)
            tail = 0
        }
    }

    /// The key with ASCII capitals made small.
    var folded: PackedKey {
        PackedKey(count: count, head: PackedKey.fold(head), tail: PackedKey.fold(tail))
    }

    /// The slot to look at first, in a table of two to the power of `64 - shift`.
    @inline(__always)
    func slot(shift: UInt64) -> Int {
        let mixed = head ^ (tail &* 0xE703_7ED1_A0B4_28DB) ^ UInt64(truncatingIfNeeded: count)
        return Int(truncatingIfNeeded: ((mixed ^ mixed >> 32) &* 0x9E37_79B9_7F4A_7C15) >> shift)
    }

    /// Makes the ASCII capitals among eight bytes small.
    static func fold(_ word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let low = word & (ones &* 0x7F)
        let atLeastA = low &+ ones &* UInt64(0x80 - UInt8(ascii: "A"))
        let aboveZ = low &+ ones &* UInt64(0x7F - UInt8(ascii: "Z"))
        return word | ((atLeastA & ~aboveZ & ~word & (ones &* 0x80)) >> 2)
    }

    /// Fewer than eight bytes, read at once where the span goes on behind them.
    @inline(__always)
    private static func shortWord(_ bytes: Span<UInt8>, _ key: Range<Int>) -> UInt64 {
        if key.isEmpty { return 0 }
        if key.lowerBound &+ 8 <= bytes.count {
            return bytes.word(at: key.lowerBound) & (.max >> UInt64(64 - key.count * 8))
        }
        return key.reversed().reduce(0) { $0 << 8 | UInt64(bytes[$1]) }
    }
}
