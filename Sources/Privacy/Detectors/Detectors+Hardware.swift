/// Hardware addresses and UUIDs.
extension Detectors {
    /// Six pairs of hexadecimal digits, three groups of four or two of six, joined by one and the same separator.
    ///
    /// Makers write `00-1B-44-11-3A-B7`, `001b.4411.3ab7`, `001b-4411-3ab7`, `001b44-113ab7`; ``holdsColonMAC(_:)``
    /// looks for `00:1b:44:11:3a:b7`. An EUI-64 begins like an EUI-48.
    static func holdsMAC(_ text: Span<UInt8>) -> Bool {
        var index = 0
        while index < text.count {
            let start = index
            while index < text.count, ASCII.isHexDigit(text[index]) { index += 1 }
            let width = index - start
            if width == 2 || width == 4 || width == 6, startsGroups(text, at: start, count: 12 / width, width: width) {
                return true
            }
            index += 1
        }
        return false
    }

    /// The same with one or two digits in a group, joined by colons as nothing else is; what stands before the first
    /// one may be glued to it.
    static func holdsColonMAC(_ text: Span<UInt8>) -> Bool {
        text.indices.contains { startsPairs(text, at: $0) }
    }

    /// Six groups of one or two hexadecimal digits joined by colons; with groups of one it must not be part of a longer
    /// chain, which would be IPv6.
    private static func startsPairs(_ text: Span<UInt8>, at start: Int) -> Bool {
        var index = start
        var digits = 0
        for group in 0..<6 {
            if group > 0 {
                guard index < text.count, text[index] == UInt8(ascii: ":") else { return false }
                index += 1
            }
            guard index < text.count, ASCII.isHexDigit(text[index]) else { return false }
            index += 1
            digits += 1
            if index < text.count, ASCII.isHexDigit(text[index]) {
                index += 1
                digits += 1
            }
        }
        if digits == 12 { return true }
        return (start == 0 || !isInChain(text[start - 1])) && (index == text.count || !isInChain(text[index]))
    }

    private static func isInChain(_ byte: UInt8) -> Bool {
        ASCII.isHexDigit(byte) || byte == UInt8(ascii: ":")
    }

    /// `count` groups of exactly `width` hexadecimal digits joined by one and the same separator.
    private static func startsGroups(_ text: Span<UInt8>, at start: Int, count: Int, width: Int) -> Bool {
        let end = start + count * (width + 1) - 1
        guard end <= text.count, end == text.count || !ASCII.isHexDigit(text[end]) else { return false }
        let separator = text[start + width]
        guard let needsMixture = needsMixture(separator, width: width) else { return false }
        var isMixed = false
        var allLetters = 0
        for group in 0..<count {
            let first = start + group * (width + 1)
            var letters = 0
            for offset in 0..<width {
                guard ASCII.isHexDigit(text[first + offset]) else { return false }
                if !ASCII.isDigit(text[first + offset]) { letters += 1 }
            }
            isMixed = isMixed || (letters > 0 && letters < width)
            allLetters += letters
            if group < count - 1, text[first + width] != separator { return false }
        }
        // Of six groups, it is enough if they are mixed as a whole.
        return isMixed || !needsMixture || (count == 6 && allLetters > 0 && allLetters < 12)
    }

    /// Whether one of the groups must have both letters and digits, so that neither dates nor words are meant; nil if
    /// groups of that width are never joined by `separator`.
    private static func needsMixture(_ separator: UInt8, width: Int) -> Bool? {
        switch separator {
        case UInt8(ascii: "-"): width > 2
        case UInt8(ascii: "."): width != 4
        case UInt8(ascii: "_"), UInt8(ascii: " "): true
        default: nil
        }
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
