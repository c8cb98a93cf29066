extension PageHeader {
    func encoded() -> [UInt8] {
        var writer = ThriftWriter()
        writer.beginElement()
        writer.write(type.rawValue, field: 1)
        writer.write(uncompressedSize, field: 2)
        writer.write(compressedSize, field: 3)
        if let crc { writer.write(Int32(bitPattern: crc), field: 4) }
        switch type {
        case .data:
            writer.beginStruct(field: 5)
            writer.write(valueCount, field: 1)
            writer.write(encoding.rawValue, field: 2)
            writer.write(levelEncoding.rawValue, field: 3)
            writer.write(Encoding.rle.rawValue, field: 4)
            writer.endStruct()
        case .dictionary:
            writer.beginStruct(field: 7)
            writer.write(valueCount, field: 1)
            writer.write(encoding.rawValue, field: 2)
            writer.endStruct()
        case .index, .dataV2:
            preconditionFailure("the writer makes no such pages")
        }
        writer.endStruct()
        return writer.bytes
    }

    init(from reader: inout ThriftReader) throws(ParquetError) {
        let start = reader.offset
        self.init(type: .index, uncompressedSize: -1, compressedSize: -1)
        var type: Int32 = -1
        var found: PageType?
        var last: Int16 = 0
        while let field = try reader.nextField(after: &last) {
            switch field.id {
            case 1: type = try reader.readInt32(field)
            case 2: uncompressedSize = try reader.readInt32(field)
            case 3: compressedSize = try reader.readInt32(field)
            case 4: crc = UInt32(bitPattern: try reader.readInt32(field))
            case 5:
                try reader.expect(field, .structure)
                try readDataPage(from: &reader)
                found = .data
            case 7:
                try reader.expect(field, .structure)
                try readDictionaryPage(from: &reader)
                found = .dictionary
            case 8:
                try reader.expect(field, .structure)
                try readDataPageV2(from: &reader)
                found = .dataV2
            default: try reader.skip(field)
            }
        }
        self.type = try PageType(rawValue: type).orThrow(.damaged(.pageHeader, offset: start))
        guard uncompressedSize >= 0, compressedSize >= 0, valueCount >= 0, self.type == .index || found == self.type
        else {
            throw .damaged(.pageHeader, offset: start)
        }
    }

    private mutating func readDataPage(from reader: inout ThriftReader) throws(ParquetError) {
        var last: Int16 = 0
        while let field = try reader.nextField(after: &last) {
            switch field.id {
            case 1: valueCount = try reader.readInt32(field)
            case 2: encoding = try PageHeader.readEncoding(field, from: &reader)
            case 3: levelEncoding = try PageHeader.readEncoding(field, from: &reader)
            default: try reader.skip(field)
            }
        }
    }

    private mutating func readDictionaryPage(from reader: inout ThriftReader) throws(ParquetError) {
        var last: Int16 = 0
        while let field = try reader.nextField(after: &last) {
            switch field.id {
            case 1: valueCount = try reader.readInt32(field)
            case 2: encoding = try PageHeader.readEncoding(field, from: &reader)
            default: try reader.skip(field)
            }
        }
    }

    private mutating func readDataPageV2(from reader: inout ThriftReader) throws(ParquetError) {
        var last: Int16 = 0
        while let field = try reader.nextField(after: &last) {
            switch field.id {
            case 1: valueCount = try reader.readInt32(field)
            case 2: nullCount = try reader.readInt32(field)
            case 4: encoding = try PageHeader.readEncoding(field, from: &reader)
            case 5: definitionLevelSize = try reader.readInt32(field)
            case 6: repetitionLevelSize = try reader.readInt32(field)
            case 7: isCompressed = try reader.readBool(field)
            default: try reader.skip(field)
            }
        }
    }

    private static func readEncoding(
        _ field: ThriftField, from reader: inout ThriftReader
    ) throws(ParquetError) -> Encoding {
        let offset = reader.offset
        return try Encoding(rawValue: try reader.readInt32(field)).orThrow(.damaged(.pageHeader, offset: offset))
    }
}
