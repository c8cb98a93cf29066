// The list of `SchemaElement`: a root with the number of its children, then one element per column.

extension ParquetSchema {
    func write(to writer: inout ThriftWriter) {
        writer.writeListHeader(count: columns.count + 1, of: .structure)
        writer.beginElement()
        writer.write("schema", field: 4)
        writer.write(Int32(columns.count), field: 5)
        writer.endStruct()
        for column in columns { column.write(to: &writer) }
    }

    init(from reader: inout ThriftReader) throws(ParquetError) {
        let start = reader.offset
        let count = try reader.readListHeader(of: .structure)
        guard count > 0 else { throw .damaged(.schema, offset: start) }
        let root = try SchemaElement(from: &reader)
        guard let children = root.childCount, root.type == nil else { throw .damaged(.schema, offset: start) }
        var columns: [ColumnSchema] = []
        for _ in 1..<max(count, 1) {
            let offset = reader.offset
            let element = try SchemaElement(from: &reader)
            if element.type == nil || element.repetition == 2 { throw .unsupported(.nestedColumns, offset: offset) }
            columns.append(try element.column(at: offset))
        }
        guard columns.count == Int(children) else { throw .damaged(.schema, offset: start) }
        self.init(columns)
    }
}

extension ColumnSchema {
    fileprivate func write(to writer: inout ThriftWriter) {
        writer.beginElement()
        writer.write(type.code, field: 1)
        if case .fixedLengthByteArray(let width) = type { writer.write(Int32(width), field: 2) }
        writer.write(Int32(isOptional ? 1 : 0), field: 3)
        writer.write(name, field: 4)
        if let converted = logicalType?.convertedType { writer.write(converted, field: 6) }
        if let logicalType { logicalType.write(to: &writer, field: 10) }
        writer.endStruct()
    }
}

extension LogicalType {
    fileprivate func write(to writer: inout ThriftWriter, field: Int16) {
        writer.beginStruct(field: field)
        switch self {
        case .string: writer.writeEmptyStruct(field: 1)
        case .date: writer.writeEmptyStruct(field: 6)
        case .timestamp(let unit, let isAdjustedToUTC):
            writer.beginStruct(field: 8)
            writer.write(isAdjustedToUTC, field: 1)
            writer.beginStruct(field: 2)
            writer.writeEmptyStruct(field: unit.rawValue)
            writer.endStruct()
            writer.endStruct()
        case .integer(let bitWidth, let isSigned):
            writer.beginStruct(field: 10)
            writer.write(Int8(bitWidth), field: 1)
            writer.write(isSigned, field: 2)
            writer.endStruct()
        case .uuid: writer.writeEmptyStruct(field: 14)
        }
        writer.endStruct()
    }

    /// Reads the union; nil for a meaning that is not listed.
    init?(from reader: inout ThriftReader) throws(ParquetError) {
        var result: LogicalType?
        var last: Int16 = 0
        while let field = try reader.nextField(after: &last) {
            switch field.id {
            case 1: result = .string
            case 6: result = .date
            case 14: result = .uuid
            case 8:
                try reader.expect(field, .structure)
                result = try LogicalType.readTimestamp(from: &reader)
                continue
            case 10:
                try reader.expect(field, .structure)
                result = try LogicalType.readInteger(from: &reader)
                continue
            default: break
            }
            try reader.skip(field)
        }
        guard let result else { return nil }
        self = result
    }

    private static func readTimestamp(from reader: inout ThriftReader) throws(ParquetError) -> LogicalType? {
        var isAdjusted = false
        var unit: TimeUnit?
        var last: Int16 = 0
        while let field = try reader.nextField(after: &last) {
            switch field.id {
            case 1: isAdjusted = try reader.readBool(field)
            case 2:
                try reader.expect(field, .structure)
                var lastUnit: Int16 = 0
                while let unitField = try reader.nextField(after: &lastUnit) {
                    unit = TimeUnit(rawValue: unitField.id)
                    try reader.skip(unitField)
                }
            default: try reader.skip(field)
            }
        }
        return unit.map { .timestamp($0, isAdjustedToUTC: isAdjusted) }
    }

    private static func readInteger(from reader: inout ThriftReader) throws(ParquetError) -> LogicalType? {
        var bitWidth = 0
        var isSigned = false
        var last: Int16 = 0
        while let field = try reader.nextField(after: &last) {
            switch field.id {
            case 1: bitWidth = Int(try reader.readInt8(field))
            case 2: isSigned = try reader.readBool(field)
            default: try reader.skip(field)
            }
        }
        return [8, 16, 32, 64].contains(bitWidth) ? .integer(bitWidth: bitWidth, isSigned: isSigned) : nil
    }
}
