/// DELTA_BINARY_PACKED (`Encodings.md`, 5): differences of neighbours, less the smallest of their block, bit-packed.
enum DeltaEncoder {
    private static let blockSize = 128
    private static let miniblockSize = 32

    /// Appends `values`.
    ///
    /// Differences wrap around in the width of `Value`, as the format asks.
    static func append<Value: FixedWidthInteger & SignedInteger & BitwiseCopyable>(
        _ values: Span<Value>, to output: inout [UInt8]
    ) where Value.Magnitude: BitwiseCopyable {
        output.appendVarint(UInt64(blockSize))
        output.appendVarint(UInt64(blockSize / miniblockSize))
        output.appendVarint(UInt64(values.count))
        output.appendZigZag(values.isEmpty ? 0 : Int64(values[0]))
        var deltas = [Value](repeating: 0, count: blockSize)
        var start = 1
        while start < values.count {
            let count = min(blockSize, values.count - start)
            for index in 0..<count { deltas[index] = values[start + index] &- values[start + index - 1] }
            appendBlock(deltas.span.extracting(..<count), to: &output)
            start += count
        }
    }

    private static func appendBlock<Value: FixedWidthInteger & SignedInteger>(
        _ deltas: Span<Value>, to output: inout [UInt8]
    ) {
        var smallest = deltas[0]
        for index in 1..<max(deltas.count, 1) { smallest = min(smallest, deltas[index]) }
        output.appendZigZag(Int64(smallest))
        let widthsStart = output.count
        output.append(contentsOf: repeatElement(0, count: blockSize / miniblockSize))
        var low = [UInt32](repeating: 0, count: miniblockSize)
        for (miniblock, start) in stride(from: 0, to: deltas.count, by: miniblockSize).enumerated() {
            let count = min(miniblockSize, deltas.count - start)
            var bits: UInt64 = 0
            for index in 0..<miniblockSize {
                let rest = index < count ? relative(deltas[start + index], smallest) : 0
                bits |= rest
                low[index] = UInt32(truncatingIfNeeded: rest)
            }
            let width = BitPacking.width(of: bits)
            output[widthsStart + miniblock] = UInt8(width)
            if width <= 32 {
                BitPacking.pack(low.span, width: width, to: &output)
            } else {
                appendWide(deltas.extracting(start..<start + count), less: smallest, width: width, to: &output)
            }
        }
    }

    /// Packs a miniblock whose values have more than 32 bits.
    private static func appendWide<Value: FixedWidthInteger & SignedInteger>(
        _ deltas: Span<Value>, less smallest: Value, width: Int, to output: inout [UInt8]
    ) {
        var word: UInt64 = 0
        var filled = 0
        for index in 0..<miniblockSize {
            let value = index < deltas.count ? relative(deltas[index], smallest) : 0
            word |= value << UInt64(filled)
            filled += width
            if filled >= 64 {
                output.append(word, bytes: 8)
                filled -= 64
                word = filled == 0 ? 0 : value >> UInt64(width - filled)
            }
        }
        // Thirty-two values of any width fill whole groups of four bytes.
        output.append(word, bytes: filled / 8)
    }

    @inline(__always)
    private static func relative<Value: FixedWidthInteger & SignedInteger>(_ delta: Value, _ smallest: Value) -> UInt64
    {
        UInt64(truncatingIfNeeded: Value.Magnitude(truncatingIfNeeded: delta &- smallest))
    }
}
