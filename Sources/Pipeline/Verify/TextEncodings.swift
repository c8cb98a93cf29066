/// What becomes of a text on its way through URLs, mail, documents and databases.
enum TextEncodings {
    private static let hexadecimalDigits = Array("0123456789abcdef".utf8)
    private static let base64Digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    /// The characters that have a meaning in URLs (RFC 3986, section 2.2), the percent sign, and the space.
    private static let reserved = Set(":/?#[]@!$&'()*+,;=% ".utf8)
    private static let unreservedMarks = Set("-._~".utf8)

    static func lowercased(_ bytes: [UInt8]) -> [UInt8] {
        bytes.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    }

    static func hexadecimal(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        bytes.flatMap { [hexadecimalDigits[Int($0 >> 4)], hexadecimalDigits[Int($0 & 15)]] }
    }

    /// The reserved characters encoded, all but the unreserved, all but letters and digits, and every byte; and the
    /// first three encoded once more.
    static func percentEncoded(_ text: [UInt8]) -> [[UInt8]] {
        let rules: [(UInt8) -> Bool] = [
            { reserved.contains($0) || $0 >= 0x80 },
            { !isAlphanumeric($0) && !unreservedMarks.contains($0) },
            { !isAlphanumeric($0) },
        ]
        let once = rules.map { percentEncoded(text, where: $0) }
        let twice = once.map { percentEncoded($0, where: { $0 == UInt8(ascii: "%") }) }
        let form = once.map { $0.replacing(Array("%20".utf8), with: Array("+".utf8)) }
        return once + form + twice + [percentEncoded(text) { _ in true }]
    }

    private static func percentEncoded(_ text: [UInt8], where isEncoded: (UInt8) -> Bool) -> [UInt8] {
        text.flatMap { isEncoded($0) ? [UInt8(ascii: "%")] + hexadecimal([$0]) : [$0] }
    }

    static func isAlphanumeric(_ byte: UInt8) -> Bool {
        byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
    }

    /// The digits of a number that is written with signs of punctuation or spaces, at least seven; nil for anything
    /// else.
    static func digits(_ text: [UInt8]) -> [UInt8]? {
        let marks = Set("+-.() /".utf8)
        let digits = text.filter { $0 &- 0x30 < 10 }
        guard digits.count >= 7, text.allSatisfy({ $0 &- 0x30 < 10 || marks.contains($0) }) else { return nil }
        return digits
    }

    /// The characters that do not depend on what stands before and behind the text, for each of the three places in
    /// which it can begin among the bytes, in both alphabets.
    static func base64Cores(_ text: [UInt8]) -> [[UInt8]] {
        var cores: [[UInt8]] = []
        for place in 0..<3 {
            let bytes = [UInt8](repeating: 0, count: place) + text + [0, 0]
            let first = (place * 8 + 5) / 6
            let end = (place + text.count) * 8 / 6
            let core = (first..<max(first, end)).map { index in
                let bit = index * 6
                let pair = UInt16(bytes[bit / 8]) << 8 | UInt16(bytes[bit / 8 + 1])
                return base64Digits[Int(pair >> UInt16(10 - bit % 8)) & 63]
            }
            cores.append(core)
            cores.append(
                core.map {
                    $0 == UInt8(ascii: "+") ? UInt8(ascii: "-") : $0 == UInt8(ascii: "/") ? UInt8(ascii: "_") : $0
                })
        }
        return cores
    }

    /// Both byte orders; none for bytes that are no UTF-8.
    static func utf16(_ text: [UInt8]) -> [[UInt8]] {
        let decoded = String(decoding: text, as: UTF8.self)
        guard decoded.utf8.elementsEqual(text) else { return [] }
        let little = decoded.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        let big = decoded.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
        return [little, big]
    }
}
