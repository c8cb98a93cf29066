/// The RLE/bit-packing hybrid (`Encodings.md`, RLE = 3): runs of equal numbers, and groups of eight packed ones between
/// them.
enum HybridEncoder {
    /// Appends `values`, each of which has at most `width` bits.
    ///
    /// A run may begin only where the packed values before it fill whole groups, so runs are looked for at every eighth
    /// value.
    static func append(_ values: Span<UInt32>, width: Int, to output: inout [UInt8]) {
        var packedStart = 0
        var position = 0
        while position + 8 <= values.count {
            guard isRun(values, at: position) else {
                position += 8
                continue
            }
            var end = position + 8
            while end < values.count, values[end] == values[position] { end += 1 }
            // Less than two groups is cheaper packed when packing goes on behind it.
            if end - position < 16, end < values.count {
                position += 8
                continue
            }
            appendPacked(values.extracting(packedStart..<position), width: width, to: &output)
            appendRun(values[position], count: end - position, width: width, to: &output)
            position = end
            packedStart = end
        }
        appendPacked(values.extracting(packedStart..<values.count), width: width, to: &output)
    }

    /// Appends one run.
    static func appendRun(_ value: UInt32, count: Int, width: Int, to output: inout [UInt8]) {
        output.appendVarint(UInt64(count) << 1)
        for byte in 0..<(width + 7) / 8 { output.append(UInt8(truncatingIfNeeded: value >> UInt32(byte * 8))) }
    }

    private static func appendPacked(_ values: Span<UInt32>, width: Int, to output: inout [UInt8]) {
        if values.isEmpty { return }
        output.appendVarint(UInt64((values.count + 7) / 8) << 1 | 1)
        BitPacking.pack(values, width: width, to: &output)
    }

    @inline(__always)
    private static func isRun(_ values: Span<UInt32>, at position: Int) -> Bool {
        let first = values[position]
        if values[position + 1] != first { return false }
        for offset in 2..<8 where values[position + offset] != first { return false }
        return true
    }
}
