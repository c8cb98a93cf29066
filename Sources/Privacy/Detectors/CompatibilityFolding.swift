/// Rewrites the look-alikes of ASCII that people type in numbers and addresses into ASCII.
///
/// A small part of Unicode's compatibility mappings (UAX #15): full-width and small forms, typographic hyphens, the
/// long vowel mark and the middle dot that input methods of East Asia put between digits, wide and no-break spaces.
/// Zero-width characters vanish.
enum CompatibilityFolding {
    static func fold(_ text: Span<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte < 0x80 {
                result.append(byte)
                index += 1
            } else if byte == 0xC2, index + 1 < text.count, text[index + 1] == 0xA0 {
                result.append(UInt8(ascii: " "))
                index += 2
            } else if byte == 0xC2, index + 1 < text.count, text[index + 1] == 0xB7 {
                result.append(UInt8(ascii: "."))
                index += 2
            } else if byte == 0xC2, index + 1 < text.count, text[index + 1] == 0xAD {
                index += 2
            } else if byte >= 0xE2, index + 2 < text.count, let folded = ascii(byte, text[index + 1], text[index + 2]) {
                if folded != 0 { result.append(folded) }
                index += 3
            } else {
                result.append(byte)
                index += 1
            }
        }
        return result
    }

    /// The counterpart of a three-byte character: 0 if it vanishes, nil if it has none.
    private static func ascii(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> UInt8? {
        switch (first, second, third) {
        case (0xEF, 0xBC, 0x81...0xBF): third - 0x60  // U+FF01 … U+FF3F
        case (0xEF, 0xBD, 0x80...0x9E): third - 0x20  // U+FF40 … U+FF5E
        case (0xE2, 0x80, 0x90...0x95), (0xE2, 0x88, 0x92), (0xE3, 0x83, 0xBC): UInt8(ascii: "-")
        case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF), (0xE3, 0x80, 0x80): UInt8(ascii: " ")
        case (0xE2, 0x80, 0x8B...0x8F), (0xE2, 0x81, 0xA0), (0xEF, 0xBB, 0xBF): 0
        case (0xEF, 0xB9, 0xA3): UInt8(ascii: "-")
        case (0xEF, 0xB9, 0xAB): UInt8(ascii: "@")
        case (0xE3, 0x80, 0x9C): UInt8(ascii: "~")
        case (0xE3, 0x80, 0x82), (0xEF, 0xBD, 0xA1), (0xEF, 0xB9, 0x92), (0xE2, 0x80, 0xA4), (0xE3, 0x83, 0xBB),
            (0xEF, 0xBD, 0xA5):
            UInt8(ascii: ".")
        default: nil
        }
    }
}
