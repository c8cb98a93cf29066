/// Where the name before a separator lies.
extension SecretNames {
    /// The name, without the quotes, brackets and spaces behind it, and the bits of its bytes; nil if there is no letter in
    /// it.
    static func name(in text: Span<UInt8>, before separator: Separator) -> (Range<Int>, UInt32)? {
        var end = separator.range.lowerBound
        // `"name" : "value"`
        var spaces = 0
        while separator.isColon, spaces < 2, end > 0, text[end - 1] == UInt8(ascii: " ") {
            end -= 1
            spaces += 1
        }
        end = withoutClosing(text, end, separator.escape)
        guard spaces == 0 || end < separator.range.lowerBound - spaces else { return nil }
        var start = end
        var hasLetter = false
        var letters: UInt32 = 0
        while start > 0, end - start < limit, isNameByte(text[start - 1]) {
            start -= 1
            letters |= letter(text[start])
            hasLetter = hasLetter || ASCII.isLetter(text[start])
        }
        guard hasLetter else { return nil }
        start = min(start + lengthOfEscape(text, at: start), end)
        return start < end ? (start..<end, letters) : nil
    }

    /// What of an escape before the name looks like a part of it: `26` of `%26`, `u0026` of `\\u0026`.
    private static func lengthOfEscape(_ text: Span<UInt8>, at start: Int) -> Int {
        guard start > 0, start + 2 <= text.count else { return 0 }
        switch text[start - 1] {
        case UInt8(ascii: "%"): return text[start] == UInt8(ascii: "2") && text[start + 1] == UInt8(ascii: "5") ? 4 : 2
        case UInt8(ascii: "\\"):
            switch text[start] {
            case UInt8(ascii: "u"): return 5
            case UInt8(ascii: "x"): return 3
            case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"): return 1
            default: return 0
            }
        default: return 0
        }
    }

    /// The index before a `"`, `'` or `]` and what escapes it, as in `"name":`, `\"name\":`, `\x22name\x22:`,
    /// `%22name%22%3A` and `user[name]=`.
    private static func withoutClosing(_ text: Span<UInt8>, _ end: Int, _ escape: Int) -> Int {
        guard end > 0 else { return end }
        switch text[end - 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            var index = end - 1
            while index > 0, end - index < 5, text[index - 1] == UInt8(ascii: "\\") { index -= 1 }
            return index
        case UInt8(ascii: "]"): return end - 1
        default:
            if LineQuote.isHexadecimal(text, at: end - 4) { return end - 4 }
            for depth in 1...2 {
                let start = end - Separator.length(depth)
                for byte in [UInt8(ascii: "\""), UInt8(ascii: "]"), UInt8(ascii: "'")]
                where Separator.isEscape(of: byte, depth: depth, text, at: start) { return start }
            }
            return end
        }
    }

    @inline(__always)
    static func isNameByte(_ byte: UInt8) -> Bool {
        ASCII.isAlphanumeric(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: ".")
    }
}
