/// The text of a format as it stands in a server's configuration: what is left of it without the directive around it.
///
/// nginx: `log_format NAME [escape=default|json|none] 'text' 'text' …;`, of which the name and all before it may be
/// missing. Apache: `LogFormat "text" [nickname]`, with quotes and backslashes escaped within, or the text alone.
struct ConfigurationText {
    enum Dialect {
        case nginx, apache
    }

    let dialect: Dialect
    var escapes = FieldValue.Escapes.log
    private(set) var format: [UInt8] = []

    init(_ text: String) throws(FormatTextError) {
        var rest = Array(text.utf8)[...]
        let isApacheDirective = ConfigurationText.takeWord("LogFormat", from: &rest)
        let isNginxDirective = !isApacheDirective && ConfigurationText.takeWord("log_format", from: &rest)
        if isNginxDirective { ConfigurationText.skipWord(&rest) }
        for (option, escapes) in [("default", FieldValue.Escapes.log), ("json", .json), ("none", .none)]
        where ConfigurationText.takeWord("escape=\(option)", from: &rest) {
            self.escapes = escapes
        }
        dialect =
            isApacheDirective
            ? .apache : isNginxDirective || ConfigurationText.hasVariable(rest) ? .nginx : .apache
        let isQuoted = rest.first == ASCII.quote || rest.first == UInt8(ascii: "'")
        let isDirective = isApacheDirective || isNginxDirective
        guard isQuoted, isDirective || ConfigurationText.isWholeString(rest) else {
            // A directive ends with a semicolon, which no format needs.
            format = Array(isNginxDirective && rest.last == ASCII.semicolon ? rest.dropLast() : rest)
            return
        }
        try takeStrings(rest)
    }

    /// Joins the quoted strings at the front; what stands behind them (`;`, a nickname) belongs to the directive.
    private mutating func takeStrings(_ text: ArraySlice<UInt8>) throws(FormatTextError) {
        var rest = text
        while let quote = rest.first, quote == ASCII.quote || quote == UInt8(ascii: "'") {
            let start = rest.startIndex
            rest.removeFirst()
            while true {
                guard let byte = rest.popFirst() else { throw .unfinished(offset: start) }
                if byte == quote { break }
                if byte == ASCII.backslash, let next = rest.first, next == quote || next == ASCII.backslash {
                    rest.removeFirst()
                    // Apache's own escapes (\t, \n) are left to it.
                    format.append(next)
                } else {
                    format.append(byte)
                }
            }
            while let byte = rest.first, byte <= ASCII.space { rest.removeFirst() }
        }
    }

    /// Whether the text is one or more quoted strings and nothing else, so that the quotes cannot belong to the format.
    private static func isWholeString(_ text: ArraySlice<UInt8>) -> Bool {
        guard let quote = text.first else { return false }
        if quote == UInt8(ascii: "'") { return true }
        // `"%r" %s "%b"` begins and ends with quotes of its own, unescaped.
        var index = text.startIndex + 1
        while index < text.endIndex, text[index] != quote { index += text[index] == ASCII.backslash ? 2 : 1 }
        return index == text.endIndex - 1
    }

    private static func hasVariable(_ text: ArraySlice<UInt8>) -> Bool {
        zip(text, text.dropFirst()).contains { first, second in
            first == UInt8(ascii: "$")
                && (second == UInt8(ascii: "{") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(second | 0x20))
        }
    }

    /// Takes a word and the blanks behind it.
    private static func takeWord(_ word: String, from text: inout ArraySlice<UInt8>) -> Bool {
        guard text.starts(with: word.utf8) else { return false }
        let rest = text.dropFirst(word.utf8.count)
        guard let next = rest.first, next <= ASCII.space else { return false }
        text = rest.drop { $0 <= ASCII.space }
        return true
    }

    private static func skipWord(_ text: inout ArraySlice<UInt8>) {
        text = text.drop { $0 > ASCII.space }.drop { $0 <= ASCII.space }
    }
}
