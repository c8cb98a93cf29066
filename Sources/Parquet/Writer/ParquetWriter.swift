/// Writes a Parquet file row group by row group.
///
/// ```swift
/// var writer = try ParquetWriter(schema: schema, sink: BufferSink())
/// try writer.appendRowGroup(rowCount: 2, columns: [.int64([1, 2])])
/// let file = try writer.finish().bytes
/// ```
///
/// Data pages are of version 1, dictionary indices RLE_DICTIONARY, integers DELTA_BINARY_PACKED or PLAIN, every page
/// with its CRC-32. A file that was not finished cannot be read.
public struct ParquetWriter<Sink: ParquetSink>: ~Copyable {
    public let schema: ParquetSchema
    /// Bytes given to the sink so far.
    public private(set) var bytesWritten: Int64 = 0
    private var sink: Sink
    private var encoder: ColumnEncoder
    private var rowGroups: [RowGroupMetadata] = []

    /// Begins a file.
    ///
    /// Throws what the sink throws.
    public init(schema: ParquetSchema, sink: Sink, options: WriterOptions = WriterOptions()) throws {
        self.schema = schema
        self.sink = sink
        encoder = ColumnEncoder(options: options)
        try write(ParquetFormat.magic)
    }

    /// Writes `rowCount` rows, given as one array per column of the schema.
    ///
    /// Throws ``ParquetError/invalidInput(_:column:)`` if an array does not fit its column, and what the sink throws.
    /// After an error the file cannot be continued.
    public mutating func appendRowGroup(rowCount: Int, columns: [ColumnValues]) throws {
        guard columns.count == schema.columns.count else {
            throw ParquetError.invalidInput(.columnCount, column: columns.count)
        }
        try appendRowGroup(rowCount: rowCount) { columns[$0] }
    }

    /// Writes `rowCount` rows, whose columns are asked for one after the other, so that not all of them have to be
    /// there at once.
    ///
    /// - Parameter values: gives the values of a column, by its position in the schema.
    public mutating func appendRowGroup(rowCount: Int, values: (_ position: Int) throws -> ColumnValues) throws {
        // A file that waits for its next rows holds no buffers.
        defer { encoder.releaseBuffers() }
        var chunks: [ColumnChunkMetadata] = []
        chunks.reserveCapacity(schema.columns.count)
        for (position, column) in schema.columns.enumerated() {
            let metadata = try encoder.encode(
                values(position), rowCount: rowCount, as: column, position: position, at: bytesWritten)
            let chunk = encoder.pages.bytes
            try sink.write(chunk.span)
            bytesWritten += metadata.compressedByteCount
            chunks.append(metadata)
        }
        rowGroups.append(RowGroupMetadata(rowCount: rowCount, columns: chunks))
    }

    /// Writes the footer with the notes in `metadata` and gives the sink back.
    public consuming func finish(metadata: [FileMetadata.KeyValue] = []) throws -> Sink {
        let footer = FileMetadata(
            schema: schema, rowCount: rowGroups.reduce(0) { $0 + Int64($1.rowCount) }, rowGroups: rowGroups,
            keyValues: metadata, createdBy: encoder.options.createdBy
        ).encoded()
        var tail = footer
        tail.appendLittleEndian(UInt32(footer.count))
        tail += ParquetFormat.magic
        try write(tail)
        return sink
    }

    private mutating func write(_ bytes: [UInt8]) throws {
        try sink.write(bytes.span)
        bytesWritten += Int64(bytes.count)
    }
}
