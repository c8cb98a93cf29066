extension JSONScanner {
    /// Takes a string, number or literal.
    @inline(__always)
    static func scalar(_ bytes: Span<UInt8>, _ position: inout Int, _ end: Int) throws(LineFailure) -> JSONScalar {
        switch bytes[position] {
        case ASCII.quote: try string(bytes, &position, end)
        case ASCII.zero...ASCII.nine, ASCII.minus: try number(bytes, &position, end)
        case UInt8(ascii: "t"): try literal(.true, "true", bytes, &position, end)
        case UInt8(ascii: "f"): try literal(.false, "false", bytes, &position, end)
        case UInt8(ascii: "n"): try literal(.null, "null", bytes, &position, end)
        default: throw LineFailure(.syntax, at: position)
        }
    }

    @inline(__always)
    private static func literal(
        _ kind: JSONScalar.Kind, _ text: StaticString, _ bytes: Span<UInt8>, _ position: inout Int, _ end: Int
    ) throws(LineFailure) -> JSONScalar {
        let start = position
        for index in 0..<text.utf8CodeUnitCount {
            guard position < end else { throw LineFailure(.missingField, at: end) }
            // SAFETY: a static string holds as many bytes as it says.
            guard bytes[position] == (unsafe text.utf8Start[index]) else { throw LineFailure(.syntax, at: position) }
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
