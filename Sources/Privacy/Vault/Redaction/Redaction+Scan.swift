/// The look at whole regions of lines, most of which hold nothing that would have to be taken out.
///
/// Eight bytes at a time: the three bytes that a separator begins with are looked at where they stand, and digits only where
/// six of eight are some. Of twelve digits in a row, or of a longer number with single joints, no eight aligned bytes have
/// fewer in all places.
extension Redaction {
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highs: UInt64 = 0x8080_8080_8080_8080
    /// A number reaches back at most so far from the first eight bytes that show it.
    private static let reach = 20

    /// A place in the first line, from `start` on, in which something may have to be taken out; nil if there is none.
    ///
    /// It may lie behind the beginning of the value, or before it, but on the same line.
    public func firstCandidate(in lines: Span<UInt8>, from start: Int) -> Int? {
        var index = start
        while index &+ 8 <= lines.count {
            let word = lines.word(at: index)
            var separators =
                Redaction.zeros(word ^ Redaction.ones &* 0x3D) | Redaction.zeros(word ^ Redaction.ones &* 0x3A)
                | Redaction.zeros(word ^ Redaction.ones &* 0x25)
            while separators != 0 {
                let place = index &+ separators.trailingZeroBitCount / 8
                if isSecret(lines, at: place) { return place }
                separators &= separators &- 1
            }
            if Redaction.digitCount(word) >= 6, let place = number(in: lines, around: index) {
                return place
            }
            index += 8
        }
        while index < lines.count {
            if isSecret(lines, at: index) { return index }
            // What began in the bytes before ends here.
            if ASCII.isDigit(lines[index]), let place = number(in: lines, around: index) { return place }
            index += 1
        }
        return nil
    }

    /// The high bit of each byte that is 0; exact up to the first one, and bytes behind it are looked at once more.
    @inline(__always)
    private static func zeros(_ word: UInt64) -> UInt64 {
        (word &- ones) & ~word & highs
    }

    /// How many of the bytes are digits.
    @inline(__always)
    private static func digitCount(_ word: UInt64) -> UInt64 {
        let low = word & ~highs
        // 0x30 and more carry into the high bit, 0x3A and more do as well from the second sum.
        let digits = (low &+ ones &* 0x50) & ~(low &+ ones &* 0x46) & ~word & highs
        // The product has their sum in its highest byte.
        return ((digits >> 7) &* ones) >> 56
    }

    @inline(__always)
    private func isSecret(_ lines: Span<UInt8>, at index: Int) -> Bool {
        Redaction.maySeparate(lines, at: index) && endsSecretName(lines, at: index)
    }

    /// Whether the byte is no part of a time of the day or of an escape of another character, as most are.
    @inline(__always)
    private static func maySeparate(_ lines: Span<UInt8>, at index: Int) -> Bool {
        if lines[index] == UInt8(ascii: "%") {
            // `%3D`, `%253D`
            guard index &+ 2 < lines.count else { return false }
            return lines[index &+ 1] == UInt8(ascii: "3")
                || (lines[index &+ 1] == UInt8(ascii: "2") && lines[index &+ 2] == UInt8(ascii: "5"))
        }
        guard index > 2, ASCII.isDigit(lines[index &- 1]), ASCII.isDigit(lines[index &- 2]) else { return index > 0 }
        return lines[index &- 3] != UInt8(ascii: ":")
    }

    @inline(never)
    private func endsSecretName(_ lines: Span<UInt8>, at index: Int) -> Bool {
        guard let separator = Separator(lines, at: index) else { return false }
        return names.holdsName(lines, before: separator)
    }

    /// Where a number begins that reaches into the eight bytes from the index on.
    @inline(never)
    private func number(in lines: Span<UInt8>, around index: Int) -> Int? {
        var start = index
        while start > 0, index - start < Redaction.reach, Redaction.isNumberByte(lines[start - 1]) { start -= 1 }
        guard Redaction.holdsDigits(lines, from: start, past: index + 8) else { return nil }
        let last = min(index + 8, lines.count)
        while start < last {
            if ASCII.isDigit(lines[start]), PersonalNumber.mayStart(lines, at: start),
                PersonalNumber.end(in: lines, from: start) != nil
            {
                return start
            }
            start += 1
        }
        return nil
    }

    /// Whether there are twelve digits with nothing but joints between them, the first of them before `limit`.
    private static func holdsDigits(_ lines: Span<UInt8>, from start: Int, past limit: Int) -> Bool {
        var digits = 0
        var index = start
        while index < lines.count {
            if ASCII.isDigit(lines[index]) {
                digits += 1
                if digits == 12 { return true }
            } else if !isNumberByte(lines[index]) {
                if index >= limit { return false }
                digits = 0
            }
            index += 1
        }
        return false
    }

    @inline(__always)
    private static func isNumberByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "+"),
            UInt8(ascii: "%"):
            true
        default: false
        }
    }
}

extension Span<UInt8> {
    /// The eight bytes from `index` on, the first one in the lowest bits.
    @inline(__always)
    fileprivate func word(at index: Int) -> UInt64 {
        precondition(index >= 0 && index &+ 8 <= count)
        // SAFETY: eight bytes from `index` on lie within the span, as checked.
        return UInt64(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
    }
}
