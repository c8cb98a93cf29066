@testable import Parquet

/// A file of one required column whose pages are given byte by byte, so that it can claim anything.
struct HandmadeFile {
    struct Page {
        let type: PageType
        let count: Int32
        let encoding: Int32
        let body: [UInt8]
        var uncompressedSize: Int32?

        static func dictionary(count: Int32, _ body: [UInt8]) -> Page {
            Page(type: .dictionary, count: count, encoding: 0, body: body)
        }

        static func data(count: Int32, encoding: Int32, _ body: [UInt8]) -> Page {
            Page(type: .data, count: count, encoding: encoding, body: body)
        }
    }

    let bytes: [UInt8]

    init(type: Int32, rowCount: Int64, codec: Int32 = 0, pages: [Page]) {
        var bytes = Array("PAR1".utf8)
        for page in pages {
            var header = PageHeader(
                type: page.type, uncompressedSize: page.uncompressedSize ?? Int32(page.body.count),
                compressedSize: Int32(page.body.count))
            header.valueCount = page.count
            header.encoding = Encoding(rawValue: page.encoding) ?? .plain
            bytes += header.encoded() + page.body
        }
        var chunk = ColumnChunkMetadata()
        chunk.codec = Codec(rawValue: codec) ?? .uncompressed
        chunk.valueCount = rowCount
        chunk.compressedByteCount = Int64(bytes.count - 4)
        chunk.dataPageOffset = 4
        let column = ColumnSchema("c", PhysicalType(code: type, length: nil) ?? .int32)
        let footer = FileMetadata(
            schema: ParquetSchema([column]), rowCount: rowCount,
            rowGroups: [RowGroupMetadata(rowCount: Int(rowCount), columns: [chunk])], keyValues: [], createdBy: nil
        ).encoded()
        bytes += footer
        bytes.appendLittleEndian(UInt32(footer.count))
        self.bytes = bytes + Array("PAR1".utf8)
    }
}
