/// Writes Thrift's compact protocol: what page headers and the footer are made of.
struct ThriftWriter {
    private(set) var bytes: [UInt8] = []
    /// The last field id of every open struct.
    private var lastFields: [Int16] = []

    /// Opens the struct that is the whole message, or an element of a list.
    mutating func beginElement() {
        lastFields.append(0)
    }

    mutating func beginStruct(field: Int16) {
        writeHeader(field, .structure)
        lastFields.append(0)
    }

    mutating func endStruct() {
        bytes.append(0)
        lastFields.removeLast()
    }

    mutating func writeEmptyStruct(field: Int16) {
        beginStruct(field: field)
        endStruct()
    }

    mutating func write(_ value: Bool, field: Int16) {
        writeHeader(field, value ? .boolTrue : .boolFalse)
    }

    mutating func write(_ value: Int8, field: Int16) {
        writeHeader(field, .int8)
        bytes.append(UInt8(bitPattern: value))
    }

    mutating func write(_ value: Int16, field: Int16) {
        writeHeader(field, .int16)
        bytes.appendZigZag(Int64(value))
    }

    mutating func write(_ value: Int32, field: Int16) {
        writeHeader(field, .int32)
        bytes.appendZigZag(Int64(value))
    }

    mutating func write(_ value: Int64, field: Int16) {
        writeHeader(field, .int64)
        bytes.appendZigZag(value)
    }

    mutating func write(_ value: String, field: Int16) {
        writeHeader(field, .binary)
        writeElement(value)
    }

    mutating func write(_ value: [UInt8], field: Int16) {
        writeHeader(field, .binary)
        bytes.appendVarint(UInt64(value.count))
        bytes.append(contentsOf: value)
    }

    /// Begins a list that is a field; its elements follow.
    mutating func beginList(field: Int16, count: Int, of type: ThriftType) {
        writeHeader(field, .list)
        writeListHeader(count: count, of: type)
    }

    /// Announces a field whose list is written by ``writeListHeader(count:of:)``.
    mutating func beginListField(_ field: Int16) {
        writeHeader(field, .list)
    }

    mutating func writeListHeader(count: Int, of type: ThriftType) {
        if count < 15 {
            bytes.append(UInt8(count) << 4 | type.rawValue)
        } else {
            bytes.append(0xF0 | type.rawValue)
            bytes.appendVarint(UInt64(count))
        }
    }

    /// An element of a list of integers.
    mutating func writeElement(_ value: Int32) {
        bytes.appendZigZag(Int64(value))
    }

    /// An element of a list of strings.
    mutating func writeElement(_ value: String) {
        bytes.appendVarint(UInt64(value.utf8.count))
        bytes.append(contentsOf: value.utf8)
    }

    private mutating func writeHeader(_ field: Int16, _ type: ThriftType) {
        let last = lastFields[lastFields.count - 1]
        let step = field - last
        if step > 0, step <= 15 {
            bytes.append(UInt8(step) << 4 | type.rawValue)
        } else {
            bytes.append(type.rawValue)
            bytes.appendZigZag(Int64(field))
        }
        lastFields[lastFields.count - 1] = field
    }
}
