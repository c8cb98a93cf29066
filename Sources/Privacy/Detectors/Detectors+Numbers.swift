/// Numbers that belong to a person, a card or a device, with or without separators between their digits.
extension Detectors {
    /// Numbers are written in at most this many groups of digits.
    private static let groupLimit = 8

    /// Looks at every group of digits and at the groups that follow it across short separators.
    static func identifyingNumber(_ text: Span<UInt8>) -> IdentifierKind? {
        var index = 0
        var previous = DigitGroup.none
        while index < text.count {
            guard ASCII.isDigit(text[index]) else {
                index += 1
                continue
            }
            if let found = numberStarting(text, at: index, after: previous) { return found }
            var group = DigitGroup.none
            while index < text.count, ASCII.isDigit(text[index]) {
                group.append(text[index])
                index += 1
            }
            previous = group
        }
        return nil
    }

    private static func numberStarting(_ text: Span<UInt8>, at start: Int, after previous: DigitGroup)
        -> IdentifierKind?
    {
        var shape = NumberShape(plus: hasPlus(text, before: start), previous: previous)
        var found: IdentifierKind?
        var index = start
        while index < text.count, shape.number.width < 19, shape.groups < groupLimit {
            var group = DigitGroup.none
            while index < text.count, ASCII.isDigit(text[index]) {
                group.append(text[index])
                shape.append(text[index])
                index += 1
            }
            if group.width >= 20 { return .token }
            shape.end(group)
            found = shape.kind ?? found
            let next = endOfSeparator(text, from: index)
            guard next > index, next < text.count, ASCII.isDigit(text[next]) else { break }
            index = next
        }
        return found
    }

    /// Separators inside a number are at most three bytes: `-`, ` - `, `) `, `.`, `_`, `/`.
    private static func endOfSeparator(_ text: Span<UInt8>, from start: Int) -> Int {
        var index = start
        while index < text.count, index - start < 3 {
            switch text[index] {
            case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "("),
                UInt8(ascii: ")"), UInt8(ascii: "/"), UInt8(ascii: "+"), UInt8(ascii: "~"):
                index += 1
            default: return index
            }
        }
        return index
    }

    private static func hasPlus(_ text: Span<UInt8>, before start: Int) -> Bool {
        if start >= 1, text[start - 1] == UInt8(ascii: "+") { return true }
        return start >= 2 && text[start - 1] == UInt8(ascii: "(") && text[start - 2] == UInt8(ascii: "+")
    }
}
