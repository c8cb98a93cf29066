import TestSupport
import Testing

@testable import Parquet

struct EncodingTests {
    @Test("The numbers 0 to 7 in three bits are the bytes of the specification's example")
    func bitPacking() {
        var bytes: [UInt8] = []
        BitPacking.pack(([0, 1, 2, 3, 4, 5, 6, 7] as [UInt32]).span, width: 3, to: &bytes)
        #expect(bytes == [0b1000_1000, 0b1100_0110, 0b1111_1010])
    }

    @Test("Packed numbers unpack, in every width", arguments: 0...32)
    func packAndUnpack(width: Int) {
        var random = SplitMix64(seed: UInt64(width))
        for count in [0, 1, 7, 8, 9, 31, 100] {
            let mask = width == 0 ? 0 : UInt32.max >> UInt32(32 - width)
            let values = (0..<count).map { _ in UInt32(truncatingIfNeeded: random.next()) & mask }
            var bytes: [UInt8] = [0xEE]
            BitPacking.pack(values.span, width: width, to: &bytes)
            #expect(bytes.count == 1 + (count + 7) / 8 * width)
            #expect(bytes[0] == 0xEE)
            var found: [UInt32] = [4]
            BitPacking.unpack(bytes.span.extracting(1...), width: width, count: count, to: &found)
            #expect(found == [4] + values)
        }
    }

    @Test(
        "The hybrid writes a run as its count and value, and groups packed",
        arguments: [
            ([UInt32](repeating: 5, count: 20), 3, [40, 5]),
            ([UInt32](repeating: 300, count: 100), 9, [0xC8, 0x01, 0x2C, 0x01]),
            ([0, 1, 2, 3, 4, 5, 6, 7], 3, [3, 0x88, 0xC6, 0xFA]),
            ([1, 0, 1], 1, [3, 0b101]),
            ([0, 1, 2, 3, 4, 5, 6, 7] + [UInt32](repeating: 2, count: 16), 3, [3, 0x88, 0xC6, 0xFA, 32, 2]),
            ([], 3, []),
        ] as [([UInt32], Int, [UInt8])])
    func hybrid(values: [UInt32], width: Int, expected: [UInt8]) throws {
        var bytes: [UInt8] = []
        HybridEncoder.append(values.span, width: width, to: &bytes)
        #expect(bytes == expected)
        var found: [UInt32] = []
        try HybridDecoder.append(bytes.span, width: width, count: values.count, to: &found, at: 0)
        #expect(found == values)
    }

    @Test(
        "Levels are one run where all rows are alike, and bits where not",
        arguments: [
            ([UInt64.max, .max], 128, [3, 0, 0, 0, 0x80, 0x02, 1]),
            ([0b101], 3, [2, 0, 0, 0, 3, 0b101]),
            ([0, 0b11], 66, [5, 0, 0, 0, 0x80, 0x01, 0, 3, 3]),
        ] as [([UInt64], Int, [UInt8])])
    func levels(words: [UInt64], count: Int, expected: [UInt8]) throws {
        var bytes: [UInt8] = []
        LevelEncoder.append(words.span, count: count, to: &bytes)
        #expect(bytes == expected)
        let flags = (0..<count).map { words[$0 / 64] >> UInt64($0 % 64) & 1 == 1 }
        let present = flags.count { $0 }
        let found = try LevelDecoder.decode(bytes.span.extracting(4...), count: count, at: 0)
        #expect(found == (present == count ? .all : .some(flags, count: present)))
    }

    @Test("BIT_PACKED levels begin at the highest bit")
    func bitPackedLevels() {
        let bytes: [UInt8] = [0b1010_0000, 0b1000_0000]
        let flags = [true, false, true, false, false, false, false, false, true]
        let found = LevelDecoder.decodeBitPacked(bytes.span, count: 9)
        let beyond = LevelDecoder.decodeBitPacked(bytes.span, count: 17)
        #expect(found == .some(flags, count: 3))
        #expect(beyond == nil)
    }

    @Test("The specification's delta examples have its minima and bits")
    func delta() {
        var bytes: [UInt8] = []
        DeltaEncoder.append(([1, 2, 3, 4, 5] as [Int64]).span, to: &bytes)
        #expect(bytes == [0x80, 0x01, 4, 5, 2, 2, 0, 0, 0, 0])
        bytes = []
        DeltaEncoder.append(([7, 5, 3, 1, 2, 3, 4, 5] as [Int64]).span, to: &bytes)
        #expect(bytes == [0x80, 0x01, 4, 8, 14, 3, 2, 0, 0, 0, 0b1100_0000, 0b0011_1111, 0, 0, 0, 0, 0, 0])
    }

    @Test("Differences that overflow wrap around", arguments: 0..<60)
    func deltaRoundTrip(seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        let spread = Int64(random.next() % 64)
        let count = [0, 1, 2, 33, 128, 129, 130, 500][seed % 8]
        var values = (0..<count).map { _ in Int64(bitPattern: random.next()) >> spread }
        if count > 1 { values.replaceSubrange(0..<2, with: [.min, .max]) }
        try expectRoundTrip(values)
        try expectRoundTrip(values.map { Int32(truncatingIfNeeded: $0) })
    }

    private func expectRoundTrip<Value: FixedWidthInteger & SignedInteger & BitwiseCopyable>(
        _ values: [Value]
    ) throws where Value.Magnitude: BitwiseCopyable {
        var bytes: [UInt8] = []
        DeltaEncoder.append(values.span, to: &bytes)
        var found: [Value] = []
        var position = 0
        try DeltaDecoder.append(bytes.span, from: &position, count: values.count, to: &found, at: 0)
        #expect(found == values)
        #expect(position == bytes.count)
    }

    @Test(
        "A delta header that makes no sense is refused",
        arguments: [
            [0, 4, 5, 2], [0x80, 0x01, 0, 5, 2], [0x80, 0x01, 3, 5, 2], [0x81, 0x01, 4, 5, 2], [0x80, 0x01, 4, 6, 2],
            [0x80, 0x01, 4, 5, 2, 2], [0x80, 0x01, 4, 5, 2, 2, 65, 0, 0, 0], [0x80, 0x01, 4, 5, 2, 2, 8, 0, 0, 0, 1],
        ] as [[UInt8]])
    func deltaRefusal(bytes: [UInt8]) {
        #expect(throws: ParquetError.damaged(.values, offset: 9)) {
            var found: [Int64] = []
            var position = 0
            try DeltaDecoder.append(bytes.span, from: &position, count: 5, to: &found, at: 9)
        }
    }

    @Test("DELTA_BYTE_ARRAY and DELTA_LENGTH_BYTE_ARRAY give the specification's examples back")
    func deltaBytes() throws {
        var prefixed: [UInt8] = []
        DeltaEncoder.append(([0, 2, 0, 3] as [Int32]).span, to: &prefixed)
        DeltaEncoder.append(([4, 2, 6, 3] as [Int32]).span, to: &prefixed)
        prefixed += Array("axislebabblehyd".utf8)
        var list = EncodedDictionary()
        try page(.deltaByteArray, prefixed, rows: 4).appendDeltaValues(to: &list, byteLimit: 1000)
        #expect(texts(list) == ["axis", "axle", "babble", "babhyd"])

        var plain: [UInt8] = []
        DeltaEncoder.append(([5, 5, 6, 6] as [Int32]).span, to: &plain)
        plain += Array("HelloWorldFoobarABCDEF".utf8)
        var other = EncodedDictionary()
        try page(.deltaLengthByteArray, plain, rows: 4).appendDeltaLengthValues(to: &other, byteLimit: 1000)
        #expect(texts(other) == ["Hello", "World", "Foobar", "ABCDEF"])
        #expect(throws: ParquetError.limitExceeded(.chunkBytes, offset: 0)) {
            var list = EncodedDictionary()
            try page(.deltaByteArray, prefixed, rows: 4).appendDeltaValues(to: &list, byteLimit: 20)
        }
    }

    private func page(_ encoding: Encoding, _ bytes: [UInt8], rows: Int) -> DataPage {
        DataPage(
            encoding: encoding, rowCount: rows, presence: .all, bytes: bytes, values: 0..<bytes.count, offset: 0)
    }

    private func texts(_ list: EncodedDictionary) -> [String] {
        (0..<list.count).map { String(decoding: list.bytes[list.range(of: $0)], as: UTF8.self) }
    }
}
