extension ParquetFile {
    /// Lends every dictionary and data page of a column chunk in order, inflated and not decoded.
    ///
    /// This is for those who look at bytes and not at values. Throws ``ParquetError``, and what the source and `body`
    /// throw.
    public func forEachPage(
        rowGroup index: Int, column position: Int, _ body: (InflatedPage) throws -> Void
    ) throws {
        guard rowGroups.indices.contains(index) else { throw ParquetError.noSuchRowGroup(index) }
        var reader = try reader(of: rowGroups[index].columns[position], as: schema.columns[position])
        var number = 0
        while reader.hasNextPage {
            if let page = try reader.inflateNextPage(number: number) { try body(page) }
            number += 1
        }
    }
}

extension ChunkReader {
    /// The next page; nil if it is one of an index, which has no values.
    fileprivate mutating func inflateNextPage(number: Int) throws(ParquetError) -> InflatedPage? {
        let (header, stored, offset) = try nextPage()
        var levels = 0
        switch header.type {
        case .index: return nil
        case .dictionary, .data: break
        case .dataV2:
            levels = Int(header.repetitionLevelSize) + Int(header.definitionLevelSize)
            guard header.repetitionLevelSize >= 0, header.definitionLevelSize >= 0, levels <= stored.count,
                levels <= Int(header.uncompressedSize)
            else { throw .damaged(.pageHeader, offset: offset) }
        }
        let values = stored.dropFirst(levels)
        // A page of nulls has no values to inflate.
        let (page, range) =
            values.isEmpty
            ? (bytes, values)
            : try inflate(
                values, to: Int(header.uncompressedSize) - levels, isCompressed: header.isCompressed, at: offset)
        let isStored = metadata.codec == .uncompressed || !header.isCompressed
        return InflatedPage(
            number: number, offset: offset,
            storedRange: isStored
                ? metadata.offset + Int64(values.lowerBound)..<metadata.offset + Int64(values.upperBound) : nil,
            hasValues: header.type == .dictionary || !header.encoding.isDictionary, bytes: page[range])
    }
}
