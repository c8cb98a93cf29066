/// What the footer says about one column in one row group.
public struct ColumnChunkMetadata: Hashable, Sendable {
    public var codec: Codec = .uncompressed
    /// Encodings of values and levels, without those this reader has no name for.
    public var encodings: [Encoding] = []
    /// Rows, nulls included.
    public var valueCount: Int64 = 0
    public var uncompressedByteCount: Int64 = 0
    public var compressedByteCount: Int64 = 0
    public var statistics: ColumnStatistics?
    var dataPageOffset: Int64 = 0
    var dictionaryPageOffset: Int64?
    var encodingCounts: [PageEncodingCount] = []
    var physicalTypeCode: Int32 = -1

    /// Where the chunk's first page begins in the file.
    public var offset: Int64 {
        // Some writers store 0 where there is no dictionary page.
        guard let dictionaryPageOffset, dictionaryPageOffset > 0 else { return dataPageOffset }
        return min(dictionaryPageOffset, dataPageOffset)
    }

    /// Whether every data page is dictionary-coded, nil if the file does not say.
    public var isDictionaryCoded: Bool? {
        let pages = encodingCounts.filter { $0.isData && $0.count > 0 }
        return pages.isEmpty ? nil : pages.allSatisfy(\.encoding.isDictionary)
    }
}
