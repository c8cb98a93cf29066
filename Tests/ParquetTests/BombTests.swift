import Gzip
import Testing

@testable import Parquet

/// Files whose few bytes claim much.
struct BombTests {
    @Test("A run of two thousand million values is bounded by the rows of the row group")
    func runLength() throws {
        let page: [UInt8] = [1, 0xFE, 0xFF, 0xFF, 0xFF, 0x0F, 0]
        let bytes = HandmadeFile(
            type: 1, rowCount: 1 << 31,
            pages: [
                .dictionary(count: 1, [7, 0, 0, 0]), .data(count: .max, encoding: 8, page),
            ]
        ).bytes
        let file = try ParquetFile(BufferSource(bytes))
        #expect(throws: ParquetError.limitExceeded(.rowsPerRowGroup, offset: file.footerOffset)) {
            try file.read(rowGroup: 0, columns: ["c"])
        }
        let modest = HandmadeFile(
            type: 1, rowCount: 1000,
            pages: [
                .dictionary(count: 1, [7, 0, 0, 0]), .data(count: .max, encoding: 8, page),
            ]
        ).bytes
        #expect(throws: ParquetError.damaged(.pageHeader, offset: 21)) {
            try ParquetFile(BufferSource(modest)).read(rowGroup: 0, columns: ["c"])
        }
        let honest = HandmadeFile(
            type: 1, rowCount: 1000,
            pages: [
                .dictionary(count: 1, [7, 0, 0, 0]), .data(count: 1000, encoding: 8, page),
            ]
        ).bytes
        #expect(try ParquetFile(BufferSource(honest)).cells("c") == [Cell](repeating: .integer(7), count: 1000))
    }

    @Test("A dictionary that claims more values than its bytes hold is refused", arguments: [2, 1 << 20, Int32.max])
    func dictionary(count: Int32) throws {
        let bytes = HandmadeFile(
            type: 1, rowCount: 1,
            pages: [
                .dictionary(count: count, [7, 0, 0, 0]), .data(count: 1, encoding: 8, [1, 2, 0]),
            ]
        ).bytes
        #expect(throws: ParquetError.damaged(.dictionary, offset: 4)) {
            try ParquetFile(BufferSource(bytes)).read(rowGroup: 0, columns: ["c"])
        }
    }

    @Test("A page that claims to inflate beyond what deflate can do is refused before memory is taken")
    func inflation() throws {
        var page = HandmadeFile.Page.data(count: 1, encoding: 0, [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0])
        page.uncompressedSize = 200 << 20
        let bytes = HandmadeFile(type: 1, rowCount: 1, codec: 2, pages: [page]).bytes
        #expect(throws: ParquetError.compression(.sizeMismatch(expected: 200 << 20), offset: 4)) {
            try ParquetFile(BufferSource(bytes)).read(rowGroup: 0, columns: ["c"])
        }
        page.uncompressedSize = .max
        let larger = HandmadeFile(type: 1, rowCount: 1, codec: 2, pages: [page]).bytes
        #expect(throws: ParquetError.limitExceeded(.pageBytes, offset: 4)) {
            try ParquetFile(BufferSource(larger)).read(rowGroup: 0, columns: ["c"])
        }
    }

    @Test("An index outside the dictionary is refused")
    func index() throws {
        let bytes = HandmadeFile(
            type: 1, rowCount: 3,
            pages: [
                .dictionary(count: 1, [7, 0, 0, 0]), .data(count: 3, encoding: 8, [1, 6, 1]),
            ]
        ).bytes
        #expect(throws: ParquetError.damaged(.indices, offset: 21)) {
            try ParquetFile(BufferSource(bytes)).read(rowGroup: 0, columns: ["c"])
        }
    }
}
