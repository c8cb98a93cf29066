/// E-mail addresses that hide their `@` from programs.
extension Detectors {
    /// `jane (at) example.org`, `jane[at]example[dot]org`, `jane at example dot org`, `jane @ example.org`, and `@` as
    /// an escape of HTML, JavaScript or old browsers (`&#64;`, `\u0040`, `%u0040`).
    static func holdsSpelledEmail(_ text: Span<UInt8>) -> Bool {
        for index in 1..<max(1, text.count) {
            guard let sign = Spelling(text, at: index), isBehindName(text, index) else { continue }
            if holdsDomain(text, from: sign.end, needsDot: sign.needsDot, dotIsWord: sign.isWord) { return true }
        }
        return false
    }

    /// A spelling of `@`.
    private struct Spelling {
        let end: Int
        /// Whether only a domain with a dot tells an address from other words.
        var needsDot = true
        /// Whether that dot must be spelled out too.
        var isWord = false

        init?(_ text: Span<UInt8>, at start: Int) {
            switch text[start] {
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
                guard let end = Detectors.endOfBracketed(text, from: start, "at") else { return nil }
                self.end = end
            case UInt8(ascii: "&"), UInt8(ascii: "\\"), UInt8(ascii: "%"):
                guard let escape = Detectors.escapes.first(where: { Detectors.follows(text, start, $0) }) else {
                    return nil
                }
                end = start + escape.utf8.count
                needsDot = false
            case UInt8(ascii: "@"):
                guard Detectors.isSpace(text, start - 1) || Detectors.isSpace(text, start + 1) else { return nil }
                end = start + 1
            case UInt8(ascii: " "):
                guard Detectors.follows(text, start, " at ") else { return nil }
                end = start + 4
                isWord = true
            default: return nil
            }
        }
    }

    private static let escapes: [String] = [
        "&#64;", "&#064;", "&#x40;", "&#x0040;", "&commat;", "\\u0040", "\\x40", "\\x{40}", "%u0040",
    ]

    private static func isBehindName(_ text: Span<UInt8>, _ start: Int) -> Bool {
        var index = start
        while index > 0, text[index - 1] == UInt8(ascii: " "), start - index < 3 { index -= 1 }
        return index > 0 && (ASCII.isAlphanumeric(text[index - 1]) || text[index - 1] >= 0x80)
    }

    /// Whether a label begins at `start`, after spaces, and if need be a dot and a letter follow it.
    private static func holdsDomain(_ text: Span<UInt8>, from start: Int, needsDot: Bool, dotIsWord: Bool) -> Bool {
        var index = start
        while index < text.count, text[index] == UInt8(ascii: " "), index - start < 3 { index += 1 }
        let label = index
        while index < text.count, isLabelByte(text[index]), index - label < 64 { index += 1 }
        guard index > label, ASCII.isAlphanumeric(text[label]) || text[label] >= 0x80 else { return false }
        guard needsDot else { return !ASCII.isDigit(text[label]) }
        guard let dot = endOfDot(text, from: index, isWord: dotIsWord), dot < text.count else { return false }
        return ASCII.isLetter(text[dot]) || text[dot] >= 0x80
    }

    private static func isSpace(_ text: Span<UInt8>, _ index: Int) -> Bool {
        index >= 0 && index < text.count && text[index] == UInt8(ascii: " ")
    }

    private static func isLabelByte(_ byte: UInt8) -> Bool {
        ASCII.isAlphanumeric(byte) || byte == UInt8(ascii: "-") || byte >= 0x80
    }

    private static func endOfDot(_ text: Span<UInt8>, from start: Int, isWord: Bool) -> Int? {
        if follows(text, start, " dot ") { return start + 5 }
        if isWord { return nil }
        if start < text.count, text[start] == UInt8(ascii: ".") { return start + 1 }
        var index = start
        if index < text.count, text[index] == UInt8(ascii: " ") { index += 1 }
        guard var end = endOfBracketed(text, from: index, "dot") ?? endOfBracketed(text, from: index, ".") else {
            return nil
        }
        if end < text.count, text[end] == UInt8(ascii: " ") { end += 1 }
        return end
    }

    /// The end of `word` in brackets, with or without spaces inside them.
    private static func endOfBracketed(_ text: Span<UInt8>, from start: Int, _ word: String) -> Int? {
        guard start < text.count else { return nil }
        let closing: UInt8
        switch text[start] {
        case UInt8(ascii: "("): closing = UInt8(ascii: ")")
        case UInt8(ascii: "["): closing = UInt8(ascii: "]")
        case UInt8(ascii: "{"): closing = UInt8(ascii: "}")
        default: return nil
        }
        var index = start + 1
        if index < text.count, text[index] == UInt8(ascii: " ") { index += 1 }
        if index < text.count, text[index] == UInt8(ascii: "@"), word.utf8.count == 2 {
            index += 1
        } else {
            guard follows(text, index, word) else { return nil }
            index += word.utf8.count
        }
        if index < text.count, text[index] == UInt8(ascii: " ") { index += 1 }
        return index < text.count && text[index] == closing ? index + 1 : nil
    }

    /// Whether `word`, in lower case, stands at `start`, in any case.
    private static func follows(_ text: Span<UInt8>, _ start: Int, _ word: String) -> Bool {
        start + word.utf8.count <= text.count
            && text.extracting(start..<(start + word.utf8.count)).equalsIgnoringCase(word)
    }
}
