/// A Parquet file that is read row group by row group and column by column.
///
/// ```swift
/// let file = try ParquetFile(BufferSource(bytes))
/// for group in try file.rowGroups(where: "time", isWithin: 0...86_399_999_999) {
///     let columns = try file.read(rowGroup: group, columns: ["time", "status"])
/// }
/// ```
///
/// Reads flat files that are not compressed or use GZIP. What a file claims is checked against its bytes and against
/// ``ReaderLimits``; a damaged file gives a ``ParquetError``.
public struct ParquetFile<Source: ParquetSource> {
    public let metadata: FileMetadata
    private let source: Source
    private let limits: ReaderLimits
    /// Where the footer begins, and the data ends.
    public let footerOffset: Int64

    public var schema: ParquetSchema { metadata.schema }
    public var rowGroups: [RowGroupMetadata] { metadata.rowGroups }

    /// Reads the footer.
    ///
    /// Throws ``ParquetError``, and what the source throws.
    public init(_ source: Source, limits: ReaderLimits = ReaderLimits()) throws {
        self.source = source
        self.limits = limits
        let magicLength = Int64(ParquetFormat.magic.count)
        let tailOffset = source.byteCount - Int64(ParquetFormat.tailLength)
        guard tailOffset >= magicLength else { throw ParquetError.notParquet(offset: 0) }
        guard try source.read(at: 0, count: Int(magicLength)) == ParquetFormat.magic else {
            throw ParquetError.notParquet(offset: 0)
        }
        let tail = try source.read(at: tailOffset, count: ParquetFormat.tailLength)
        guard tail.count == ParquetFormat.tailLength, let length = tail.span.readUInt32(at: 0) else {
            throw ParquetError.notParquet(offset: tailOffset)
        }
        let magic = [UInt8](tail[4...])
        if magic == ParquetFormat.encryptedMagic { throw ParquetError.unsupported(.encryption, offset: tailOffset) }
        guard magic == ParquetFormat.magic else { throw ParquetError.notParquet(offset: tailOffset + 4) }
        footerOffset = tailOffset - Int64(length)
        guard footerOffset >= magicLength else { throw ParquetError.damaged(.footer, offset: tailOffset) }
        guard Int(length) <= limits.footerBytes else {
            throw ParquetError.limitExceeded(.footerBytes, offset: footerOffset)
        }
        let footer = try source.read(at: footerOffset, count: Int(length))
        var reader = ThriftReader(footer, range: 0..<footer.count, base: footerOffset, part: .footer)
        metadata = try FileMetadata(from: &reader)
    }

    /// Reads all rows of the named columns, in the order of the names.
    ///
    /// Where rows are null, an array of integers holds the smallest integer, an array of floating-point numbers NaN,
    /// and one of booleans false; the flags that come with the array say which rows these are.
    public func read(rowGroup index: Int, columns names: [String]) throws -> [ColumnValues] {
        guard rowGroups.indices.contains(index) else { throw ParquetError.noSuchRowGroup(index) }
        let rowGroup = rowGroups[index]
        guard rowGroup.rowCount <= limits.rowsPerRowGroup else {
            throw ParquetError.limitExceeded(.rowsPerRowGroup, offset: footerOffset)
        }
        return try names.map { name in
            guard let position = schema.index(of: name) else { throw ParquetError.noSuchColumn(name) }
            return try read(rowGroup.columns[position], as: schema.columns[position])
        }
    }

    /// The row groups whose statistics do not rule out that the column called `name` has a value within `range`.
    ///
    /// Only signed INT32 and INT64 columns can be ruled out; without statistics a row group is always among the result.
    public func rowGroups(where name: String, isWithin range: ClosedRange<Int64>) throws(ParquetError) -> [Int] {
        guard let position = schema.index(of: name) else { throw .noSuchColumn(name) }
        guard schema.columns[position].isSignedNumber else { return Array(rowGroups.indices) }
        return rowGroups.indices.filter { index in
            let statistics = rowGroups[index].columns[position].statistics
            if let nullCount = statistics?.nullCount, nullCount == rowGroups[index].rowCount { return false }
            return statistics?.integerRange?.overlaps(range) ?? true
        }
    }

    private func read(_ chunk: ColumnChunkMetadata, as column: ColumnSchema) throws -> ColumnValues {
        try reader(of: chunk, as: column).read()
    }

    /// What reads the pages of a chunk, all bytes of which are then in memory.
    func reader(of chunk: ColumnChunkMetadata, as column: ColumnSchema) throws -> ChunkReader {
        if chunk.codec != .gzip, chunk.codec != .uncompressed {
            throw ParquetError.unsupported(.codec(chunk.codec), offset: chunk.offset)
        }
        let (end, overflow) = chunk.offset.addingReportingOverflow(chunk.compressedByteCount)
        guard !overflow, chunk.offset >= ParquetFormat.magic.count, end <= footerOffset else {
            throw ParquetError.damaged(.metadata, offset: footerOffset)
        }
        guard chunk.compressedByteCount <= limits.chunkBytes else {
            throw ParquetError.limitExceeded(.chunkBytes, offset: chunk.offset)
        }
        let bytes = try source.read(at: chunk.offset, count: Int(chunk.compressedByteCount))
        return ChunkReader(column: column, metadata: chunk, limits: limits, bytes: bytes)
    }
}

extension ParquetFile: Sendable where Source: Sendable {}
