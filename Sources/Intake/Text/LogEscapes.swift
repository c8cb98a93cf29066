/// The escapes that servers write into quoted fields.
///
/// Apache (`ap_escape_logitem`) writes `\"`, `\\`, `\b`, `\n`, `\r`, `\t`, `\v` and `\xhh`; nginx's default escaping
/// writes `\xhh` for all of them. A backslash before anything else stands for itself.
enum LogEscapes {
    /// Appends the decoded bytes of `range` to `output` and says where they are in it.
    static func decode(_ bytes: Span<UInt8>, _ range: Range<Int>, into output: inout [UInt8]) -> Range<Int> {
        let start = output.count
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = bytes[index]
            index += 1
            guard byte == ASCII.backslash, index < range.upperBound else {
                output.append(byte)
                continue
            }
            if let plain = plainByte(bytes[index]) {
                output.append(plain)
                index += 1
            } else if bytes[index] == UInt8(ascii: "x"), index + 2 < range.upperBound,
                let high = ASCII.hexDigit(bytes[index + 1]), let low = ASCII.hexDigit(bytes[index + 2])
            {
                output.append(high << 4 | low)
                index += 3
            } else {
                output.append(byte)
            }
        }
        return start..<output.count
    }

    private static func plainByte(_ letter: UInt8) -> UInt8? {
        switch letter {
        case ASCII.quote, ASCII.backslash: letter
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "t"): ASCII.tab
        case UInt8(ascii: "n"): ASCII.lineFeed
        case UInt8(ascii: "v"): 0x0B
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "r"): ASCII.carriageReturn
        default: nil
        }
    }
}
