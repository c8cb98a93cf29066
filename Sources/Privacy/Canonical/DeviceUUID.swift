/// A device identifier that is a UUID (RFC 9562) without its notation.
struct DeviceUUID: Equatable {
    let high: UInt64
    let low: UInt64

    /// Reads 32 hexadecimal digits of any case, with or without hyphens at 8-4-4-4-12, braces or `urn:uuid:`.
    init?(_ text: Span<UInt8>) {
        var body = text
        let prefix = "urn:uuid:".utf8
        if text.count > prefix.count, zip(prefix, 0...).allSatisfy({ ASCII.lowercased(text[$1]) == $0 }) {
            body = text.extracting(prefix.count...)
        } else if text.count > 2, text[0] == UInt8(ascii: "{"), text[text.count - 1] == UInt8(ascii: "}") {
            body = text.extracting(1..<(text.count - 1))
        }
        let hyphenated = body.count == 36
        guard hyphenated || body.count == 32 else { return nil }
        var high: UInt64 = 0
        var low: UInt64 = 0
        for offset in body.indices {
            if hyphenated, [8, 13, 18, 23].contains(offset) {
                guard body[offset] == UInt8(ascii: "-") else { return nil }
                continue
            }
            guard let digit = ASCII.hexValue(body[offset]) else { return nil }
            high = high << 4 | low >> 60
            low = low << 4 | UInt64(digit)
        }
        self.high = high
        self.low = low
    }

    /// Whether this is what devices send that have no identifier, or hide it: all zero (nil) or all one (max).
    ///
    /// Taken as an identifier it would make one visitor of everybody.
    var isNull: Bool {
        (high, low) == (0, 0) || (high, low) == (.max, .max)
    }
}
