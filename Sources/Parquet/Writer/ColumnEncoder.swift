/// Turns the values of a column into the pages of a chunk.
struct ColumnEncoder: ~Copyable {
    let options: WriterOptions
    var pages: PageAssembler
    /// The page that is being made.
    private var body: [UInt8] = []

    init(options: WriterOptions) {
        self.options = options
        pages = PageAssembler(options: options)
    }

    /// Gives the memory of the last column back.
    mutating func releaseBuffers() {
        body = []
        pages.releaseBuffers()
    }

    /// Encodes `rowCount` rows of `column`, which is number `position` of the schema; the chunk is then in ``pages``.
    mutating func encode(
        _ values: ColumnValues, rowCount: Int, as column: ColumnSchema, position: Int, at offset: Int64
    ) throws(ParquetError) -> ColumnChunkMetadata {
        let context = Context(column: column, position: position, rowCount: rowCount)
        guard values.fits(column.type) else { throw context.error(.type) }
        if values.isEmptyArray, rowCount > 0 { return try encodeAllNull(context, at: offset) }
        guard values.fits(rowCount: rowCount) else { throw context.error(.rowCount) }
        pages.begin(codec: column.codec, at: offset)
        var statistics: ColumnStatistics
        switch values {
        case .dictionary(let dictionary, let indices):
            statistics = try encode(dictionary, indices, mayBeDictionary: column.preference != .plain, context)
        case .plain(let list, let indices):
            statistics = try encode(list, indices, mayBeDictionary: false, context)
        case .int32(let values, let nulls): statistics = try encode(values, nulls, context)
        case .int64(let values, let nulls): statistics = try encode(values, nulls, context)
        case .float(let values, let nulls): statistics = try encode(values, nulls, context)
        case .double(let values, let nulls): statistics = try encode(values, nulls, context)
        case .boolean(let values, let nulls): statistics = try encode(values, nulls, context)
        }
        if !column.hasStatistics { statistics = ColumnStatistics(nullCount: statistics.nullCount) }
        var metadata = pages.finish(isOptional: column.isOptional)
        metadata.statistics = statistics
        return metadata
    }

    /// One page that holds nothing but one run of levels; compressing it would make it larger.
    private mutating func encodeAllNull(_ context: Context, at offset: Int64) throws(ParquetError)
        -> ColumnChunkMetadata
    {
        guard context.column.isOptional else { throw context.error(.null) }
        pages.begin(codec: .uncompressed, at: offset)
        body.removeAll(keepingCapacity: true)
        LevelEncoder.append(uniform: false, count: context.rowCount, to: &body)
        let page = body
        pages.appendDataPage(page.span, count: context.rowCount, encoding: .plain)
        var metadata = pages.finish(isOptional: true)
        metadata.statistics = ColumnStatistics(nullCount: Int64(context.rowCount))
        return metadata
    }

    /// Cuts rows into pages: levels, then what `encode` makes of the values that are there.
    ///
    /// Returns the number of nulls.
    @inline(__always)
    mutating func appendPages<Value: BitwiseCopyable & Hashable & Sendable>(
        _ values: [Value], _ nulls: NullRows<Value>, _ context: Context, encoding: Encoding, rowsPerPage: Int,
        encode: (Span<Value>, inout [UInt8]) -> Void
    ) throws(ParquetError) -> Int {
        guard let filler = values.first else { return 0 }
        let rowsPerPage = max(1, min(rowsPerPage, options.rowsPerPage))
        let mayBeNull = if case .none = nulls { false } else { true }
        var present = PresentRows(capacity: mayBeNull ? min(rowsPerPage, values.count) : 0, filler: filler)
        var nullCount = 0
        for start in stride(from: 0, to: values.count, by: rowsPerPage) {
            let rows = values.span.extracting(start..<min(start + rowsPerPage, values.count))
            body.removeAll(keepingCapacity: true)
            if mayBeNull { present.take(rows, from: start, nulls: nulls) }
            if !mayBeNull || present.count == rows.count {
                if context.column.isOptional { LevelEncoder.append(uniform: true, count: rows.count, to: &body) }
                encode(rows, &body)
            } else {
                guard context.column.isOptional else { throw context.error(.null) }
                nullCount += rows.count - present.count
                if present.count == 0 {
                    LevelEncoder.append(uniform: false, count: rows.count, to: &body)
                } else {
                    LevelEncoder.append(present.levels.span, count: rows.count, to: &body)
                }
                encode(present.values.span.extracting(..<present.count), &body)
            }
            let page = body
            pages.appendDataPage(page.span, count: rows.count, encoding: encoding)
        }
        return nullCount
    }

    /// What every step of encoding a column needs to know.
    struct Context {
        let column: ColumnSchema
        let position: Int
        let rowCount: Int

        func error(_ fault: ParquetError.InputFault) -> ParquetError {
            .invalidInput(fault, column: position)
        }
    }
}
