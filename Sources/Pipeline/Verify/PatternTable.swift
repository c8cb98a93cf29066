/// Byte strings one behind the other.
struct PatternTable {
    private(set) var bytes: [UInt8] = []
    private var starts = [0]
    private var exact: [Bool] = []
    /// The length of the longest.
    private(set) var longest = 0

    var count: Int { exact.count }

    /// - Parameter ignoringCase: whether the case of ASCII letters is of no account.
    mutating func append(_ pattern: [UInt8], ignoringCase: Bool) {
        bytes += pattern
        starts.append(bytes.count)
        exact.append(!ignoringCase)
        longest = max(longest, pattern.count)
    }

    /// Where a pattern lies in ``bytes``.
    func range(of pattern: Int) -> Range<Int> { starts[pattern]..<starts[pattern + 1] }

    /// Whether a pattern stands in the text at `start`, where there is room for it.
    func matches(_ pattern: Int, _ text: Span<UInt8>, at start: Int) -> Bool {
        let isExact = exact[pattern]
        for (offset, index) in range(of: pattern).enumerated() {
            let (one, other) = (bytes[index], text[start + offset])
            guard one == other || !isExact && PatternTable.folded(one) == PatternTable.folded(other) else {
                return false
            }
        }
        return true
    }

    /// The byte, of an ASCII letter the small one.
    @inline(__always)
    static func folded(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
}
