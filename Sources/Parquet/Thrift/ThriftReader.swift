/// Reads Thrift's compact protocol from bytes nobody vouches for.
///
/// Every length is compared with the bytes that are left before anything is allocated, and nesting that is skipped is
/// bounded.
struct ThriftReader {
    private static let maximumDepth = 32

    private let bytes: [UInt8]
    private let end: Int
    /// Where `bytes` begins in the file, for errors.
    private let base: Int64
    private let part: ParquetError.Part
    private(set) var position: Int

    init(_ bytes: [UInt8], range: Range<Int>, base: Int64, part: ParquetError.Part) {
        self.bytes = bytes
        self.end = range.upperBound
        self.base = base
        self.part = part
        self.position = range.lowerBound
    }

    /// The position in the file.
    var offset: Int64 { base + Int64(position) }
    private var error: ParquetError { .damaged(part, offset: offset) }

    /// The next field's header, nil at the end of the struct.
    ///
    /// `last` is the id of the field before, 0 at first.
    mutating func nextField(after last: inout Int16) throws(ParquetError) -> ThriftField? {
        let byte = try readByte()
        if byte == 0 { return nil }
        guard let type = ThriftType(rawValue: byte & 0x0F) else { throw error }
        if byte >> 4 == 0 {
            last = try Int16(exactly: readZigZag()).orThrow(error)
        } else {
            let (sum, overflow) = last.addingReportingOverflow(Int16(byte >> 4))
            if overflow { throw error }
            last = sum
        }
        return ThriftField(id: last, type: type)
    }

    /// Checks a field's type before its value is read by other means.
    func expect(_ field: ThriftField, _ type: ThriftType) throws(ParquetError) {
        guard field.type == type else { throw error }
    }

    func readBool(_ field: ThriftField) throws(ParquetError) -> Bool {
        switch field.type {
        case .boolTrue: true
        case .boolFalse: false
        default: throw error
        }
    }

    mutating func readInt8(_ field: ThriftField) throws(ParquetError) -> Int8 {
        try expect(field, .int8)
        return Int8(bitPattern: try readByte())
    }

    mutating func readInt32(_ field: ThriftField) throws(ParquetError) -> Int32 {
        try expect(field, .int32)
        return try readInt32Element()
    }

    mutating func readInt64(_ field: ThriftField) throws(ParquetError) -> Int64 {
        try expect(field, .int64)
        return try readZigZag()
    }

    mutating func readInt32Element() throws(ParquetError) -> Int32 {
        try Int32(exactly: readZigZag()).orThrow(error)
    }

    mutating func readString(_ field: ThriftField) throws(ParquetError) -> String {
        try expect(field, .binary)
        return try readStringElement()
    }

    mutating func readStringElement() throws(ParquetError) -> String {
        let range = try readLength()
        return String(decoding: bytes[range], as: UTF8.self)
    }

    mutating func readBinary(_ field: ThriftField) throws(ParquetError) -> [UInt8] {
        try expect(field, .binary)
        let range = try readLength()
        return [UInt8](bytes[range])
    }

    /// Begins a list that is a field.
    ///
    /// The count is not larger than the bytes that are left.
    mutating func beginList(_ field: ThriftField, of type: ThriftType) throws(ParquetError) -> Int {
        try expect(field, .list)
        return try readListHeader(of: type)
    }

    mutating func readListHeader(of type: ThriftType) throws(ParquetError) -> Int {
        let (count, found) = try readAnyListHeader()
        // An empty list may name any type.
        guard found == type || count == 0 else { throw error }
        return count
    }

    mutating func skip(_ field: ThriftField) throws(ParquetError) {
        try skip(field.type, isElement: false, depth: 0)
    }

    private mutating func skip(_ type: ThriftType, isElement: Bool, depth: Int) throws(ParquetError) {
        guard depth < ThriftReader.maximumDepth else { throw error }
        switch type {
        case .boolTrue, .boolFalse: if isElement { _ = try readByte() }
        case .int8: _ = try readByte()
        case .int16, .int32, .int64: _ = try readZigZag()
        case .double: try advance(8)
        case .uuid: try advance(16)
        case .binary: _ = try readLength()
        case .list, .set:
            let (count, element) = try readAnyListHeader()
            for _ in 0..<count { try skip(element, isElement: true, depth: depth + 1) }
        case .map: try skipMap(depth: depth)
        case .structure:
            var last: Int16 = 0
            while let field = try nextField(after: &last) { try skip(field.type, isElement: false, depth: depth + 1) }
        }
    }

    private mutating func skipMap(depth: Int) throws(ParquetError) {
        let count = try readCount()
        if count == 0 { return }
        let types = try readByte()
        guard let key = ThriftType(rawValue: types >> 4), let value = ThriftType(rawValue: types & 0x0F) else {
            throw error
        }
        for _ in 0..<count {
            try skip(key, isElement: true, depth: depth + 1)
            try skip(value, isElement: true, depth: depth + 1)
        }
    }

    private mutating func readAnyListHeader() throws(ParquetError) -> (count: Int, ThriftType) {
        let byte = try readByte()
        let count = byte >> 4 == 15 ? try readCount() : Int(byte >> 4)
        // Every element takes at least one byte.
        guard count <= end - position else { throw error }
        guard let type = ThriftType(rawValue: byte & 0x0F) else {
            // Some writers give an empty list the type 0.
            if count == 0 { return (0, .boolTrue) }
            throw error
        }
        return (count, type)
    }

    private mutating func readCount() throws(ParquetError) -> Int {
        let value = try readVarint()
        guard value <= UInt64(end - position) else { throw error }
        return Int(value)
    }

    private mutating func readLength() throws(ParquetError) -> Range<Int> {
        let count = try readCount()
        let start = position
        try advance(count)
        return start..<position
    }

    private mutating func advance(_ count: Int) throws(ParquetError) {
        guard count <= end - position else { throw error }
        position += count
    }

    private mutating func readByte() throws(ParquetError) -> UInt8 {
        guard position < end else { throw error }
        defer { position += 1 }
        return bytes[position]
    }

    private mutating func readVarint() throws(ParquetError) -> UInt64 {
        var cursor = position
        guard let value = bytes.span.extracting(..<end).readVarint(at: &cursor) else { throw error }
        position = cursor
        return value
    }

    private mutating func readZigZag() throws(ParquetError) -> Int64 {
        var cursor = position
        guard let value = bytes.span.extracting(..<end).readZigZag(at: &cursor) else { throw error }
        position = cursor
        return value
    }
}

extension Optional {
    /// The value, or `error` if there is none.
    func orThrow(_ error: ParquetError) throws(ParquetError) -> Wrapped {
        guard let self else { throw error }
        return self
    }
}
