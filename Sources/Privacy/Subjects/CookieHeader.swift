/// The cookies of a Cookie header (RFC 6265, section 4.2.1): pairs of name and value with semicolons between them.
///
/// Some formats write the whole header where others write the value of one cookie, and nothing but the text tells which.
struct CookieHeader {
    /// A shorter value, as that of `theme=dark`, is that of many people.
    static let shortestValue = 16

    /// Where `name=value` stands in the text, and the value in it, without blanks and quotes around it.
    struct Pair {
        let range: Range<Int>
        let value: Range<Int>

        /// Whether it may be told from those of everybody else.
        var tellsPeopleApart: Bool { value.count >= CookieHeader.shortestValue }
    }

    let pairs: [Pair]

    init(_ text: Span<UInt8>) {
        var pairs: [Pair] = []
        var start = 0
        while start < text.count {
            var end = start
            while end < text.count, text[end] != UInt8(ascii: ";") { end += 1 }
            if let pair = CookieHeader.pair(in: text, start..<end) { pairs.append(pair) }
            start = end + 1
        }
        self.pairs = pairs
    }

    private static func pair(in text: Span<UInt8>, _ range: Range<Int>) -> Pair? {
        let range = trimmed(text, range) { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        guard let sign = range.first(where: { text[$0] == UInt8(ascii: "=") }), sign > range.lowerBound else {
            return nil
        }
        let value = trimmed(text, sign + 1..<range.upperBound) { $0 == UInt8(ascii: "\"") }
        return Pair(range: range, value: value)
    }

    private static func trimmed(
        _ text: Span<UInt8>, _ range: Range<Int>, _ isTrimmed: (UInt8) -> Bool
    ) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, isTrimmed(text[start]) { start += 1 }
        while start < end, isTrimmed(text[end - 1]) { end -= 1 }
        return start..<end
    }
}
