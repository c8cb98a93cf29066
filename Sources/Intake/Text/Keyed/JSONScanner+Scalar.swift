extension JSONScanner {
    /// Takes a string, number or literal.
    @inline(__always)
    static func scalar(
        _ bytes: Span<UInt8>, _ position: inout Int, _ end: Int, requiresUTF8: Bool
    ) throws(LineFailure) -> JSONScalar {
        switch bytes[position] {
        case ASCII.quote: try string(bytes, &position, end, requiresUTF8: requiresUTF8)
        case ASCII.zero...ASCII.nine, ASCII.minus: try number(bytes, &position, end)
        case UInt8(ascii: "t"): try literal(.true, trueLetters, 4, bytes, &position, end)
        case UInt8(ascii: "f"): try literal(.false, falseLetters, 5, bytes, &position, end)
        case UInt8(ascii: "n"): try literal(.null, nullLetters, 4, bytes, &position, end)
        default: throw LineFailure(.syntax, at: position)
        }
    }

    /// The letters of the literals as words, the first one lowest.
    private static let trueLetters: UInt64 = 0x6575_7274
    private static let falseLetters: UInt64 = 0x65_736C_6166
    private static let nullLetters: UInt64 = 0x6C6C_756E

    @inline(__always)
    private static func literal(
        _ kind: JSONScalar.Kind, _ letters: UInt64, _ count: Int, _ bytes: Span<UInt8>, _ position: inout Int,
        _ end: Int
    ) throws(LineFailure) -> JSONScalar {
        let start = position
        for index in 0..<count {
            guard position < end else { throw LineFailure(.missingField, at: end) }
            guard bytes[position] == UInt8(truncatingIfNeeded: letters >> UInt64(index * 8)) else {
                throw LineFailure(.syntax, at: position)
            }
            position += 1
        }
        return JSONScalar(kind, start..<position)
    }

    /// Takes a number: no leading zeros, no plus sign, digits on both sides of the point (RFC 8259, section 6).
    @inline(__always)
    private static func number(
        _ bytes: Span<UInt8>, _ position: inout Int, _ end: Int
    ) throws(LineFailure) -> JSONScalar {
        let start = position
        if bytes[position] == ASCII.minus { position += 1 }
        if position < end, bytes[position] == ASCII.zero {
            position += 1
        } else {
            try digits(bytes, &position, end)
        }
        if position < end, bytes[position] == ASCII.dot {
            position += 1
            try digits(bytes, &position, end)
        }
        if position < end, bytes[position] | 0x20 == UInt8(ascii: "e") {
            position += 1
            if position < end, bytes[position] == ASCII.plus || bytes[position] == ASCII.minus { position += 1 }
            try digits(bytes, &position, end)
        }
        return JSONScalar(.number, start..<position)
    }

    @inline(__always)
    private static func digits(_ bytes: Span<UInt8>, _ position: inout Int, _ end: Int) throws(LineFailure) {
        guard position < end else { throw LineFailure(.missingField, at: end) }
        guard ASCII.digit(bytes[position]) < 10 else { throw LineFailure(.syntax, at: position) }
        repeat { position &+= 1 } while position < end && ASCII.digit(bytes[position]) < 10
    }
}
