/// Decodes one path segment into text that may be stored and shown.
enum SegmentDecoder {
    /// Appends the decoded segment without its parameters; false if an encoded `?` or `#` ended the path.
    static func append(_ segment: Span<UInt8>, into result: inout [UInt8]) -> Bool {
        let plain = plainPrefix(segment)
        // SAFETY: the buffer is read before the closure ends.
        unsafe segment.extracting(0..<plain).withUnsafeBufferPointer { unsafe result.append(contentsOf: $0) }
        guard plain < segment.count else { return true }
        var decoded: [UInt8] = []
        decoded.reserveCapacity(segment.count - plain)
        var goesOn = true
        var index = plain
        decoding: while index < segment.count {
            let escaped = PercentEncoding.byte(segment, at: index)
            let byte = escaped ?? segment[index]
            switch byte {
            case UInt8(ascii: ";"): break decoding
            case UInt8(ascii: "?"), UInt8(ascii: "#"):
                goesOn = false
                break decoding
            case UInt8(ascii: "/"), UInt8(ascii: "%"):
                // An escape that must stay one; `%` alone is no escape and stays too.
                for offset in 0..<(escaped == nil ? 1 : 3) { decoded.append(segment[index + offset]) }
            default: decoded.append(byte)
            }
            index += escaped == nil ? 1 : 3
        }
        appendRepaired(decoded.span, into: &result)
        return goesOn
    }

    /// How many leading bytes are printable ASCII that stands for itself.
    private static func plainPrefix(_ segment: Span<UInt8>) -> Int {
        for index in 0..<segment.count {
            let byte = segment[index]
            if byte == UInt8(ascii: "%") || byte == UInt8(ascii: ";") || byte < 0x20 || byte >= 0x7F { return index }
        }
        return segment.count
    }

    /// Appends the text with U+FFFD for each byte of ill-formed UTF-8 and for each control character.
    private static func appendRepaired(_ text: Span<UInt8>, into result: inout [UInt8]) {
        var index = 0
        while index < text.count {
            let length = UTF8Sequence.length(text, at: index)
            if length == 0 || UTF8Sequence.isControl(text, at: index) {
                result.append(contentsOf: UTF8Sequence.replacement)
            } else {
                for offset in 0..<length { result.append(text[index + offset]) }
            }
            index += max(1, length)
        }
    }
}
