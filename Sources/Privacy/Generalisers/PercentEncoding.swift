/// Percent-decoding (RFC 3986, section 2.1) of hostile input: what is no valid escape stays as it stands.
enum PercentEncoding {
    /// The byte that the escape at `index` stands for, nil if there is no valid escape.
    @inline(__always)
    static func byte(_ text: Span<UInt8>, at index: Int) -> UInt8? {
        guard index + 2 < text.count, text[index] == UInt8(ascii: "%"), let high = ASCII.hexValue(text[index + 1]),
            let low = ASCII.hexValue(text[index + 2])
        else { return nil }
        return high << 4 | low
    }

    /// Appends the decoded text; with `plusIsSpace` as HTML forms encode it.
    static func decode(_ text: Span<UInt8>, plusIsSpace: Bool, into result: inout [UInt8]) {
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte == UInt8(ascii: "%"), let decoded = PercentEncoding.byte(text, at: index) {
                result.append(decoded)
                index += 3
            } else {
                result.append(plusIsSpace && byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
                index += 1
            }
        }
    }

    /// Whether the decoded text is `known`, which is decoded already.
    @inline(__always)
    static func decodes(_ text: Span<UInt8>, to known: [UInt8], plusIsSpace: Bool) -> Bool {
        guard text.count >= known.count else { return false }
        var index = 0
        for byte in known {
            guard index < text.count else { return false }
            if let decoded = PercentEncoding.byte(text, at: index) {
                guard decoded == byte else { return false }
                index += 3
            } else {
                let found = plusIsSpace && text[index] == UInt8(ascii: "+") ? UInt8(ascii: " ") : text[index]
                guard found == byte else { return false }
                index += 1
            }
        }
        return index == text.count
    }

    static func hasEscape(_ text: Span<UInt8>) -> Bool {
        guard text.count >= 3 else { return false }
        for index in 0...(text.count - 3) where byte(text, at: index) != nil { return true }
        return false
    }

    /// Whether a detector fires on the text, or on what further rounds of decoding make of it.
    ///
    /// Text that is still encoded after four rounds hides something and counts as an identifier.
    static func hidesIdentifier(_ text: Span<UInt8>) -> Bool {
        if Detectors.contains(text) { return true }
        guard hasEscape(text) else { return false }
        var current: [UInt8] = []
        decode(text, plusIsSpace: false, into: &current)
        for _ in 0..<3 {
            if Detectors.contains(current.span) { return true }
            guard hasEscape(current.span) else { return false }
            var next: [UInt8] = []
            decode(current.span, plusIsSpace: false, into: &next)
            current = next
        }
        return true
    }
}
