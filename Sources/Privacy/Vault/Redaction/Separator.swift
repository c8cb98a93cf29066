/// What joins a name and its value: `=` or `:`, plainly or percent-encoded once or twice.
struct Separator {
    let range: Range<Int>
    let isColon: Bool
    /// How often it is percent-encoded, as everything around it is: 0 for `=`, 1 for `%3D`, 2 for `%253D`.
    let escape: Int

    /// - Returns: nil if none begins at the index.
    @inline(__always)
    init?(_ text: Span<UInt8>, at index: Int) {
        switch text[index] {
        case UInt8(ascii: "="): self.init(index..<index + 1, isColon: false, escape: 0)
        case UInt8(ascii: ":"): self.init(index..<index + 1, isColon: true, escape: 0)
        case UInt8(ascii: "%"): self.init(escape: text, at: index)
        default: return nil
        }
    }

    private init(_ range: Range<Int>, isColon: Bool, escape: Int) {
        self.range = range
        self.isColon = isColon
        self.escape = escape
    }

    private init?(escape text: Span<UInt8>, at index: Int) {
        for depth in 1...2 {
            for character in [UInt8(ascii: "="), UInt8(ascii: ":")]
            where Separator.isEscape(of: character, depth: depth, text, at: index) {
                self.init(
                    index..<index + Separator.length(depth), isColon: character == UInt8(ascii: ":"), escape: depth)
                return
            }
        }
        return nil
    }

    /// The bytes of an escape: `%3D`, `%253D`.
    static func length(_ depth: Int) -> Int { depth == 0 ? 1 : 1 + 2 * depth }

    /// Whether a character stands at the index, encoded as many times.
    @inline(__always)
    static func isEscape(of character: UInt8, depth: Int, _ text: Span<UInt8>, at index: Int) -> Bool {
        let length = length(depth)
        guard index >= 0, index + length <= text.count else { return false }
        if depth == 0 { return text[index] == character }
        guard text[index] == UInt8(ascii: "%"), let high = ASCII.hexValue(text[index + length - 2]),
            let low = ASCII.hexValue(text[index + length - 1]), high << 4 | low == character
        else { return false }
        return depth == 1 || (text[index + 1] == UInt8(ascii: "2") && text[index + 2] == UInt8(ascii: "5"))
    }
}
