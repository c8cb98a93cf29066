/// Definition levels of a flat column: one bit per row, 1 where the row has a value.
///
/// Version 1 data pages put the length of the encoded levels before them, in four little-endian bytes.
enum LevelEncoder {
    /// Appends levels that are the same for all `count` rows.
    static func append(uniform isPresent: Bool, count: Int, to output: inout [UInt8]) {
        appendWithLength(to: &output) { HybridEncoder.appendRun(isPresent ? 1 : 0, count: count, width: 1, to: &$0) }
    }

    /// Appends levels given as bits of `words`, the first row in the lowest bit; bits behind `count` are zero.
    static func append(_ words: Span<UInt64>, count: Int, to output: inout [UInt8]) {
        appendWithLength(to: &output) { output in
            var index = 0
            let whole = count / 64
            while index < whole {
                let word = words[index]
                var end = index + 1
                if word == 0 || word == .max {
                    while end < whole, words[end] == word { end += 1 }
                    HybridEncoder.appendRun(word == 0 ? 0 : 1, count: (end - index) * 64, width: 1, to: &output)
                } else {
                    while end < whole, words[end] != 0, words[end] != .max { end += 1 }
                    output.appendVarint(UInt64((end - index) * 8) << 1 | 1)
                    for position in index..<end { output.append(words[position], bytes: 8) }
                }
                index = end
            }
            let rest = count - whole * 64
            if rest > 0 {
                let groups = (rest + 7) / 8
                output.appendVarint(UInt64(groups) << 1 | 1)
                output.append(words[whole], bytes: groups)
            }
        }
    }

    private static func appendWithLength(to output: inout [UInt8], _ body: (inout [UInt8]) -> Void) {
        let start = output.count
        output.appendLittleEndian(UInt32(0))
        body(&output)
        let length = UInt32(output.count - start - 4)
        for byte in 0..<4 { output[start + byte] = UInt8(truncatingIfNeeded: length >> UInt32(byte * 8)) }
    }
}

extension [UInt8] {
    /// Appends the lowest bytes of `word`, the lowest first.
    mutating func append(_ word: UInt64, bytes count: Int) {
        for byte in 0..<count { append(UInt8(truncatingIfNeeded: word >> UInt64(byte * 8))) }
    }
}
