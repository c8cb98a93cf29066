/// IPv6 addresses, with colons and in the notations of host names.
extension Detectors {
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

    /// The same with dashes for colons, as host names write it (`2001-db8--1.ipv6-literal.net`).
    ///
    /// Words and dates are joined by dashes too: all eight groups must be there and be long, or a group before or after
    /// `--` must mix letters and digits.
    static func holdsDashedIPv6(_ text: Span<UInt8>) -> Bool {
        var groups = 0
        var digits = 0
        var compressed = false
        var mixed = false
        var index = 0
        while index < text.count {
            let start = index
            var letters = 0
            while index < text.count, ASCII.isAlphanumeric(text[index]) {
                if !ASCII.isDigit(text[index]) { letters += ASCII.isHexDigit(text[index]) ? 1 : 5 }
                index += 1
            }
            let width = index - start
            if width > 4 || letters > 4 {
                (groups, digits, compressed, mixed) = (0, 0, false, false)
            } else if width > 0 {
                groups += 1
                digits += width
                mixed = mixed || (width >= 3 && letters > 0 && letters < width)
                if mixed, groups >= 8 && digits >= 16 || compressed && groups >= 3 { return true }
            }
            guard index < text.count else { break }
            if text[index] != UInt8(ascii: "-") {
                (groups, digits, compressed, mixed) = (0, 0, false, false)
            } else if width == 0, groups > 0 {
                compressed = true
            }
            index += 1
        }
        return false
    }

    /// Sixteen or more single hexadecimal digits joined by dots: the reverse notation of the DNS (RFC 3596, section
    /// 2.5).
    static func holdsNibbles(_ text: Span<UInt8>) -> Bool {
        var nibbles = 0
        for index in 0..<text.count where text[index] != UInt8(ascii: ".") {
            let isAlone =
                ASCII.isHexDigit(text[index]) && (index == 0 || text[index - 1] == UInt8(ascii: "."))
                && (index + 1 == text.count || text[index + 1] == UInt8(ascii: "."))
            nibbles = isAlone ? nibbles + 1 : 0
            if nibbles >= 16 { return true }
        }
        return false
    }
}
