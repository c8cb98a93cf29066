/// Walks through what proxies have written about the way of a request, from the last one to the first.
///
/// Reads lists as in `X-Forwarded-For` (`192.0.2.1, "[2001:db8::1]:4711", unknown`) and the field of RFC 7239
/// (`for=192.0.2.1;proto=https, for="[2001:db8::1]:4711"`), also mixed. It begins at the right because each proxy
/// appends: whatever a stranger has sent stands to the left of what the own proxies wrote, and, unbalanced quotes
/// included, has no effect on how that is read.
struct ForwardedChain {
    /// The end of the next element; -1 when there is none.
    private var end: Int

    init(_ text: Span<UInt8>) {
        end = text.count
    }

    /// Where the next element says who it speaks of, without quotes and white space: an address, a made-up name,
    /// `unknown`, or nothing at all.
    ///
    /// All calls together take time linear in the length of the text.
    /// - Parameter text: the same at each call.
    mutating func next(in text: Span<UInt8>) -> Range<Int>? {
        guard end >= 0 else { return nil }
        let element = ForwardedChain.start(in: text, before: end)..<end
        end = element.lowerBound - 1
        guard text.firstIndex(of: ASCII.equals, in: element) != nil else {
            return ForwardedChain.bare(text, element)
        }
        return ForwardedChain.node(text, element)
    }

    /// The place behind the nearest comma that is in no quoted string.
    ///
    /// Where the quotes do not pair up the nearest comma counts, quoted or not. That happens once in a chain: the number
    /// of quotes to the left of it is even.
    private static func start(in text: Span<UInt8>, before end: Int) -> Int {
        var isQuoted = false
        var nearest = 0
        var index = end
        while index > 0 {
            let byte = text[index - 1]
            if byte == ASCII.comma {
                if !isQuoted { return index }
                if nearest == 0 { nearest = index }
            } else if byte == ASCII.quote, !isEscaped(text, index - 1) {
                isQuoted.toggle()
            }
            index -= 1
        }
        return isQuoted ? nearest : 0
    }

    /// The value of the parameter `for` of an element; the empty place at its end if there is none.
    private static func node(_ text: Span<UInt8>, _ element: Range<Int>) -> Range<Int> {
        var node = element.upperBound..<element.upperBound
        var isQuoted = false
        var start = element.lowerBound
        for index in element {
            if text[index] == ASCII.quote, !isEscaped(text, index) { isQuoted.toggle() }
            guard text[index] == ASCII.semicolon, !isQuoted else { continue }
            node = value(text, start..<index) ?? node
            start = index + 1
        }
        return value(text, start..<element.upperBound) ?? node
    }

    /// The value of a `for=value`.
    private static func value(_ text: Span<UInt8>, _ pair: Range<Int>) -> Range<Int>? {
        let pair = trimmed(text, pair)
        let start = pair.lowerBound
        guard pair.count >= 4, text[start] | 0x20 == UInt8(ascii: "f"), text[start + 1] | 0x20 == UInt8(ascii: "o"),
            text[start + 2] | 0x20 == UInt8(ascii: "r"), text[start + 3] == ASCII.equals
        else { return nil }
        return bare(text, start + 4..<pair.upperBound)
    }

    /// The range without white space and quotes around it.
    private static func bare(_ text: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
        let range = trimmed(text, range)
        guard range.count >= 2, text[range.lowerBound] == ASCII.quote, text[range.upperBound - 1] == ASCII.quote else {
            return range
        }
        return range.lowerBound + 1..<range.upperBound - 1
    }

    private static func trimmed(_ text: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
        func isSpace(_ index: Int) -> Bool { text[index] == ASCII.space || text[index] == ASCII.tab }
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, isSpace(start) { start += 1 }
        while end > start, isSpace(end - 1) { end -= 1 }
        return start..<end
    }

    /// Whether an odd number of backslashes stands before the byte.
    private static func isEscaped(_ text: Span<UInt8>, _ index: Int) -> Bool {
        var start = index
        while start > 0, text[start - 1] == ASCII.backslash { start -= 1 }
        return (index - start) % 2 == 1
    }
}
