/// The header that stands before every page.
struct PageHeader: Equatable {
    var type: PageType
    var uncompressedSize: Int32
    var compressedSize: Int32
    /// Of the page as it is stored.
    var crc: UInt32?
    /// Rows of a data page, nulls included, or values of a dictionary page.
    var valueCount: Int32 = 0
    var encoding: Encoding = .plain
    var levelEncoding: Encoding = .rle
    /// Only version 2 data pages have these.
    var nullCount: Int32 = 0
    var definitionLevelSize: Int32 = 0
    var repetitionLevelSize: Int32 = 0
    var isCompressed = true
}
