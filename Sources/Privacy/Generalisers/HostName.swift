internal import CPSL

/// The host of a URL and the part of it that was registered.
enum HostName {
    /// Longest name in text form (RFC 1035, section 2.3.4).
    static let limit = 253

    /// The range of the host in `user@host:port`, nil unless it is a well-formed name with at least one dot.
    ///
    /// Letters, digits, `-` and `_` in labels of up to 63 bytes; a final dot is cut. Address literals are no names.
    static func range(inAuthority authority: Span<UInt8>) -> Range<Int>? {
        var start = 0
        for index in 0..<authority.count where authority[index] == UInt8(ascii: "@") { start = index + 1 }
        var end = start
        while end < authority.count, authority[end] != UInt8(ascii: ":") { end += 1 }
        if end < authority.count {
            for index in (end + 1)..<authority.count where !ASCII.isDigit(authority[index]) { return nil }
        }
        if end > start, authority[end - 1] == UInt8(ascii: ".") { end -= 1 }
        return isName(authority, start..<end) ? start..<end : nil
    }

    private static func isName(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        guard (3...limit).contains(range.count) else { return false }
        var label = 0
        var dots = 0
        for index in range {
            let byte = text[index]
            if byte == UInt8(ascii: ".") {
                guard label > 0 else { return false }
                dots += 1
                label = 0
            } else {
                guard ASCII.isAlphanumeric(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") else {
                    return false
                }
                label += 1
                guard label <= 63 else { return false }
            }
        }
        guard label > 0, dots > 0 else { return false }
        return ASCII.isLetter(text[range.upperBound - 1]) || endsWithPunycode(text, range)
    }

    /// A top-level domain in Punycode may end with a digit.
    private static func endsWithPunycode(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var start = range.upperBound
        while start > range.lowerBound, text[start - 1] != UInt8(ascii: ".") { start -= 1 }
        return start > range.lowerBound && range.upperBound - start > 4
            && text.extracting(start..<(start + 4)).equalsIgnoringCase("xn--")
    }

    /// Where the registrable domain begins in a well-formed host in lower case, nil if the host has none.
    ///
    /// By the Public Suffix List that libpsl was built with, private suffixes included. A name under a top-level domain
    /// that the list does not know (`intranet.corp`, `printer.local`) has none.
    static func startOfRegistrableDomain(_ host: Span<UInt8>) -> Int? {
        let count = host.count
        return unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: count + 1) { buffer in
            for index in 0..<count { unsafe buffer[index] = CChar(bitPattern: host[index]) }
            unsafe buffer[count] = 0
            // SAFETY: `base` is NUL-terminated, and so is every name that begins at one of its labels.
            guard let base = unsafe UnsafePointer(buffer.baseAddress), let list = unsafe psl_builtin() else {
                return nil
            }
            let type = PSL_TYPE_ICANN | PSL_TYPE_PRIVATE | PSL_TYPE_NO_STAR_RULE
            var label = 0
            var before: Int?
            while label < count {
                if unsafe psl_is_public_suffix2(list, base + label, type) == 1 { return before }
                before = label
                while label < count, host[label] != UInt8(ascii: ".") { label += 1 }
                label += 1
            }
            return nil
        }
    }
}
