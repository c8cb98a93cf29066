/// Decodes levels and booleans: streams of single bits.
enum LevelDecoder {
    /// Decodes the hybrid of width 1.
    static func decode(_ input: Span<UInt8>, count: Int, at offset: Int64) throws(ParquetError) -> Presence {
        var decoder = HybridDecoder(width: 1, count: count)
        var flags: [Bool] = []
        var present = 0
        while let run = try decoder.next(in: input, .levels, at: offset) {
            switch run {
            case .repeated(let value, let length):
                if length == count { return value == 1 ? .all : .none }
                flags.append(contentsOf: repeatElement(value == 1, count: length))
                present += value == 1 ? length : 0
            case .packed(let range, let length):
                appendBits(input.extracting(range), count: length, to: &flags, countingInto: &present)
            }
        }
        return summary(flags, present)
    }

    /// Decodes the deprecated BIT_PACKED levels, whose first row is in the highest bit; nil if there are too few bytes.
    static func decodeBitPacked(_ input: Span<UInt8>, count: Int) -> Presence? {
        guard (count + 7) / 8 <= input.count else { return nil }
        let flags = (0..<count).map { input[$0 / 8] & (0x80 >> UInt8($0 % 8)) != 0 }
        return summary(flags, flags.count { $0 })
    }

    /// Appends `count` bits, the first in the lowest bit, which the input holds.
    static func appendBits(
        _ input: Span<UInt8>, count: Int, to flags: inout [Bool], countingInto present: inout Int
    ) {
        flags.reserveCapacity(flags.count + count)
        var row = 0
        while row < count {
            let byte = input[row / 8]
            let end = min(8, count - row)
            for bit in 0..<end { flags.append(byte >> UInt8(bit) & 1 == 1) }
            present += (end == 8 ? byte : byte & (1 << UInt8(end) - 1)).nonzeroBitCount
            row += 8
        }
    }

    private static func summary(_ flags: [Bool], _ present: Int) -> Presence {
        switch present {
        case flags.count: .all
        case 0: .none
        default: .some(flags, count: present)
        }
    }
}
