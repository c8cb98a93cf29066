/// E-mail, IP and MAC addresses, UUIDs.
extension Detectors {
    /// `local@domain`; the domain may lack a dot, but a label of it starts with a letter.
    ///
    /// What follows an address may look like more labels (`jane@example.org.2`), so that not only the last one counts.
    /// Versions (`vue@3.2.1`, `yarn@v4.1`) and the high-resolution images of style sheets (`logo@2x.png`) are none.
    static func holdsEmail(_ text: Span<UInt8>) -> Bool {
        for at in 1..<max(1, text.count) where text[at] == UInt8(ascii: "@") {
            guard isLocalPart(text[at - 1]) else { continue }
            var end = at + 1
            var lastLabel = end
            var isNamed = false
            while end < text.count, isDomain(text[end]) {
                if text[end] == UInt8(ascii: "."), end + 1 < text.count, isLabelStart(text[end + 1]) {
                    // Of `v4.1`, the first label is one of a version.
                    isNamed = isNamed || (isName(text[lastLabel]) && !ASCII.isDigit(text[lastLabel + 1]))
                    lastLabel = end + 1
                }
                end += 1
            }
            if end < text.count, end == at + 1, text[end] == UInt8(ascii: "[") { return true }
            guard lastLabel < end, isNamed || isName(text[lastLabel]) else { continue }
            if !isResolutionSuffix(text, from: at + 1, to: end, lastLabel: lastLabel) { return true }
        }
        return false
    }

    private static func isLocalPart(_ byte: UInt8) -> Bool {
        if ASCII.isAlphanumeric(byte) || byte >= 0x80 { return true }
        switch byte {
        case 0x21, 0x22, 0x23...0x27, UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
            UInt8(ascii: "="), UInt8(ascii: "?"), 0x5E...0x60, 0x7B...0x7E:
            return true
        default: return false
        }
    }

    private static func isDomain(_ byte: UInt8) -> Bool {
        ASCII.isAlphanumeric(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte >= 0x80
    }

    private static func isLabelStart(_ byte: UInt8) -> Bool {
        ASCII.isAlphanumeric(byte) || byte >= 0x80
    }

    /// Whether a label that starts with the byte is none of a version.
    private static func isName(_ start: UInt8) -> Bool {
        isLabelStart(start) && !ASCII.isDigit(start)
    }

    /// `2x.png`, `3x`, `2x.min.webp`: a digit and an `x`, then the extension of an image or nothing.
    private static func isResolutionSuffix(_ text: Span<UInt8>, from start: Int, to end: Int, lastLabel: Int) -> Bool {
        guard end - start >= 2, ASCII.isDigit(text[start]), text[start + 1] | 0x20 == UInt8(ascii: "x") else {
            return false
        }
        if end - start == 2 { return true }
        return text[start + 2] == UInt8(ascii: ".") && FileExtension.isImage(text.extracting(lastLabel..<end))
    }

    /// Four numbers up to 255 joined by dots, or by dashes as in the host names that providers give.
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
        var index = start
        var separator: UInt8 = 0
        var digits = 0
        for group in 0..<4 {
            var value = 0
            let first = index
            while index < text.count, ASCII.isDigit(text[index]), index - first < 4 {
                value = value * 10 + Int(text[index] - 0x30)
                index += 1
            }
            guard index > first, index - first <= 3, value <= 255 else { return false }
            digits += index - first
            guard group < 3 else { break }
            guard index < text.count else { return false }
            if group == 0 { separator = text[index] }
            guard text[index] == separator, separator == UInt8(ascii: ".") || separator == UInt8(ascii: "-") else {
                return false
            }
            index += 1
        }
        // Short numbers joined by dashes are more often steps or scores.
        return separator == UInt8(ascii: ".") || digits >= 6
    }

    /// Six pairs of hexadecimal digits joined by `:` or `-`, or three groups of four joined by `.`.
    static func holdsMAC(_ text: Span<UInt8>) -> Bool {
        var index = 0
        while index < text.count {
            guard ASCII.isHexDigit(text[index]), index == 0 || !ASCII.isAlphanumeric(text[index - 1]) else {
                index += 1
                continue
            }
            if startsGroups(text, at: index, count: 6, width: 2, separators: (0x3A, 0x2D))
                || startsGroups(text, at: index, count: 3, width: 4, separators: (0x2E, 0x2E))
            {
                return true
            }
            index += 1
        }
        return false
    }

    /// `count` groups of exactly `width` hexadecimal digits joined by one and the same separator.
    private static func startsGroups(
        _ text: Span<UInt8>, at start: Int, count: Int, width: Int, separators: (UInt8, UInt8)
    ) -> Bool {
        guard start + count * (width + 1) - 1 <= text.count else { return false }
        let separator = text[start + width]
        guard separator == separators.0 || separator == separators.1 else { return false }
        for group in 0..<count {
            let first = start + group * (width + 1)
            for offset in 0..<width where !ASCII.isHexDigit(text[first + offset]) { return false }
            if group < count - 1, text[first + width] != separator { return false }
        }
        let end = start + count * (width + 1) - 1
        return end == text.count || !ASCII.isAlphanumeric(text[end])
    }

    /// Groups of up to four hexadecimal digits joined by colons: eight of them, or fewer around a `::` (RFC 4291).
    static func holdsIPv6(_ text: Span<UInt8>) -> Bool {
        var groups = 0
        var compressed = false
        var index = 0
        while index < text.count {
            let first = index
            while index < text.count, ASCII.isHexDigit(text[index]) { index += 1 }
            let width = index - first
            let startsInWord =
                first > 0 && text[first - 1] != UInt8(ascii: ":") && ASCII.isAlphanumeric(text[first - 1])
            let endsInWord = index < text.count && ASCII.isAlphanumeric(text[index])
            if width > 4 || startsInWord || endsInWord {
                groups = 0
                compressed = false
            } else if width > 0 {
                groups += 1
                if groups >= 8 || (compressed && groups >= 1 && (width > 1 || groups > 1 || ASCII.isDigit(text[first])))
                {
                    return true
                }
            }
            guard index < text.count else { break }
            if text[index] != UInt8(ascii: ":") {
                groups = 0
                compressed = false
            } else if index + 1 < text.count, text[index + 1] == UInt8(ascii: ":") {
                if groups >= 2 { return true }
                compressed = !(index > 0 && ASCII.isAlphanumeric(text[index - 1]) && groups == 0)
                index += 1
            }
            index += 1
        }
        return false
    }

    /// 8-4-4-4-12 hexadecimal digits (RFC 9562); `_` may stand for `-`.
    static func holdsUUID(_ text: Span<UInt8>) -> Bool {
        guard text.count >= 36 else { return false }
        for start in 0...(text.count - 36) {
            guard isDash(text[start + 8]), isDash(text[start + 13]), isDash(text[start + 18]), isDash(text[start + 23])
            else { continue }
            var isHex = true
            for offset in 0..<36 where offset != 8 && offset != 13 && offset != 18 && offset != 23 {
                isHex = isHex && ASCII.isHexDigit(text[start + offset])
            }
            if isHex { return true }
        }
        return false
    }

    private static func isDash(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }
}
