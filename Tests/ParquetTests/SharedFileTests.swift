import Parquet
import TestSupport
import Testing

@Suite(.enabled(if: SharedData.isThere, "needs ../shared/data/parquet"))
struct SharedFileTests {
    static let folder = "parquet/apache__parquet-testing/data/"

    func open(_ name: String) throws -> ParquetFile<BufferSource> {
        try ParquetFile(BufferSource(try SharedData.bytes(SharedFileTests.folder + name)))
    }

    @Test("Every column of delta_binary_packed.parquet has the values of its CSV file")
    func deltaBinaryPacked() throws {
        let file = try open("delta_binary_packed.parquet")
        let csv = String(
            decoding: try SharedData.bytes(SharedFileTests.folder + "delta_binary_packed_expect.csv"), as: UTF8.self)
        let lines = csv.split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
        #expect(lines.count == 201)
        for (position, name) in lines[0].enumerated() {
            let expected = try lines.dropFirst().map { Cell.integer(try #require(Int64($0[position]))) }
            #expect(try file.cells(name) == expected, "column \(name)")
        }
    }

    @Test(
        "Impala's PLAIN_DICTIONARY and PLAIN files of all types read alike",
        arguments: [
            ("alltypes_plain.parquet", [4, 5, 6, 7, 2, 3, 0, 1], ["03", "03", "04", "04", "02", "02", "01", "01"]),
            ("alltypes_dictionary.parquet", [0, 1], ["01", "01"]),
        ])
    func allTypes(name: String, ids: [Int64], months: [String]) throws {
        let file = try open(name)
        #expect(try file.cells("id") == ids.map { .integer($0) })
        #expect(try file.cells("bool_col") == ids.map { .flag($0 % 2 == 0) })
        for column in ["tinyint_col", "smallint_col", "int_col"] {
            #expect(try file.cells(column) == ids.map { .integer($0 % 2) })
        }
        #expect(try file.cells("bigint_col") == ids.map { .integer($0 % 2 * 10) })
        #expect(try file.cells("float_col") == ids.map { .number(Double(Float($0 % 2 == 0 ? 0 : 1.1))) })
        #expect(try file.cells("double_col") == ids.map { .number($0 % 2 == 0 ? 0 : 10.1) })
        #expect(try file.cells("date_string_col") == months.map { .text("\($0)/01/09") })
        #expect(try file.cells("string_col") == ids.map { .text("\($0 % 2)") })
        // Nanoseconds of the day and the Julian day: 2009-01-01 is day 2454833.
        let expected = zip(ids, months).map { id, month in
            let nanoseconds = UInt64(id % 2) * 60_000_000_000
            let day = UInt32(2_454_833 + [0, 31, 59, 90][(Int(month) ?? 0) - 1])
            return Cell.bytes(
                (0..<8).map { UInt8(truncatingIfNeeded: nanoseconds >> ($0 * 8)) }
                    + (0..<4).map { UInt8(truncatingIfNeeded: day >> ($0 * 8)) })
        }
        #expect(try file.cells("timestamp_col") == expected)
    }

    @Test("Binary values that are not text are read")
    func binary() throws {
        #expect(try open("binary.parquet").cells("foo") == (0..<12).map { .bytes([$0]) })
    }

    @Test("A page made of two gzip members is read whole")
    func concatenatedMembers() throws {
        let file = try open("concatenated_gzip_members.parquet")
        #expect(file.schema.columns[0].logicalType == .integer(bitWidth: 64, isSigned: false))
        #expect(try file.cells("long_col") == (1...513).map { .integer($0) })
    }

    @Test("A version 2 page with optional metadata around it is read")
    func bloomFilterAndIndexes() throws {
        let words = [
            "Hello", "This is", "a", "test", "How", "are you", "doing ", "today", "the quick", "brown fox", "jumps",
            "over", "the lazy", "dog",
        ]
        let file = try open("data_index_bloom_encoding_stats.parquet")
        #expect(try file.cells("String") == words.map { .text($0) })
        #expect(file.schema.columns[0].logicalType == .string)
        #expect(file.rowGroups[0].columns[0].isDictionaryCoded == false)
    }

    @Test("RLE booleans with nulls are read")
    func rleBooleans() throws {
        let expected = "TF-TTFFTTTFFTTF-TTFFTTF-TTFFTTTFFFFTTF-TTFFTTTFF-TTFFTTTFTTF-TTFFTTT"
        let cells = try open("rle_boolean_encoding.parquet").cells("datatype_boolean")
        #expect(cells == expected.map { $0 == "-" ? .null : .flag($0 == "T") })
    }

    @Test("Page checksums are verified: a flipped bit in a page is found")
    func checksums() throws {
        let name = "datapage_v1-uncompressed-checksum.parquet"
        let file = try open(name)
        #expect(try file.cells("a").prefix(2) == [.integer(50_462_976), .integer(117_835_012)])
        #expect(try file.cells("b").first == .integer(1_734_763_876))
        var bytes = try SharedData.bytes(SharedFileTests.folder + name)
        bytes[1000] ^= 1
        let damaged = try ParquetFile(BufferSource(bytes))
        #expect(throws: ParquetError.checksum(offset: 4)) { try damaged.cells("a") }
    }

    @Test("A codec this reader does not have is named in the error")
    func unsupportedCodec() throws {
        let file = try open("single_nan.parquet")
        #expect(throws: ParquetError.unsupported(.codec(.snappy), offset: 4)) { try file.cells("mycol") }
        #expect(
            "\(ParquetError.unsupported(.codec(.snappy), offset: 4))" == "the codec SNAPPY at byte 4 cannot be read")
    }
}
