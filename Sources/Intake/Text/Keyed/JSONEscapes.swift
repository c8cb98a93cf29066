/// The escapes of JSON strings (RFC 8259, section 7), which quoted logfmt values share.
enum JSONEscapes {
    /// Appends the decoded bytes of the string at `range` to `output` and says where they are in it.
    ///
    /// A surrogate without its other half becomes U+FFFD. `\'` and `\xhh`, which logfmt has besides, are decoded as well; the
    /// scanners have checked the escapes, and a backslash that begins none stands for itself.
    static func decode(_ bytes: Span<UInt8>, _ range: Range<Int>, into output: inout [UInt8]) -> Range<Int> {
        let start = output.count
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = bytes[index]
            guard byte == ASCII.backslash, index + 1 < range.upperBound else {
                output.append(byte)
                index += 1
                continue
            }
            if let plain = plainByte(bytes[index + 1]) {
                output.append(plain)
                index += 2
            } else if bytes[index + 1] == ASCII.apostrophe {
                output.append(ASCII.apostrophe)
                index += 2
            } else if let byte = hexByte(bytes, index, range.upperBound) {
                output.append(byte)
                index += 4
            } else if let unit = codeUnit(bytes, index, range.upperBound) {
                index += 6
                if unit & 0xFC00 == 0xD800, let low = codeUnit(bytes, index, range.upperBound), low & 0xFC00 == 0xDC00 {
                    index += 6
                    append(0x10000 + (unit & 0x3FF) << 10 + low & 0x3FF, to: &output)
                } else {
                    append(unit & 0xF800 == 0xD800 ? 0xFFFD : unit, to: &output)
                }
            } else {
                output.append(byte)
                index += 1
            }
        }
        return start..<output.count
    }

    /// The number of bytes of the escape that begins at `index`.
    ///
    /// - Throws: `.missingField` at `end` if the escape is cut there, `.syntax` at its backslash if there is no such
    ///   escape.
    static func length(_ bytes: Span<UInt8>, at index: Int, _ end: Int) throws(LineFailure) -> Int {
        guard index + 1 < end else { throw LineFailure(.missingField, at: end) }
        guard bytes[index + 1] == UInt8(ascii: "u") else {
            guard plainByte(bytes[index + 1]) != nil else { throw LineFailure(.syntax, at: index) }
            return 2
        }
        for digit in index + 2..<index + 6 {
            guard digit < end else { throw LineFailure(.missingField, at: end) }
            guard ASCII.hexDigit(bytes[digit]) != nil else { throw LineFailure(.syntax, at: index) }
        }
        return 6
    }

    /// The byte that a backslash and `letter` stand for.
    static func plainByte(_ letter: UInt8) -> UInt8? {
        switch letter {
        case ASCII.quote, ASCII.backslash, ASCII.slash: letter
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "n"): ASCII.lineFeed
        case UInt8(ascii: "r"): ASCII.carriageReturn
        case UInt8(ascii: "t"): ASCII.tab
        default: nil
        }
    }

    /// The byte of the escape `\xhh` at `index`.
    static func hexByte(_ bytes: Span<UInt8>, _ index: Int, _ end: Int) -> UInt8? {
        guard end - index >= 4, bytes[index + 1] == UInt8(ascii: "x"), let high = ASCII.hexDigit(bytes[index + 2]),
            let low = ASCII.hexDigit(bytes[index + 3])
        else { return nil }
        return high << 4 | low
    }

    /// The UTF-16 code unit of the escape `\uXXXX` at `index`.
    private static func codeUnit(_ bytes: Span<UInt8>, _ index: Int, _ end: Int) -> UInt32? {
        guard end - index >= 6, bytes[index] == ASCII.backslash, bytes[index + 1] == UInt8(ascii: "u") else {
            return nil
        }
        var unit: UInt32 = 0
        for place in index + 2..<index + 6 {
            guard let digit = ASCII.hexDigit(bytes[place]) else { return nil }
            unit = unit << 4 | UInt32(digit)
        }
        return unit
    }

    /// Appends a code point, no surrogate, in UTF-8.
    private static func append(_ point: UInt32, to output: inout [UInt8]) {
        func tail(_ shift: UInt32) -> UInt8 { UInt8(0x80 | (point >> shift) & 0x3F) }
        switch point {
        case 0..<0x80:
            output.append(UInt8(point))
        case 0x80..<0x800:
            output.append(UInt8(0xC0 | point >> 6))
            output.append(tail(0))
        case 0x800..<0x10000:
            output.append(UInt8(0xE0 | point >> 12))
            output.append(tail(6))
            output.append(tail(0))
        default:
            output.append(UInt8(0xF0 | point >> 18))
            output.append(tail(12))
            output.append(tail(6))
            output.append(tail(0))
        }
    }
}
