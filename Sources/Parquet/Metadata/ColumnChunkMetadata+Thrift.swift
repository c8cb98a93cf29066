extension ColumnChunkMetadata {
    /// Writes a `ColumnChunk` as an element of a list.
    func write(to writer: inout ThriftWriter, column: ColumnSchema) {
        writer.beginElement()
        writer.write(Int64(0), field: 2)
        writer.beginStruct(field: 3)
        writer.write(column.type.code, field: 1)
        writer.beginList(field: 2, count: encodings.count, of: .int32)
        for encoding in encodings { writer.writeElement(encoding.rawValue) }
        writer.beginList(field: 3, count: 1, of: .binary)
        writer.writeElement(column.name)
        writer.write(codec.rawValue, field: 4)
        writer.write(valueCount, field: 5)
        writer.write(uncompressedByteCount, field: 6)
        writer.write(compressedByteCount, field: 7)
        writer.write(dataPageOffset, field: 9)
        if let dictionaryPageOffset { writer.write(dictionaryPageOffset, field: 11) }
        if let statistics { statistics.write(to: &writer, field: 12) }
        writer.beginList(field: 13, count: encodingCounts.count, of: .structure)
        for entry in encodingCounts {
            writer.beginElement()
            writer.write(entry.pageType, field: 1)
            writer.write(entry.encoding.rawValue, field: 2)
            writer.write(entry.count, field: 3)
            writer.endStruct()
        }
        writer.endStruct()
        writer.endStruct()
    }

    /// Reads a `ColumnChunk`.
    init(from reader: inout ThriftReader, column: ColumnSchema) throws(ParquetError) {
        let start = reader.offset
        var isThere = false
        var last: Int16 = 0
        while let field = try reader.nextField(after: &last) {
            switch field.id {
            case 1: throw .unsupported(.externalColumns, offset: reader.offset)
            case 3:
                try reader.expect(field, .structure)
                try readMetadata(from: &reader, column: column)
                isThere = true
            case 8, 9: throw .unsupported(.encryption, offset: reader.offset)
            default: try reader.skip(field)
            }
        }
        guard isThere, valueCount >= 0, compressedByteCount >= 0, dataPageOffset >= 0,
            physicalTypeCode == column.type.code
        else { throw .damaged(.metadata, offset: start) }
    }

    private mutating func readMetadata(
        from reader: inout ThriftReader, column: ColumnSchema
    ) throws(ParquetError) {
        var last: Int16 = 0
        while let field = try reader.nextField(after: &last) {
            switch field.id {
            case 1: physicalTypeCode = try reader.readInt32(field)
            case 2:
                for _ in 0..<(try reader.beginList(field, of: .int32)) {
                    if let encoding = Encoding(rawValue: try reader.readInt32Element()) { encodings.append(encoding) }
                }
            case 4:
                let offset = reader.offset
                codec = try Codec(rawValue: try reader.readInt32(field)).orThrow(.damaged(.metadata, offset: offset))
            case 5: valueCount = try reader.readInt64(field)
            case 6: uncompressedByteCount = try reader.readInt64(field)
            case 7: compressedByteCount = try reader.readInt64(field)
            case 9: dataPageOffset = try reader.readInt64(field)
            case 11: dictionaryPageOffset = try reader.readInt64(field)
            case 12:
                try reader.expect(field, .structure)
                statistics = try ColumnStatistics(from: &reader, usesOldBounds: column.isSignedNumber)
            case 13:
                for _ in 0..<(try reader.beginList(field, of: .structure)) {
                    if let entry = try PageEncodingCount(from: &reader) { encodingCounts.append(entry) }
                }
            default: try reader.skip(field)
            }
        }
    }
}

extension PageEncodingCount {
    /// Reads an entry; nil if its encoding has no name here.
    fileprivate init?(from reader: inout ThriftReader) throws(ParquetError) {
        var pageType: Int32 = -1
        var encoding: Int32 = -1
        var count: Int32 = 0
        var last: Int16 = 0
        while let field = try reader.nextField(after: &last) {
            switch field.id {
            case 1: pageType = try reader.readInt32(field)
            case 2: encoding = try reader.readInt32(field)
            case 3: count = try reader.readInt32(field)
            default: try reader.skip(field)
            }
        }
        guard let encoding = Encoding(rawValue: encoding) else { return nil }
        self.init(pageType: pageType, encoding: encoding, count: count)
    }
}

extension ColumnSchema {
    /// Whether values compare as signed integers.
    var isSignedNumber: Bool {
        guard type == .int32 || type == .int64 else { return false }
        if case .integer(_, isSigned: false) = logicalType { return false }
        return true
    }
}
