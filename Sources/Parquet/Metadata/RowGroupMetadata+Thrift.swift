extension RowGroupMetadata {
    func write(to writer: inout ThriftWriter, schema: ParquetSchema, ordinal: Int) {
        writer.beginElement()
        writer.beginList(field: 1, count: columns.count, of: .structure)
        for (chunk, column) in zip(columns, schema.columns) { chunk.write(to: &writer, column: column) }
        writer.write(columns.reduce(0) { $0 + $1.uncompressedByteCount }, field: 2)
        writer.write(Int64(rowCount), field: 3)
        if let first = columns.first { writer.write(first.offset, field: 5) }
        writer.write(columns.reduce(0) { $0 + $1.compressedByteCount }, field: 6)
        if let ordinal = Int16(exactly: ordinal) { writer.write(ordinal, field: 7) }
        writer.endStruct()
    }

    init(from reader: inout ThriftReader, schema: ParquetSchema) throws(ParquetError) {
        let start = reader.offset
        var rowCount: Int64 = -1
        var columns: [ColumnChunkMetadata] = []
        var last: Int16 = 0
        while let field = try reader.nextField(after: &last) {
            switch field.id {
            case 1:
                let count = try reader.beginList(field, of: .structure)
                guard count == schema.columns.count, columns.isEmpty else { throw .damaged(.footer, offset: start) }
                for column in schema.columns {
                    columns.append(try ColumnChunkMetadata(from: &reader, column: column))
                }
            case 3: rowCount = try reader.readInt64(field)
            default: try reader.skip(field)
            }
        }
        guard rowCount >= 0, columns.count == schema.columns.count,
            columns.allSatisfy({ $0.valueCount == rowCount })
        else { throw .damaged(.footer, offset: start) }
        self.init(rowCount: Int(rowCount), columns: columns)
    }
}
