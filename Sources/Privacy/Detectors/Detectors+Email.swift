/// E-mail addresses as mail programs write them.
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
}
