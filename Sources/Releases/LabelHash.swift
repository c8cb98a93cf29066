/// A hash of labels, taken eight bytes at a time.
///
/// Whoever is written about in a log has chosen labels, so it begins with a number that each process draws anew.
struct LabelHash {
    private(set) var value: UInt64

    private static let seed: UInt64 = {
        var hasher = Hasher()
        hasher.combine(0)
        return UInt64(bitPattern: Int64(hasher.finalize()))
    }()

    init(_ kind: UInt8) {
        value = LabelHash.seed ^ UInt64(kind)
    }

    mutating func add(_ bytes: borrowing Span<UInt8>, from start: Int, to end: Int) {
        mix(UInt64(end - start))
        var place = start
        while end - place >= 8 {
            mix(LabelHash.word(bytes, at: place))
            place += 8
        }
        var rest: UInt64 = 0
        while place < end {
            rest = rest << 8 | UInt64(bytes[place])
            place += 1
        }
        mix(rest)
    }

    private mutating func mix(_ word: UInt64) {
        let product = (value ^ word ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        value = product.high ^ product.low
    }

    static func isEqual(
        _ left: borrowing Span<UInt8>, _ leftStart: Int, _ right: borrowing Span<UInt8>, _ rightStart: Int, count: Int
    ) -> Bool {
        var place = 0
        while count - place >= 8 {
            guard word(left, at: leftStart + place) == word(right, at: rightStart + place) else { return false }
            place += 8
        }
        while place < count {
            guard left[leftStart + place] == right[rightStart + place] else { return false }
            place += 1
        }
        return true
    }

    /// The eight bytes at a place, as this machine orders them.
    static func word(_ bytes: borrowing Span<UInt8>, at place: Int) -> UInt64 {
        // SAFETY: any eight bytes are a number, and the load checks that they lie within the span.
        unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)
    }
}
