/// Words that people typed or campaigns were named with: kept only if no detector fires.
enum FreeText {
    /// Longest value, in characters.
    static let limit = 64
    private static let plus = UInt8(ascii: "+")

    /// Appends the decoded, lower-cased, trimmed words of a form-encoded value; false, and nothing appended, if the
    /// value is empty, can be read neither as UTF-8 nor as ``LegacyText``, holds control characters or an identifier.
    ///
    /// Capitals of ASCII, Latin-1, Greek and Cyrillic become small, spaces in a row become one.
    static func append(_ value: Span<UInt8>, into result: inout [UInt8]) -> Bool {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(value.count)
        PercentEncoding.decode(value, plusIsSpace: true, into: &decoded)
        if decoded.contains(where: { $0 >= 0x80 }), String(validating: decoded, as: UTF8.self) == nil,
            let text = LegacyText.utf8(decoded)
        {
            decoded = text
        }
        guard !PercentEncoding.hidesIdentifier(decoded.span), !hidesIdentifierBehindPlus(value) else { return false }
        let start = result.count
        guard appendWords(decoded.span, into: &result), result.count > start else {
            result.removeSubrange(start...)
            return false
        }
        return true
    }

    /// Whether the value holds an identifier if a `+` that begins a number stands for itself, as it does where a client
    /// does not encode what people type.
    private static func hidesIdentifierBehindPlus(_ value: Span<UInt8>) -> Bool {
        func beginsNumber(_ index: Int) -> Bool {
            value[index] == plus && index + 1 < value.count && ASCII.isDigit(value[index + 1])
                && (index == 0 || value[index - 1] == plus || value[index - 1] == UInt8(ascii: ":"))
        }
        guard (0..<value.count).contains(where: beginsNumber) else { return false }
        var spaced: [UInt8] = []
        for index in 0..<value.count {
            spaced.append(value[index] == plus && !beginsNumber(index) ? UInt8(ascii: " ") : value[index])
        }
        var decoded: [UInt8] = []
        PercentEncoding.decode(spaced.span, plusIsSpace: false, into: &decoded)
        return PercentEncoding.hidesIdentifier(decoded.span)
    }

    private static func appendWords(_ text: Span<UInt8>, into result: inout [UInt8]) -> Bool {
        let start = result.count
        var characters = 0
        var spaceIsDue = false
        var index = 0
        while index < text.count {
            let length = UTF8Sequence.length(text, at: index)
            if length == 1, text[index] == UInt8(ascii: " ") || text[index] == UInt8(ascii: "\t") {
                spaceIsDue = result.count > start
                index += 1
                continue
            }
            guard length > 0, !UTF8Sequence.isControl(text, at: index) else { return false }
            if characters < limit, spaceIsDue {
                result.append(UInt8(ascii: " "))
                characters += 1
            }
            spaceIsDue = false
            if characters < limit {
                appendSmall(text, at: index, length: length, into: &result)
                characters += 1
            }
            index += length
        }
        if result.count > start, result.last == UInt8(ascii: " ") { result.removeLast() }
        return true
    }

    /// Appends one character, small where its capital lies at a fixed distance.
    private static func appendSmall(_ text: Span<UInt8>, at index: Int, length: Int, into result: inout [UInt8]) {
        guard length == 2 else {
            if length == 1 { return result.append(ASCII.lowercased(text[index])) }
            for offset in 0..<length { result.append(text[index + offset]) }
            return
        }
        let scalar = UInt32(text[index] & 0x1F) << 6 | UInt32(text[index + 1] & 0x3F)
        let small: UInt32
        switch scalar {
        case 0xC0...0xD6, 0xD8...0xDE, 0x391...0x3A1, 0x3A3...0x3AB, 0x410...0x42F: small = scalar + 0x20
        case 0x400...0x40F: small = scalar + 0x50
        default: small = scalar
        }
        result.append(UInt8(0xC0 | small >> 6))
        result.append(UInt8(0x80 | small & 0x3F))
    }
}
