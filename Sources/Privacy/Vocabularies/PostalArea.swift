/// The first characters of a postal code: an area of many households.
public struct PostalArea: Sendable {
    /// How many characters are kept.
    public let kept: Int

    /// - Parameter kept: 1 to 4; more would leave single streets.
    public init(kept: Int = 3) {
        precondition((1...4).contains(kept), "one to four characters of a postal code are kept")
        self.kept = kept
    }

    /// Appends the first characters in upper case; false, and nothing appended, if the text is no postal code or so
    /// short that nothing would be left out.
    ///
    /// A code has 4 to 10 letters and digits, one digit at least (UPU S42); spaces and hyphens in it and `〒` before it
    /// are dropped, full-width characters become ASCII. Country prefixes (`D-10115`, `KR-06236`) go too.
    public func generalise(_ text: Span<UInt8>, into result: inout [UInt8]) -> Bool {
        let folded = CompatibilityFolding.fold(text)
        let symbol = Array("〒".utf8)
        var characters: [UInt8] = []
        var digits = 0
        for byte in folded.starts(with: symbol) ? folded.dropFirst(symbol.count) : folded[...] {
            if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-") {
                // One or two letters before a hyphen are a country.
                if byte == UInt8(ascii: "-"), characters.count <= 2, digits == 0 { characters.removeAll() }
                continue
            }
            guard ASCII.isAlphanumeric(byte), characters.count < 10 else { return false }
            if ASCII.isDigit(byte) { digits += 1 }
            characters.append(ASCII.isLower(byte) ? byte & 0xDF : byte)
        }
        guard characters.count >= 4, characters.count > kept, digits > 0 else { return false }
        result.append(contentsOf: characters.prefix(kept))
        return true
    }
}
