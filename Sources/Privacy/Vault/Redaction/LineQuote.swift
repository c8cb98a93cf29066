/// How a quoted value is written: `"…"`, `'…'`, `\"…\"` in a text that is quoted itself, `\x22…\x22` as nginx escapes it,
/// `%22…%22`.
enum LineQuote {
    case plain(UInt8)
    /// So many backslashes and `"`.
    case escaped(Int)
    case hexadecimal
    /// So many times percent-encoded.
    case encoded(Int)

    /// The quote that opens a value at the index, nil if it has none.
    init?(_ text: Span<UInt8>, at index: Int) {
        guard index < text.count else { return nil }
        switch text[index] {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): self = .plain(text[index])
        case UInt8(ascii: "\\"):
            var end = index
            while end < text.count, end - index < 8, text[end] == UInt8(ascii: "\\") { end += 1 }
            if end < text.count, text[end] == UInt8(ascii: "\"") {
                self = .escaped(end - index)
            } else if LineQuote.isHexadecimal(text, at: index) {
                self = .hexadecimal
            } else {
                return nil
            }
        case UInt8(ascii: "%"):
            guard
                let depth = (1...2).first(where: {
                    Separator.isEscape(of: UInt8(ascii: "\""), depth: $0, text, at: index)
                })
            else { return nil }
            self = .encoded(depth)
        default: return nil
        }
    }

    var length: Int {
        switch self {
        case .plain: 1
        case .escaped(let backslashes): backslashes + 1
        case .hexadecimal: 4
        case .encoded(let depth): Separator.length(depth)
        }
    }

    /// Where the closing quote stands; the end of the text if there is none.
    func end(in text: Span<UInt8>, from start: Int) -> Int {
        var index = start
        while index < text.count {
            switch self {
            case .plain(let quote):
                if text[index] == quote { return index }
                index += text[index] == UInt8(ascii: "\\") ? 2 : 1
            case .escaped(let backslashes):
                guard text[index] == UInt8(ascii: "\\") else {
                    // The text around it ends here: it was cut.
                    if text[index] == UInt8(ascii: "\"") { return index }
                    index += 1
                    continue
                }
                var end = index
                while end < text.count, text[end] == UInt8(ascii: "\\") { end += 1 }
                let isClosing = end < text.count && text[end] == UInt8(ascii: "\"") && end - index <= backslashes
                if isClosing { return index }
                index = end + 1
            case .hexadecimal:
                if LineQuote.isHexadecimal(text, at: index) || text[index] == UInt8(ascii: "\"") { return index }
                index += 1
            case .encoded(let depth):
                if Separator.isEscape(of: UInt8(ascii: "\""), depth: depth, text, at: index) { return index }
                if text[index] <= UInt8(ascii: " ") || text[index] == UInt8(ascii: "\"") { return index }
                index += 1
            }
        }
        return text.count
    }

    /// Whether `\x22` stands at the index.
    static func isHexadecimal(_ text: Span<UInt8>, at index: Int) -> Bool {
        guard index >= 0, index + 4 <= text.count else { return false }
        return text[index] == UInt8(ascii: "\\") && text[index + 1] == UInt8(ascii: "x")
            && text[index + 2] == UInt8(ascii: "2") && text[index + 3] == UInt8(ascii: "2")
    }
}
