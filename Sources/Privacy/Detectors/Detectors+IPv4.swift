/// IPv4 addresses in the notations that system libraries read and that host names are made of.
extension Detectors {
    /// Four numbers up to 255 joined by dots, by `[.]`, or by dashes or underscores as in the host names that providers
    /// give; each number decimal, octal or hexadecimal (`0x`), as POSIX `inet_addr` reads them.
    static func holdsIPv4(_ text: Span<UInt8>) -> Bool {
        var index = 0
        while index < text.count {
            guard ASCII.isDigit(text[index]) else {
                index += 1
                continue
            }
            if startsIPv4(text, at: index) { return true }
            while index < text.count, ASCII.isDigit(text[index]) { index += 1 }
        }
        return false
    }

    private static func startsIPv4(_ text: Span<UInt8>, at start: Int) -> Bool {
        guard var index = endOfOctet(text, from: start) else { return false }
        let first = index - start
        guard index < text.count else { return false }
        let separator = text[index]
        var digits = first
        for _ in 0..<3 {
            guard index < text.count, text[index] == separator, let next = endOfDot(text, from: index),
                let end = endOfOctet(text, from: next)
            else { return false }
            digits += end - next
            index = end
        }
        switch separator {
        // Short numbers joined by dashes are more often steps or scores.
        case UInt8(ascii: "-"): return (digits >= 6 || (digits == 5 && first >= 2)) && !isInDate(text, at: start)
        case UInt8(ascii: "_"): return digits >= 6 && !isInDate(text, at: start)
        default: return true
        }
    }

    /// The end of a number up to 255, nil if there is none or it goes on.
    private static func endOfOctet(_ text: Span<UInt8>, from start: Int) -> Int? {
        guard start < text.count, ASCII.isDigit(text[start]) else { return nil }
        var index = start
        if text[start] == UInt8(ascii: "0"), start + 1 < text.count, text[start + 1] | 0x20 == UInt8(ascii: "x") {
            index += 2
            while index < text.count, text[index] == UInt8(ascii: "0") { index += 1 }
            let significant = index
            while index < text.count, ASCII.isHexDigit(text[index]), index - significant < 3 { index += 1 }
            return index > start + 2 && index - significant <= 2 ? index : nil
        }
        while index < text.count, text[index] == UInt8(ascii: "0") { index += 1 }
        let isPadded = index > start
        let significant = index
        var decimal = 0
        var octal = 0
        while index < text.count, ASCII.isDigit(text[index]), index - significant < 4 {
            let digit = Int(text[index] - 0x30)
            decimal = decimal * 10 + digit
            octal = digit < 8 ? octal * 8 + digit : Int(Int16.max)
            index += 1
        }
        guard index - significant <= 3 else { return nil }
        return decimal <= 255 || (isPadded && octal <= 255) ? index : nil
    }

    private static func endOfDot(_ text: Span<UInt8>, from start: Int) -> Int? {
        switch text[start] {
        case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"): start + 1
        case UInt8(ascii: "["), UInt8(ascii: "("):
            start + 2 < text.count && text[start + 1] == UInt8(ascii: ".") ? start + 3 : nil
        default: nil
        }
    }

    /// Whether the numbers belong to a date with a time, as in `2026-03-01-12-30-45`.
    private static func isInDate(_ text: Span<UInt8>, at start: Int) -> Bool {
        for first in [start - 5, start - 8, start - 11] where first >= 0 {
            guard let year = number(text, first, 4), (1900...2099).contains(year),
                let month = number(text, first + 5, 2), (1...12).contains(month),
                let day = number(text, first + 8, 2), (1...31).contains(day)
            else { continue }
            if (number(text, first + 11, 2) ?? 0) < 24 { return true }
        }
        return false
    }

    /// The number that `width` digits at `start` make.
    private static func number(_ text: Span<UInt8>, _ start: Int, _ width: Int) -> UInt64? {
        guard start + width <= text.count else { return nil }
        var group = DigitGroup.none
        for index in start..<(start + width) {
            guard ASCII.isDigit(text[index]) else { return nil }
            group.append(text[index])
        }
        return group.value
    }

    /// Eight hexadecimal digits with `0x`, or as a word of their own.
    ///
    /// A word behind a dot or a dash is more often the digest of a file (`app.80f2ab93.js`), and one of letters, or of
    /// letters and a year (`cafe2024`), is more often a word.
    static func holdsHexadecimalIPv4(_ text: Span<UInt8>) -> Bool {
        // A run of seven has one digit at every seventh place, so that most bytes need not be looked at.
        var index = 6
        while index < text.count {
            guard ASCII.isHexDigit(text[index]) else {
                index += 7
                continue
            }
            var start = index
            var end = index
            while start > 0, ASCII.isHexDigit(text[start - 1]) { start -= 1 }
            while end < text.count, ASCII.isHexDigit(text[end]) { end += 1 }
            if isHexadecimalIPv4(text, start..<end) { return true }
            index = end + 7
        }
        return false
    }

    /// Whether a run of hexadecimal digits is an address by what stands around it.
    private static func isHexadecimalIPv4(_ text: Span<UInt8>, _ run: Range<Int>) -> Bool {
        guard run.count == 7 || run.count == 8 else { return false }
        guard run.upperBound == text.count || !ASCII.isAlphanumeric(text[run.upperBound]) else { return false }
        let start = run.lowerBound
        if start >= 2, text[start - 1] | 0x20 == UInt8(ascii: "x"), text[start - 2] == UInt8(ascii: "0") { return true }
        guard run.count == 8, start == 0 || !ASCII.isAlphanumeric(text[start - 1]), !isJoined(text, at: start) else {
            return false
        }
        var digits = 0
        for index in run where ASCII.isDigit(text[index]) { digits += 1 }
        return digits > 0 && digits < 8 && !isWordWithYear(text.extracting(run), digits: digits)
    }

    private static func isJoined(_ text: Span<UInt8>, at start: Int) -> Bool {
        guard start >= 2, ASCII.isAlphanumeric(text[start - 2]) else { return false }
        return text[start - 1] == UInt8(ascii: ".") || text[start - 1] == UInt8(ascii: "-")
    }

    private static func isWordWithYear(_ word: Span<UInt8>, digits: Int) -> Bool {
        guard digits == 4, let year = number(word, ASCII.isDigit(word[0]) ? 0 : 4, 4) else { return false }
        return (1900...2099).contains(year)
    }
}
