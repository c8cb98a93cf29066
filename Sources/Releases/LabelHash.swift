/// Hashes and compares labels eight bytes at a time.
///
/// Whoever writes a log chooses labels, so the hash begins with a number that each process draws anew.
enum LabelHash {
    private static let seed: UInt64 = {
        var hasher = Hasher()
        hasher.combine(0)
        return UInt64(bitPattern: Int64(hasher.finalize()))
    }()

    static func of(_ bytes: [UInt8], _ first: Range<Int>, _ second: Range<Int>, _ kind: UInt8) -> UInt64 {
        let start = mixed(seed ^ UInt64(kind), UInt64(first.count))
        return hashed(bytes, second, hashed(bytes, first, start))
    }

    static func equal(_ left: [UInt8], _ leftRange: Range<Int>, _ right: [UInt8], _ rightRange: Range<Int>) -> Bool {
        guard leftRange.count == rightRange.count else { return false }
        var (place, other) = (leftRange.lowerBound, rightRange.lowerBound)
        while leftRange.upperBound - place >= 8 {
            guard word(left, at: place) == word(right, at: other) else { return false }
            place += 8
            other += 8
        }
        while place < leftRange.upperBound {
            guard left[place] == right[other] else { return false }
            place += 1
            other += 1
        }
        return true
    }

    private static func hashed(_ bytes: [UInt8], _ range: Range<Int>, _ start: UInt64) -> UInt64 {
        var hash = start
        var place = range.lowerBound
        while range.upperBound - place >= 8 {
            hash = mixed(hash, word(bytes, at: place))
            place += 8
        }
        var rest = UInt64(range.count)
        while place < range.upperBound {
            rest = rest << 8 | UInt64(bytes[place])
            place += 1
        }
        return mixed(hash, rest)
    }

    private static func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
        let product = (hash ^ word ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        return product.high ^ product.low
    }

    private static func word(_ bytes: [UInt8], at place: Int) -> UInt64 {
        // SAFETY: any eight bytes are a number, and the load checks that they lie within the array.
        unsafe bytes.span.bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)
    }
}
