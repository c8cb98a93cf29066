/// Where the value behind a name and a separator lies.
///
/// In quotes it is what they enclose; else it ends where the next one of a query, a form, a list of cookies or a line of
/// named values begins. `Bearer` and its like belong to the word behind them. An array has several values, an object none.
enum SecretValue {
    /// Appends the values and returns where to go on.
    static func append(of separator: Separator, in line: Span<UInt8>, to found: inout [Redacted]) -> Int {
        let lineEnd = endOfText(line)
        var index = separator.range.upperBound
        var spaces = 0
        while separator.isColon, index < lineEnd, spaces < 2, line[index] == UInt8(ascii: " ") {
            index += 1
            spaces += 1
        }
        guard index < lineEnd else { return line.count }
        if separator.isColon, line[index] == UInt8(ascii: "[") {
            return appendArray(line, from: index + 1, lineEnd, to: &found)
        }
        if let quote = LineQuote(line, at: index) {
            let start = index + quote.length
            // Behind `=`, a quote may be the one that ends the field that the name stands in.
            if !separator.isColon, start < line.count, line[start] <= UInt8(ascii: " ") { return start }
            let end = min(quote.end(in: line, from: start), lineEnd)
            guard start < end else { return min(start, line.count) }
            append(start..<end, in: line, to: &found)
            return end
        }
        let isJSON = separator.isColon && isQuotedName(line, before: separator)
        if isJSON { return appendBare(line, from: index, lineEnd, to: &found) }
        let end = endOfPlain(line, from: index, lineEnd, separator)
        append(index..<end, in: line, to: &found)
        return max(end, separator.range.upperBound)
    }

    /// Whether a number stands where JSON takes nothing but one: behind a quoted name or the beginning of an array.
    static func isBareNumber(_ line: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var start = range.lowerBound
        while start > 0, range.lowerBound - start < 2, line[start - 1] == UInt8(ascii: " ") { start -= 1 }
        guard start > 1, range.upperBound < line.count, range.allSatisfy({ ASCII.isDigit(line[$0]) }) else {
            return false
        }
        let isBehindName = line[start - 1] == UInt8(ascii: ":") && line[start - 2] == UInt8(ascii: "\"")
        guard isBehindName || line[start - 1] == UInt8(ascii: "[") else { return false }
        switch line[range.upperBound] {
        case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: " "): return true
        default: return false
        }
    }

    private static func append(
        _ range: Range<Int>, in line: Span<UInt8>, isBareNumber: Bool = false, to found: inout [Redacted]
    ) {
        guard !range.isEmpty, !RedactionMark.isMark(line.extracting(range)) else { return }
        found.append(Redacted(range, .name, isBareNumber: isBareNumber))
    }

    /// The end of the line without its line end.
    private static func endOfText(_ line: Span<UInt8>) -> Int {
        var end = line.count
        while end > 0, line[end - 1] == 10 || line[end - 1] == 13 { end -= 1 }
        return end
    }

    private static func isQuotedName(_ line: Span<UInt8>, before separator: Separator) -> Bool {
        var end = separator.range.lowerBound
        while end > 0, separator.range.lowerBound - end < 2, line[end - 1] == UInt8(ascii: " ") { end -= 1 }
        return end > 0 && line[end - 1] == UInt8(ascii: "\"") || LineQuote.isHexadecimal(line, at: end - 4)
    }

    /// The texts of an array of texts.
    private static func appendArray(
        _ line: Span<UInt8>, from start: Int, _ lineEnd: Int, to found: inout [Redacted]
    ) -> Int {
        var index = start
        while index < lineEnd {
            if line[index] == UInt8(ascii: ",") || line[index] == UInt8(ascii: " ") {
                index += 1
            } else if let quote = LineQuote(line, at: index) {
                let first = index + quote.length
                let end = min(quote.end(in: line, from: first), lineEnd)
                append(min(first, end)..<end, in: line, to: &found)
                index = end + quote.length
            } else {
                break
            }
        }
        return min(index, line.count)
    }

    /// A number of JSON; `true`, `null`, an object are nothing secret.
    private static func appendBare(
        _ line: Span<UInt8>, from start: Int, _ lineEnd: Int, to found: inout [Redacted]
    ) -> Int {
        var end = start
        while end < lineEnd, isNumberByte(line[end]) { end += 1 }
        guard end > start, ASCII.isDigit(line[end - 1]) else { return start }
        append(start..<end, in: line, isBareNumber: true, to: &found)
        return end
    }

    private static func isNumberByte(_ byte: UInt8) -> Bool {
        ASCII.isDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }

    private static func endOfPlain(
        _ line: Span<UInt8>, from start: Int, _ lineEnd: Int, _ separator: Separator
    ) -> Int {
        if isLabelled(line, before: separator) { return endOfLabelled(line, from: start, lineEnd) }
        var end = endOfWord(line, from: start, lineEnd, separator)
        if end < lineEnd, line[end] == UInt8(ascii: " "), isScheme(line.extracting(start..<end)) {
            end = endOfWord(line, from: end + 1, lineEnd, separator)
        }
        // `name=value, other=…`
        if end > start, line[end - 1] == UInt8(ascii: ",") { end -= 1 }
        return end
    }

    /// How the value of an `Authorization` begins (RFC 9110, section 11.1) if what matters follows as the next word.
    private static let schemes = ByteSet("bearer basic token apikey negotiat ntlm dpop hoba mutual vapid digest")

    private static func isScheme(_ word: Span<UInt8>) -> Bool {
        word.count <= 12 && schemes.contains(word.extracting(0..<min(8, word.count)))
    }

    /// Whether the name stands at the beginning of a column of LTSV, `name:value` between tabs.
    private static func isLabelled(_ line: Span<UInt8>, before separator: Separator) -> Bool {
        guard separator.isColon, separator.escape == 0 else { return false }
        var start = separator.range.lowerBound
        while start > 0, separator.range.lowerBound - start < SecretNames.limit, SecretNames.isNameByte(line[start - 1])
        {
            start -= 1
        }
        return start > 0 && line[start - 1] == UInt8(ascii: "\t")
    }

    private static func endOfLabelled(_ line: Span<UInt8>, from start: Int, _ lineEnd: Int) -> Int {
        var end = start
        while end < lineEnd, line[end] != UInt8(ascii: "\t") { end += 1 }
        return end
    }

    private static func endOfWord(
        _ line: Span<UInt8>, from start: Int, _ lineEnd: Int, _ separator: Separator
    ) -> Int {
        var index = start
        while index < lineEnd {
            switch line[index] {
            case 0...0x20, UInt8(ascii: "&"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "#"),
                UInt8(ascii: ";"),
                UInt8(ascii: "<"), UInt8(ascii: ">"):
                return index
            case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"):
                if separator.isColon { return index }
                index += 1
            case UInt8(ascii: "\\"):
                guard let length = lengthOfEscape(line, at: index) else { return index }
                index += length
            case UInt8(ascii: "%"):
                if separator.escape > 0, isEnd(line, at: index, separator) { return index }
                index += 1
            default: index += 1
            }
        }
        return min(index, lineEnd)
    }

    /// The bytes of an escape with a backslash that belongs to a value; nil if it stands for what ends one.
    private static func lengthOfEscape(_ line: Span<UInt8>, at index: Int) -> Int? {
        guard index + 1 < line.count else { return 1 }
        switch line[index + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"): return nil
        case UInt8(ascii: "x"): return LineQuote.isHexadecimal(line, at: index) ? nil : 2
        case UInt8(ascii: "u"):
            // Encoders of JSON write `&`, `<` and `>` so, too.
            guard index + 5 < line.count, line[index + 2] == 0x30, line[index + 3] == 0x30,
                let high = ASCII.hexValue(line[index + 4]), let low = ASCII.hexValue(line[index + 5])
            else { return 2 }
            return [0x20, 0x22, 0x23, 0x26, 0x3B, 0x3C, 0x3E].contains(high << 4 | low) ? nil : 6
        default: return 2
        }
    }

    private static func isEnd(_ line: Span<UInt8>, at index: Int, _ separator: Separator) -> Bool {
        for depth in 1...separator.escape {
            for byte in [
                UInt8(ascii: "&"), UInt8(ascii: "#"), UInt8(ascii: "\""), UInt8(ascii: " "), UInt8(ascii: ";"),
            ]
            where Separator.isEscape(of: byte, depth: depth, line, at: index) { return true }
        }
        return false
    }
}
