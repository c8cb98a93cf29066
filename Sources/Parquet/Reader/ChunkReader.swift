import Gzip

/// Reads the pages of one column chunk.
struct ChunkReader {
    let column: ColumnSchema
    let metadata: ColumnChunkMetadata
    let limits: ReaderLimits
    /// All bytes of the chunk.
    let bytes: [UInt8]
    private var position = 0
    private var inflatedBytes = 0
    private var dictionary: EncodedDictionary?

    init(column: ColumnSchema, metadata: ColumnChunkMetadata, limits: ReaderLimits, bytes: [UInt8]) {
        self.column = column
        self.metadata = metadata
        self.limits = limits
        self.bytes = bytes
    }

    /// Reads all rows.
    consuming func read() throws(ParquetError) -> ColumnValues {
        switch column.type {
        case .boolean: return try read(into: BooleanAccumulator())
        case .byteArray, .fixedLengthByteArray, .int96:
            return try read(into: BytesAccumulator(width: column.type.width, byteLimit: limits.chunkBytes))
        case .int32:
            return try read(
                into: NumberAccumulator<Int32>(
                    filler: .min, wrap: { .int32($0, nulls: $1) }, decode: DataPage.appendDeltas))
        case .int64:
            return try read(
                into: NumberAccumulator<Int64>(
                    filler: .min, wrap: { .int64($0, nulls: $1) }, decode: DataPage.appendDeltas))
        case .float: return try read(into: NumberAccumulator<Float>(filler: .nan, wrap: { .float($0, nulls: $1) }))
        case .double: return try read(into: NumberAccumulator<Double>(filler: .nan, wrap: { .double($0, nulls: $1) }))
        }
    }

    private mutating func read(into start: some ColumnAccumulator) throws(ParquetError) -> ColumnValues {
        var accumulator = start
        var remaining = Int(metadata.valueCount)
        while remaining > 0 {
            let (header, stored, headerOffset) = try nextPage()
            switch header.type {
            case .index: continue
            case .dictionary: try readDictionary(header, stored, at: headerOffset)
            case .data, .dataV2:
                guard header.valueCount <= remaining else { throw .damaged(.pageHeader, offset: headerOffset) }
                let page = try readData(header, stored, at: headerOffset)
                remaining -= page.rowCount
                if page.presentCount == 0 {
                    accumulator.appendNulls(page.rowCount)
                } else {
                    try accumulator.append(page, dictionary: dictionary)
                }
            }
        }
        return accumulator.finish(dictionary: dictionary)
    }

    /// Whether there are pages behind those that were read.
    var hasNextPage: Bool { position < bytes.count }

    /// Reads the header of the next page: also where the page lies in ``bytes``, and the header in the file.
    mutating func nextPage() throws(ParquetError) -> (header: PageHeader, stored: Range<Int>, offset: Int64) {
        let offset = metadata.offset + Int64(position)
        var reader = ThriftReader(bytes, range: position..<bytes.count, base: metadata.offset, part: .pageHeader)
        let header = try PageHeader(from: &reader)
        let start = reader.position
        guard Int(header.compressedSize) <= bytes.count - start else { throw .damaged(.pageHeader, offset: offset) }
        let stored = start..<start + Int(header.compressedSize)
        position = stored.upperBound
        if let crc = header.crc, Gzip.crc32(bytes.span.extracting(stored)) != crc { throw .checksum(offset: offset) }
        return (header, stored, offset)
    }

    private mutating func readDictionary(
        _ header: PageHeader, _ stored: Range<Int>, at offset: Int64
    ) throws(ParquetError) {
        guard dictionary == nil, column.type != .boolean,
            header.encoding == .plain || header.encoding == .plainDictionary
        else { throw .damaged(.dictionary, offset: offset) }
        let (page, range) = try inflate(stored, to: Int(header.uncompressedSize), isCompressed: true, at: offset)
        var values = column.type.width.map { EncodedDictionary(width: $0) } ?? EncodedDictionary()
        guard values.append(encoded: page.span.extracting(range), count: Int(header.valueCount)) else {
            throw .damaged(.dictionary, offset: offset)
        }
        dictionary = values
    }

    private mutating func readData(
        _ header: PageHeader, _ stored: Range<Int>, at offset: Int64
    ) throws(ParquetError) -> DataPage {
        let rowCount = Int(header.valueCount)
        var presence = Presence.all
        if header.type == .dataV2 {
            // A flat column needs no repetition levels, but some writers say that they are all 0. They come first.
            let repetition = Int(header.repetitionLevelSize)
            let levels = repetition + Int(header.definitionLevelSize)
            let size = Int(header.uncompressedSize) - levels
            guard repetition >= 0, levels >= repetition, levels <= stored.count, size >= 0 else {
                throw .damaged(.pageHeader, offset: offset)
            }
            let values = stored.lowerBound + levels..<stored.upperBound
            if column.isOptional {
                let input = bytes.span.extracting(stored.lowerBound + repetition..<values.lowerBound)
                presence = try LevelDecoder.decode(input, count: rowCount, at: offset)
            }
            // A page of nulls has no values to inflate.
            if presence == .none { return DataPage(header, rowCount, presence, bytes, values, offset) }
            let (page, range) = try inflate(values, to: size, isCompressed: header.isCompressed, at: offset)
            return DataPage(header, rowCount, presence, page, range, offset)
        }
        var (page, range) = try inflate(stored, to: Int(header.uncompressedSize), isCompressed: true, at: offset)
        if column.isOptional {
            let input = page.span.extracting(range)
            let size: Int
            if header.levelEncoding == .bitPacked {
                size = (rowCount + 7) / 8
                presence = try LevelDecoder.decodeBitPacked(input, count: rowCount).orThrow(
                    .damaged(.levels, offset: offset))
            } else {
                guard let length = input.readUInt32(at: 0), Int(length) <= input.count - 4 else {
                    throw .damaged(.levels, offset: offset)
                }
                size = 4 + Int(length)
                presence = try LevelDecoder.decode(input.extracting(4..<size), count: rowCount, at: offset)
            }
            range = range.lowerBound + size..<range.upperBound
        }
        return DataPage(header, rowCount, presence, page, range, offset)
    }

    /// The bytes of a page without compression, and where they lie in the array.
    mutating func inflate(
        _ stored: Range<Int>, to size: Int, isCompressed: Bool, at offset: Int64
    ) throws(ParquetError) -> ([UInt8], Range<Int>) {
        guard size <= limits.pageBytes else { throw .limitExceeded(.pageBytes, offset: offset) }
        inflatedBytes += size
        guard inflatedBytes <= limits.chunkBytes else { throw .limitExceeded(.chunkBytes, offset: offset) }
        guard isCompressed, metadata.codec != .uncompressed else {
            guard stored.count == size else { throw .damaged(.pageHeader, offset: offset) }
            return (bytes, stored)
        }
        guard metadata.codec == .gzip else { throw .unsupported(.codec(metadata.codec), offset: offset) }
        do {
            return (try Gzip.inflate(bytes.span.extracting(stored), exactly: size), 0..<size)
        } catch {
            throw .compression(error, offset: offset)
        }
    }
}

extension DataPage {
    fileprivate init(
        _ header: PageHeader, _ rowCount: Int, _ presence: Presence, _ bytes: [UInt8], _ values: Range<Int>,
        _ offset: Int64
    ) {
        self.init(
            encoding: header.encoding, rowCount: rowCount, presence: presence, bytes: bytes, values: values,
            offset: offset)
    }

    /// Appends DELTA_BINARY_PACKED integers; false for another encoding.
    fileprivate static func appendDeltas<Value: FixedWidthInteger & SignedInteger>(
        of page: DataPage, to output: inout [Value]
    ) throws(ParquetError) -> Bool {
        guard page.encoding == .deltaBinaryPacked else { return false }
        var position = 0
        try DeltaDecoder.append(
            page.bytes.span.extracting(page.values), from: &position, count: page.presentCount, to: &output,
            at: page.offset)
        return true
    }
}
