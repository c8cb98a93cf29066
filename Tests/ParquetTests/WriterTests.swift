import Parquet
import TestSupport
import Testing

struct WriterTests {
    /// A file of one column and one row group, open.
    func file(
        _ column: ColumnSchema, _ values: ColumnValues, rows: Int, options: WriterOptions = WriterOptions()
    ) throws -> ParquetFile<BufferSource> {
        var writer = try ParquetWriter(schema: ParquetSchema([column]), sink: BufferSink(), options: options)
        try writer.appendRowGroup(rowCount: rows, columns: [values])
        return try ParquetFile(BufferSource(try writer.finish().bytes))
    }

    func dictionary(_ values: [String]) -> EncodedDictionary {
        var dictionary = EncodedDictionary()
        for value in values { dictionary.append(Array(value.utf8).span) }
        return dictionary
    }

    @Test("A dictionary column comes back as the same dictionary and indices")
    func dictionaryIsKept() throws {
        let values = dictionary(["GET", "POST", "HEAD"])
        let indices = (0..<1000).map { UInt32($0 % 3) }
        let column = ColumnSchema("method", .byteArray, .string, isOptional: true)
        let file = try file(column, .dictionary(values, indices: indices), rows: 1000)
        #expect(file.rowGroups[0].columns[0].isDictionaryCoded == true)
        #expect(try file.read(rowGroup: 0, columns: ["method"]) == [.dictionary(values, indices: indices)])
    }

    @Test("A column of distinct values is written PLAIN, where the dictionary would be larger")
    func dictionaryThatDoesNotPay() throws {
        var values = EncodedDictionary(width: 16)
        for index in 0..<500 { values.append(high: UInt64(index), low: .max) }
        let column = ColumnSchema("id", .fixedLengthByteArray(16), codec: .uncompressed)
        let file = try file(column, .dictionary(values, indices: Array(0..<500)), rows: 500)
        #expect(file.rowGroups[0].columns[0].encodings == [.plain])
        #expect(file.rowGroups[0].columns[0].compressedByteCount < 500 * 16 + 100)
        let found = try file.read(rowGroup: 0, columns: ["id"])[0]
        guard case .plain(let list, let indices) = found else { throw ParquetError.noSuchColumn("id") }
        #expect(list == values)
        #expect(indices == Array(0..<500))
        #expect(list.words(7) == (7, .max))
    }

    @Test("A column of nulls is one small page whatever the number of rows, and comes back as an empty array")
    func allNull() throws {
        let column = ColumnSchema("nothing", .byteArray, .string, isOptional: true)
        let file = try file(column, .dictionary(EncodedDictionary(), indices: []), rows: 1_000_000)
        #expect(file.rowGroups[0].columns[0].compressedByteCount < 50)
        #expect(file.rowGroups[0].columns[0].statistics?.nullCount == 1_000_000)
        #expect(try file.read(rowGroup: 0, columns: ["nothing"]) == [.dictionary(EncodedDictionary(), indices: [])])
    }

    @Test(
        "Integers with few distinct values become a dictionary, others differences, unless PLAIN is asked for",
        arguments: [
            (ColumnSchema.Preference.dictionary, 5, [Encoding.plain, .rleDictionary]),
            (.dictionary, 1_000_000, [.deltaBinaryPacked]), (.delta, 5, [.deltaBinaryPacked]), (.plain, 5, [.plain]),
        ] as [(ColumnSchema.Preference, Int64, [Encoding])])
    func integerEncodings(preference: ColumnSchema.Preference, distinct: Int64, expected: [Encoding]) throws {
        let values = (0..<1000).map { Int64($0) * 7919 % distinct }
        let column = ColumnSchema("n", .int64, preference: preference)
        let file = try file(column, .int64(values), rows: 1000)
        #expect(file.rowGroups[0].columns[0].encodings == expected)
        #expect(try file.cells("n") == values.map { .integer($0) })
    }

    @Test("Long bounds are shortened: the lower one cut, the upper one raised, neither inside a character")
    func shortenedBounds() throws {
        var options = WriterOptions()
        options.statisticsByteLimit = 4
        let values = dictionary(["abcé and more", "xyzé and more", "m"])
        let column = ColumnSchema("text", .byteArray, .string)
        let file = try file(column, .dictionary(values, indices: [0, 1, 2]), rows: 3, options: options)
        let statistics = try #require(file.rowGroups[0].columns[0].statistics)
        #expect(statistics.minimum == Array("abc".utf8))
        #expect(statistics.isMinimumExact == false)
        #expect(statistics.maximum == Array("xy{".utf8))
        #expect(statistics.isMaximumExact == false)
    }

    @Test("Bounds of a fixed width keep it, because DuckDB refuses a file with shorter ones")
    func fixedWidthBounds() throws {
        var options = WriterOptions()
        options.statisticsByteLimit = 4
        var values = EncodedDictionary(width: 16)
        values.append(high: 1, low: 2)
        let column = ColumnSchema("id", .fixedLengthByteArray(16), .uuid)
        let file = try file(column, .dictionary(values, indices: [0]), rows: 1, options: options)
        let statistics = try #require(file.rowGroups[0].columns[0].statistics)
        #expect(statistics.minimum == values.bytes)
        #expect(statistics.maximum == values.bytes)
        #expect(statistics.isMinimumExact == nil)
    }

    @Test("A column without statistics leaves no value in the footer")
    func noStatistics() throws {
        var values = EncodedDictionary(width: 16)
        values.append(high: 0x0123_4567_89AB_CDEF, low: 0x0123_4567_89AB_CDEF)
        var writer = try ParquetWriter(
            schema: ParquetSchema([ColumnSchema("id", .fixedLengthByteArray(16), hasStatistics: false)]),
            sink: BufferSink())
        try writer.appendRowGroup(rowCount: 2, columns: [.dictionary(values, indices: [0, 0])])
        let end = Int(writer.bytesWritten)
        let bytes = try writer.finish().bytes
        let file = try ParquetFile(BufferSource(bytes))
        #expect(file.rowGroups[0].columns[0].statistics == ColumnStatistics(nullCount: 0))
        #expect(!bytes[end...].contains(0xAB))
    }

    @Test("NaN is no bound, and a bound of zero has the outer sign")
    func floatingPointBounds() throws {
        let file = try file(ColumnSchema("x", .double), .double([.nan, 0.0, -0.0]), rows: 3)
        let statistics = try #require(file.rowGroups[0].columns[0].statistics)
        #expect(statistics.minimum == [0, 0, 0, 0, 0, 0, 0, 0x80])
        #expect(statistics.maximum == [0, 0, 0, 0, 0, 0, 0, 0])
    }

    @Test("Unsigned integers are bounded in unsigned order")
    func unsignedBounds() throws {
        let column = ColumnSchema("u", .int32, .integer(bitWidth: 32, isSigned: false))
        let file = try file(column, .int32([-1, 1]), rows: 2)
        let statistics = try #require(file.rowGroups[0].columns[0].statistics)
        #expect(statistics.minimum == [1, 0, 0, 0])
        #expect(statistics.maximum == [0xFF, 0xFF, 0xFF, 0xFF])
        #expect(try file.rowGroups(where: "u", isWithin: 5...6) == [0])
    }

    @Test(
        "Rows that do not fit the schema are refused with the column's number",
        arguments: [
            (ColumnSchema("c", .int32), ColumnValues.int64([1, 2]), ParquetError.InputFault.type),
            (ColumnSchema("c", .byteArray), .dictionary(EncodedDictionary(width: 3), indices: [0, 0]), .type),
            (ColumnSchema("c", .int32), .int32([1]), .rowCount),
            (ColumnSchema("c", .int32, isOptional: true), .int32([1, 2], nulls: .flagged([true])), .rowCount),
            (ColumnSchema("c", .int32), .int32([]), .null),
            (ColumnSchema("c", .int32, preference: .delta), .int32([1, 2], nulls: .marked(by: 2)), .null),
            (
                ColumnSchema("c", .int32, isOptional: true, preference: .plain),
                .dictionary(EncodedDictionary(width: 4), indices: [0, 1]), .index
            ),
        ])
    func refusal(column: ColumnSchema, values: ColumnValues, fault: ParquetError.InputFault) throws {
        #expect(throws: ParquetError.invalidInput(fault, column: 0)) { try file(column, values, rows: 2) }
    }

    @Test("Row groups that cannot hold a value of the range are skipped")
    func rowGroupSkipping() throws {
        let schema = ParquetSchema([ColumnSchema("time", .int64, isOptional: true, preference: .delta)])
        var writer = try ParquetWriter(schema: schema, sink: BufferSink())
        for start in [0, 100, 200] as [Int64] {
            try writer.appendRowGroup(rowCount: 2, columns: [.int64([start, start + 50])])
        }
        try writer.appendRowGroup(rowCount: 2, columns: [.int64([])])
        let file = try ParquetFile(BufferSource(try writer.finish().bytes))
        #expect(try file.rowGroups(where: "time", isWithin: 50...100) == [0, 1])
        #expect(try file.rowGroups(where: "time", isWithin: 51...99) == [])
        #expect(try file.rowGroups(where: "time", isWithin: .min ... .max) == [0, 1, 2])
        #expect(throws: ParquetError.noSuchColumn("tide")) { try file.rowGroups(where: "tide", isWithin: 0...1) }
        #expect(throws: ParquetError.noSuchRowGroup(4)) { try file.read(rowGroup: 4, columns: ["time"]) }
    }

    @Test("A flipped bit in a chunk is found, or changes no value")
    func checksums() throws {
        let expected = ColumnValues.dictionary(
            dictionary(["one", "two", "three"]), indices: (0..<300).map { UInt32($0 * $0 % 3) })
        var writer = try ParquetWriter(
            schema: ParquetSchema([ColumnSchema("c", .byteArray, codec: .uncompressed)]), sink: BufferSink())
        try writer.appendRowGroup(
            rowCount: 300, columns: [expected])
        let end = Int(writer.bytesWritten)
        let bytes = try writer.finish().bytes
        var found = 0
        for place in 4..<end {
            var damaged = bytes
            damaged[place] ^= 0x10
            do {
                #expect(try ParquetFile(BufferSource(damaged)).read(rowGroup: 0, columns: ["c"]) == [expected])
            } catch ParquetError.checksum {
                found += 1
            } catch is ParquetError {}
        }
        // Bodies are longer than headers.
        #expect(found > (end - 4) / 2)
    }
}
