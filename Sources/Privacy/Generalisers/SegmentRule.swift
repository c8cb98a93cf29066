/// Decides whether a decoded path segment may be stored.
enum SegmentRule {
    enum Verdict: Equatable {
        case keep
        /// All but the last `suffix` bytes, a file name extension with its dot, gives way to `{id}`.
        case replace(suffix: Int)
    }

    static func judge(_ segment: Span<UInt8>) -> Verdict {
        // `&#64;` is an `@` to HTML and the beginning of a fragment to a target: what stands before it was an address.
        if segment.count > 1, segment[segment.count - 1] == UInt8(ascii: "&") { return .replace(suffix: 0) }
        let look = Look(segment)
        if look.isPlainWord { return .keep }
        if isPlaceholder(segment) { return .keep }
        let suffix = extensionLength(segment)
        let stem = segment.count - suffix
        if look.longestDigits >= 4, isNumber(segment, end: stem) {
            return stem == 4 && isYear(segment) ? .keep : .replace(suffix: suffix)
        }
        if look.longestDigits >= 7 { return .replace(suffix: suffix) }
        if hidesIdentifier(segment.extracting(0..<stem)) { return .replace(suffix: suffix) }
        // A dot may belong to the identifier and not to a file name.
        return suffix > 0 && hidesIdentifier(segment) ? .replace(suffix: 0) : .keep
    }

    /// Whether a detector fires on the text, or on what it is if `+` stands for a space, as it does in forms.
    private static func hidesIdentifier(_ text: Span<UInt8>) -> Bool {
        if PercentEncoding.hidesIdentifier(text) { return true }
        guard text.indices.contains(where: { text[$0] == UInt8(ascii: "+") }) else { return false }
        var spaced: [UInt8] = []
        PercentEncoding.decode(text, plusIsSpace: true, into: &spaced)
        return PercentEncoding.hidesIdentifier(spaced.span)
    }

    /// What one look at the segment tells.
    private struct Look {
        var longestDigits = 0
        /// Short, nothing but letters, dashes and few digits: no detector can fire.
        var isPlainWord: Bool

        init(_ segment: Span<UInt8>) {
            var digits = 0
            var run = 0
            var others = 0
            var dashes = 0
            var wordLetters = 0
            for index in 0..<segment.count {
                let byte = segment[index]
                if ASCII.isDigit(byte) {
                    digits += 1
                    run += 1
                    if run > longestDigits { longestDigits = run }
                } else {
                    run = 0
                    if byte == UInt8(ascii: "-") {
                        dashes += 1
                    } else if !ASCII.isLetter(byte) {
                        others += 1
                    } else if !ASCII.isHexDigit(byte) {
                        wordLetters += 1
                    }
                }
            }
            // Eight hexadecimal digits, of which one may be the `x` of their prefix, can be an IPv4 address.
            let mayBeHexadecimal = digits > 0 && segment.count >= 8 && wordLetters < 2
            isPlainWord = others == 0 && digits < 4 && dashes < 5 && segment.count < 12 && !mayBeHexadecimal
        }
    }

    private static func isPlaceholder(_ segment: Span<UInt8>) -> Bool {
        segment.count == 4 && segment[0] == UInt8(ascii: "{") && segment[1] == UInt8(ascii: "i")
            && segment[2] == UInt8(ascii: "d") && segment[3] == UInt8(ascii: "}")
    }

    private static func isNumber(_ segment: Span<UInt8>, end: Int) -> Bool {
        for index in 0..<end where !ASCII.isDigit(segment[index]) { return false }
        return true
    }

    private static func isYear(_ segment: Span<UInt8>) -> Bool {
        (segment[0] == UInt8(ascii: "1") && segment[1] == UInt8(ascii: "9"))
            || (segment[0] == UInt8(ascii: "2") && segment[1] == UInt8(ascii: "0"))
    }

    /// Bytes of a known extension with its dot; 0 if the segment has none or is nothing else.
    private static func extensionLength(_ segment: Span<UInt8>) -> Int {
        var index = segment.count
        let lowest = max(1, segment.count - 6)
        while index > lowest {
            index -= 1
            let byte = segment[index]
            if byte == UInt8(ascii: ".") {
                let name = segment.extracting((index + 1)..<segment.count)
                return FileExtension.isKnown(name) ? segment.count - index : 0
            }
            guard ASCII.isAlphanumeric(byte) else { return 0 }
        }
        return 0
    }
}
