/// Decodes DELTA_BINARY_PACKED (`Encodings.md`, 5).
enum DeltaDecoder {
    /// Appends the `count` values that begin at `position`, which moves behind them.
    static func append<Value: FixedWidthInteger & SignedInteger>(
        _ input: Span<UInt8>, from position: inout Int, count: Int, to output: inout [Value], at offset: Int64
    ) throws(ParquetError) {
        let damaged = ParquetError.damaged(.values, offset: offset)
        guard let blockSize = input.readVarint(at: &position), let miniblocks = input.readVarint(at: &position),
            let total = input.readVarint(at: &position), let first = input.readZigZag(at: &position),
            total == UInt64(count), blockSize > 0, blockSize < 1 << 31, blockSize % 128 == 0,
            miniblocks > 0, blockSize % miniblocks == 0, (blockSize / miniblocks) % 32 == 0
        else { throw damaged }
        if count == 0 { return }
        let miniblockSize = Int(blockSize / miniblocks)
        var value = Value(truncatingIfNeeded: first)
        output.append(value)
        var remaining = count - 1
        var scratch: [UInt32] = []
        while remaining > 0 {
            guard let smallest = input.readZigZag(at: &position), input.count - position >= Int(miniblocks) else {
                throw damaged
            }
            let widths = position
            position += Int(miniblocks)
            for miniblock in 0..<Int(miniblocks) where remaining > 0 {
                let width = Int(input[widths + miniblock])
                let taken = min(miniblockSize, remaining)
                guard width <= 64, (taken * width + 7) / 8 <= input.count - position else { throw damaged }
                let end = min(position + miniblockSize * width / 8, input.count)
                let packed = input.extracting(position..<end)
                if width <= 32 {
                    scratch.removeAll(keepingCapacity: true)
                    BitPacking.unpack(packed, width: width, count: taken, to: &scratch)
                    for delta in scratch {
                        value = value &+ Value(truncatingIfNeeded: smallest) &+ Value(truncatingIfNeeded: delta)
                        output.append(value)
                    }
                } else {
                    for index in 0..<taken {
                        let delta = BitPacking.read(packed, bit: index * width, width: width)
                        value = value &+ Value(truncatingIfNeeded: smallest) &+ Value(truncatingIfNeeded: delta)
                        output.append(value)
                    }
                }
                position = end
                remaining -= taken
            }
        }
    }
}
