extension JSONScanner {
    /// Takes a string and its quotes.
    ///
    /// Eight bytes at a time are looked through for those that need attention: quotes, backslashes, control characters
    /// and whatever is not ASCII.
    @inline(__always)
    static func string(
        _ bytes: Span<UInt8>, _ position: inout Int, _ end: Int, requiresUTF8: Bool
    ) throws(LineFailure) -> JSONScalar {
        let start = position + 1
        var index = start
        while index &+ 8 <= end {
            let special = specialBytes(bytes.word(at: index))
            if special != 0 {
                index &+= special.trailingZeroBitCount >> 3
                if bytes[index] != ASCII.quote { break }
                position = index &+ 1
                return JSONScalar(.string, start..<index)
            }
            index &+= 8
        }
        return try rest(of: start, bytes, from: index, &position, end, requiresUTF8: requiresUTF8)
    }

    /// Takes what of a string follows its first special byte or lies in the last bytes of the text.
    @inline(never)
    private static func rest(
        of start: Int, _ bytes: Span<UInt8>, from first: Int, _ position: inout Int, _ end: Int,
        requiresUTF8: Bool
    ) throws(LineFailure) -> JSONScalar {
        var index = first
        var hasEscapes = false
        while index < end {
            let byte = bytes[index]
            switch byte {
            case ASCII.quote:
                position = index + 1
                return JSONScalar(.string, start..<index, hasEscapes: hasEscapes)
            case ASCII.backslash:
                hasEscapes = true
                index += try JSONEscapes.length(bytes, at: index, end)
            case 0..<ASCII.space:
                throw LineFailure(.syntax, at: index)
            case 0x80... where requiresUTF8:
                switch UTF8Sequence(bytes, at: index, end) {
                case .whole(let count): index += count
                case .cut: throw LineFailure(.missingField, at: end)
                case .malformed: throw LineFailure(.syntax, at: index)
                }
            default:
                index &+= 1
                while index &+ 8 <= end {
                    let special = specialBytes(bytes.word(at: index))
                    index &+= special == 0 ? 8 : special.trailingZeroBitCount >> 3
                    if special != 0 { break }
                }
            }
        }
        throw LineFailure(.missingField, at: end)
    }

    /// The highest bit of each byte that is a quote, a backslash, a control character or not ASCII; the lowest of the
    /// bits that are set is right, those above it need not be (a borrow may pass them).
    @inline(__always)
    private static func specialBytes(_ word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let quotes = word ^ (ones &* UInt64(ASCII.quote))
        let backslashes = word ^ (ones &* UInt64(ASCII.backslash))
        let controls = word &- (ones &* UInt64(ASCII.space))
        return ((quotes &- ones) & ~quotes | (backslashes &- ones) & ~backslashes | controls & ~word | word)
            & (ones &* 0x80)
    }
}
