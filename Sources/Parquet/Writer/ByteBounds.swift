/// The smallest and largest byte string of a dictionary, in unsigned lexicographic order.
struct ByteBounds {
    let minimum: [UInt8]
    /// Nil where a shortened bound would need a byte that is not ASCII.
    let maximum: [UInt8]?
    let isMinimumExact: Bool
    let isMaximumExact: Bool

    /// Finds the bounds and shortens them to `limit` bytes; nil if there are no values.
    init?(_ dictionary: EncodedDictionary, limit: Int) {
        guard !dictionary.isEmpty, dictionary.count > 0 else { return nil }
        var smallest = 0
        var largest = 0
        let bytes = dictionary.bytes.span
        for index in 1..<max(dictionary.count, 1) {
            let value = bytes.extracting(dictionary.range(of: index))
            if value.precedes(bytes.extracting(dictionary.range(of: smallest))) { smallest = index }
            if bytes.extracting(dictionary.range(of: largest)).precedes(value) { largest = index }
        }
        let low = [UInt8](dictionary.bytes[dictionary.range(of: smallest)])
        let high = [UInt8](dictionary.bytes[dictionary.range(of: largest)])
        isMinimumExact = low.count <= limit
        isMaximumExact = high.count <= limit
        minimum = isMinimumExact ? low : ByteBounds.cut(low, to: limit)
        maximum = isMaximumExact ? high : ByteBounds.successor(of: ByteBounds.cut(high, to: limit))
    }

    /// A prefix that does not end inside a UTF-8 sequence.
    private static func cut(_ value: [UInt8], to limit: Int) -> [UInt8] {
        var end = limit
        while end > 0, value[end] & 0xC0 == 0x80 { end -= 1 }
        return [UInt8](value[..<end])
    }

    /// The shortest string above everything that begins with `prefix` that can be made by raising one ASCII byte.
    private static func successor(of prefix: [UInt8]) -> [UInt8]? {
        guard let last = prefix.lastIndex(where: { $0 < 0x7F }) else { return nil }
        return prefix[..<last] + [prefix[last] + 1]
    }
}

extension Span<UInt8> {
    fileprivate func precedes(_ other: Span<UInt8>) -> Bool {
        for index in 0..<Swift.min(count, other.count) where self[index] != other[index] {
            return self[index] < other[index]
        }
        return count < other.count
    }
}
