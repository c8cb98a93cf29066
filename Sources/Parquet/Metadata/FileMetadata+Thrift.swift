extension FileMetadata {
    /// Encodes the `FileMetaData` struct.
    func encoded() -> [UInt8] {
        var writer = ThriftWriter()
        writer.beginElement()
        // Version 1: pages and encodings say themselves what they are, and readers differ about what 2 means.
        writer.write(Int32(1), field: 1)
        writer.beginListField(2)
        schema.write(to: &writer)
        writer.write(rowCount, field: 3)
        writer.beginList(field: 4, count: rowGroups.count, of: .structure)
        for (ordinal, rowGroup) in rowGroups.enumerated() {
            rowGroup.write(to: &writer, schema: schema, ordinal: ordinal)
        }
        if !keyValues.isEmpty {
            writer.beginList(field: 5, count: keyValues.count, of: .structure)
            for pair in keyValues {
                writer.beginElement()
                writer.write(pair.key, field: 1)
                if let value = pair.value { writer.write(value, field: 2) }
                writer.endStruct()
            }
        }
        if let createdBy { writer.write(createdBy, field: 6) }
        // Bounds in statistics hold only for readers that know their order: TYPE_ORDER for every column.
        writer.beginList(field: 7, count: schema.columns.count, of: .structure)
        for _ in schema.columns {
            writer.beginElement()
            writer.writeEmptyStruct(field: 1)
            writer.endStruct()
        }
        writer.endStruct()
        return writer.bytes
    }

    init(from reader: inout ThriftReader) throws(ParquetError) {
        let start = reader.offset
        var schema: ParquetSchema?
        var rowCount: Int64 = -1
        var rowGroups: [RowGroupMetadata] = []
        var keyValues: [KeyValue] = []
        var createdBy: String?
        var last: Int16 = 0
        while let field = try reader.nextField(after: &last) {
            switch field.id {
            case 2:
                try reader.expect(field, .list)
                schema = try ParquetSchema(from: &reader)
            case 3: rowCount = try reader.readInt64(field)
            case 4:
                let count = try reader.beginList(field, of: .structure)
                // The format orders fields by number, so the schema comes first.
                guard let schema else { throw .damaged(.footer, offset: reader.offset) }
                for _ in 0..<count { rowGroups.append(try RowGroupMetadata(from: &reader, schema: schema)) }
            case 5:
                for _ in 0..<(try reader.beginList(field, of: .structure)) {
                    keyValues.append(try KeyValue(from: &reader))
                }
            case 6: createdBy = try reader.readString(field)
            case 8: throw .unsupported(.encryption, offset: reader.offset)
            default: try reader.skip(field)
            }
        }
        guard let schema, rowCount >= 0 else { throw .damaged(.footer, offset: start) }
        self.init(
            schema: schema, rowCount: rowCount, rowGroups: rowGroups, keyValues: keyValues, createdBy: createdBy)
    }
}

extension FileMetadata.KeyValue {
    fileprivate init(from reader: inout ThriftReader) throws(ParquetError) {
        var key = ""
        var value: String?
        var last: Int16 = 0
        while let field = try reader.nextField(after: &last) {
            switch field.id {
            case 1: key = try reader.readString(field)
            case 2: value = try reader.readString(field)
            default: try reader.skip(field)
            }
        }
        self.init(key, value)
    }
}
