/// Tags the lines of a stream with 16 bits each, by which an input that ends within a block is compared with known
/// content.
///
/// The tags are not a MAC: they are a fast hash (folded 64-bit products, the construction of wyhash) from a secret
/// seed, and are stored only sealed (``ContentKey/seal(_:)``). The block tags before them have compared everything up
/// to the last few hundred lines.
public struct LineHasher: Sendable {
    private static let lineFeed: UInt8 = 10
    private let seed: UInt64
    private var state: UInt64
    /// Bytes of the line that do not fill a word yet.
    private var word: UInt64 = 0
    private var count: UInt64 = 0

    public init(_ key: ContentKey) {
        seed = key.lineSeed
        state = seed
    }

    /// Absorbs the next bytes and gives the tag of every line that they complete.
    public mutating func absorb(_ bytes: Span<UInt8>, onLine: (UInt16) -> Void) {
        var position = 0
        while position < bytes.count {
            // A whole word, unless it holds a line feed or the line's bytes so far do not fill words.
            if count & 7 == 0, bytes.count - position >= 8 {
                let next = LineHasher.load(bytes, position)
                if !LineHasher.holdsLineFeed(next) {
                    fold(next)
                    count += 8
                    position += 8
                    continue
                }
            }
            let byte = bytes[position]
            position += 1
            if byte == LineHasher.lineFeed {
                onLine(finish())
            } else {
                word |= UInt64(byte) << (8 * (count & 7))
                count += 1
                if count & 7 == 0 {
                    fold(word)
                    word = 0
                }
            }
        }
    }

    private mutating func finish() -> UInt16 {
        fold(word)
        fold(count)
        let tag = UInt16(truncatingIfNeeded: state >> 24)
        state = seed
        word = 0
        count = 0
        return tag
    }

    @inline(__always)
    private mutating func fold(_ next: UInt64) {
        let product = (state ^ next ^ 0xE703_7ED1_A0B4_28DB).multipliedFullWidth(by: seed | 0xA076_1D64_78BD_642F)
        state = product.high ^ product.low ^ next
    }

    @inline(__always)
    private static func load(_ bytes: Span<UInt8>, _ position: Int) -> UInt64 {
        // SAFETY: the caller has checked that eight bytes follow `position`.
        unsafe bytes.withUnsafeBytes {
            unsafe UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: position, as: UInt64.self))
        }
    }

    /// Whether one of the eight bytes is a line feed (Mycroft's test for a zero byte).
    @inline(__always)
    private static func holdsLineFeed(_ word: UInt64) -> Bool {
        let zeroed = word ^ 0x0A0A_0A0A_0A0A_0A0A
        return (zeroed &- 0x0101_0101_0101_0101) & ~zeroed & 0x8080_8080_8080_8080 != 0
    }
}
