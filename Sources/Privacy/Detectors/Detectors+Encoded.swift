/// Text that is hidden from the other detectors by an encoding.
extension Detectors {
    /// Whether Base64 or its URL-safe form (RFC 4648) decodes to printable text: sixteen characters of it, or fewer
    /// that hold an identifier.
    ///
    /// A run of letters that was not encoded decodes to printable text with a probability below 1 in 100,000.
    static func hidesText(_ text: Span<UInt8>) -> Bool {
        // Separators are part of the alphabet too: what follows one may be a run of its own.
        var begins = true
        for index in 0..<text.count {
            if begins {
                let length = decode(text, from: index) { _ in }
                if length >= 16 || (length >= 8 && hidesIdentifier(text, from: index)) { return true }
            }
            begins = !ASCII.isAlphanumeric(text[index])
        }
        return false
    }

    private static func hidesIdentifier(_ text: Span<UInt8>, from start: Int) -> Bool {
        var decoded: [UInt8] = []
        _ = decode(text, from: start) { decoded.append($0) }
        return contains(decoded.span)
    }

    /// Decodes up to the end of the run, the first byte that is not printable ASCII or sixteen bytes, and returns how
    /// many there are.
    @inline(__always)
    private static func decode(_ text: Span<UInt8>, from start: Int, _ body: (UInt8) -> Void) -> Int {
        var bits: UInt32 = 0
        var count: UInt32 = 0
        var length = 0
        var index = start
        while index < text.count, length < 16, let value = sextet(text[index]) {
            bits = bits << 6 | UInt32(value)
            count += 6
            index += 1
            guard count >= 8 else { continue }
            count -= 8
            let byte = UInt8(truncatingIfNeeded: bits >> count)
            guard (0x20...0x7E).contains(byte) else { break }
            body(byte)
            length += 1
        }
        return length
    }

    private static func sextet(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - 0x41
        case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - 0x47
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte + 4
        case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
        case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
        default: nil
        }
    }
}
