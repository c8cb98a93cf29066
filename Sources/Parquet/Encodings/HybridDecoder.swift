/// Takes the RLE/bit-packing hybrid (`Encodings.md`, RLE = 3) apart.
struct HybridDecoder {
    /// A run of one value, or packed values in a range of the input.
    enum Run {
        case repeated(UInt32, count: Int)
        case packed(Range<Int>, count: Int)
    }

    private let width: Int
    private var remaining: Int
    private var position = 0

    /// Expects `count` values of `width` bits.
    init(width: Int, count: Int) {
        self.width = width
        remaining = count
    }

    /// The next run, cut to the values that are still expected; nil after the last.
    ///
    /// `offset` is for errors.
    mutating func next(
        in input: Span<UInt8>, _ part: ParquetError.Part, at offset: Int64
    ) throws(ParquetError) -> Run? {
        if remaining == 0 { return nil }
        guard let header = input.readVarint(at: &position) else { throw .damaged(part, offset: offset) }
        let length = header >> 1
        if header & 1 == 0 {
            let byteCount = (width + 7) / 8
            guard input.count - position >= byteCount else { throw .damaged(part, offset: offset) }
            let value = BitPacking.read(input.extracting(position..<position + byteCount), bit: 0, width: byteCount * 8)
            guard value >> UInt64(width) == 0 else { throw .damaged(part, offset: offset) }
            position += byteCount
            let count = Int(min(length, UInt64(remaining)))
            remaining -= count
            return .repeated(UInt32(value), count: count)
        }
        let groups = Int(min(length, UInt64(remaining + 7) / 8))
        let count = min(groups * 8, remaining)
        // Some writers leave out the padding of the last group.
        let end = min(position + groups * width, input.count)
        guard (count * width + 7) / 8 <= end - position else { throw .damaged(part, offset: offset) }
        defer { position = end }
        remaining -= count
        return .packed(position..<end, count: count)
    }

    /// Appends `count` values of `width` bits from the beginning of `input`.
    static func append(
        _ input: Span<UInt8>, width: Int, count: Int, to output: inout [UInt32], at offset: Int64
    ) throws(ParquetError) {
        var decoder = HybridDecoder(width: width, count: count)
        while let run = try decoder.next(in: input, .indices, at: offset) {
            switch run {
            case .repeated(let value, let count): output.append(contentsOf: repeatElement(value, count: count))
            case .packed(let range, let count):
                BitPacking.unpack(input.extracting(range), width: width, count: count, to: &output)
            }
        }
    }
}
