extension ColumnStatistics {
    func write(to writer: inout ThriftWriter, field: Int16) {
        writer.beginStruct(field: field)
        if let nullCount { writer.write(nullCount, field: 3) }
        if let maximum { writer.write(maximum, field: 5) }
        if let minimum { writer.write(minimum, field: 6) }
        if let isMaximumExact { writer.write(isMaximumExact, field: 7) }
        if let isMinimumExact { writer.write(isMinimumExact, field: 8) }
        writer.endStruct()
    }

    /// Fields 1 and 2 are the older bounds, whose order is only certain for signed numbers.
    init(from reader: inout ThriftReader, usesOldBounds: Bool) throws(ParquetError) {
        self.init()
        var oldMinimum: [UInt8]?
        var oldMaximum: [UInt8]?
        var last: Int16 = 0
        while let field = try reader.nextField(after: &last) {
            switch field.id {
            case 1: oldMaximum = try reader.readBinary(field)
            case 2: oldMinimum = try reader.readBinary(field)
            case 3: nullCount = try reader.readInt64(field)
            case 5: maximum = try reader.readBinary(field)
            case 6: minimum = try reader.readBinary(field)
            case 7: isMaximumExact = try reader.readBool(field)
            case 8: isMinimumExact = try reader.readBool(field)
            default: try reader.skip(field)
            }
        }
        if usesOldBounds, minimum == nil, maximum == nil {
            minimum = oldMinimum
            maximum = oldMaximum
        }
    }
}
