/// Well-formed UTF-8 sequences (The Unicode Standard, table 3-7).
enum UTF8Sequence {
    /// U+FFFD, which stands for what may not be shown.
    static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

    /// The length of the well-formed sequence at `index`, 0 if there is none.
    @inline(__always)
    static func length(_ text: Span<UInt8>, at index: Int) -> Int {
        let first = text[index]
        if first < 0x80 { return 1 }
        let left = text.count - index
        switch first {
        case 0xC2...0xDF: return left >= 2 && isTrail(text[index + 1]) ? 2 : 0
        case 0xE0...0xEF:
            guard left >= 3, isTrail(text[index + 1]), isTrail(text[index + 2]) else { return 0 }
            let second = text[index + 1]
            return (first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F) ? 0 : 3
        case 0xF0...0xF4:
            guard left >= 4, isTrail(text[index + 1]), isTrail(text[index + 2]), isTrail(text[index + 3]) else {
                return 0
            }
            let second = text[index + 1]
            return (first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F) ? 0 : 4
        default: return 0
        }
    }

    /// Whether the sequence at `index` is a control character: C0, DEL or C1.
    @inline(__always)
    static func isControl(_ text: Span<UInt8>, at index: Int) -> Bool {
        let first = text[index]
        return first < 0x20 || first == 0x7F || (first == 0xC2 && index + 1 < text.count && text[index + 1] < 0xA0)
    }

    @inline(__always)
    private static func isTrail(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
