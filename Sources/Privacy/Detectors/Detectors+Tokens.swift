/// Random characters: session ids, keys, hashes, JSON Web Tokens.
extension Detectors {
    /// `eyJ`, which is `{"` in Base64, and what follows up to the first dot.
    static func holdsJWT(_ text: Span<UInt8>) -> Bool {
        var index = 0
        while index + 12 <= text.count {
            guard text[index] == UInt8(ascii: "e"), text[index + 1] == UInt8(ascii: "y"),
                text[index + 2] == UInt8(ascii: "J")
            else {
                index += 1
                continue
            }
            let start = index
            while index < text.count, isTokenByte(text[index]) { index += 1 }
            if index - start >= 11, index < text.count, text[index] == UInt8(ascii: ".") { return true }
        }
        return false
    }

    /// Long hexadecimal strings and long runs that change between letters, digits and cases as words do not.
    static func randomToken(_ text: Span<UInt8>) -> IdentifierKind? {
        var index = 0
        while index < text.count {
            guard isTokenByte(text[index]) else {
                index += 1
                continue
            }
            var run = TokenRun()
            let start = index
            while index < text.count, isTokenByte(text[index]) {
                run.append(text[index], after: index > start ? text[index - 1] : 0)
                index += 1
            }
            run.endWord()
            if run.holdsBareMAC { return .mac }
            if run.isRandom { return .token }
        }
        return nil
    }

    private static func isTokenByte(_ byte: UInt8) -> Bool {
        if ASCII.isAlphanumeric(byte) { return true }
        switch byte {
        case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "="), UInt8(ascii: "~"), UInt8(ascii: "+"): return true
        default: return false
        }
    }
}
