/// One element of a file's schema as it is read, before it is known whether it is a column.
struct SchemaElement {
    var type: Int32?
    var length: Int32?
    var repetition: Int32?
    var name = ""
    var childCount: Int32?
    var convertedType: Int32?
    var logicalType: LogicalType?

    init(from reader: inout ThriftReader) throws(ParquetError) {
        var last: Int16 = 0
        while let field = try reader.nextField(after: &last) {
            switch field.id {
            case 1: type = try reader.readInt32(field)
            case 2: length = try reader.readInt32(field)
            case 3: repetition = try reader.readInt32(field)
            case 4: name = try reader.readString(field)
            case 5: childCount = try reader.readInt32(field)
            case 6: convertedType = try reader.readInt32(field)
            case 10:
                try reader.expect(field, .structure)
                logicalType = try LogicalType(from: &reader)
            default: try reader.skip(field)
            }
        }
    }

    func column(at offset: Int64) throws(ParquetError) -> ColumnSchema {
        guard let code = type, let type = PhysicalType(code: code, length: length) else {
            throw .damaged(.schema, offset: offset)
        }
        let meaning = logicalType ?? convertedType.flatMap { LogicalType(convertedType: $0) }
        return ColumnSchema(
            name, type, meaning.flatMap { $0.applies(to: type) ? $0 : nil }, isOptional: repetition == 1)
    }
}
