/// How a column's values are stored (`Type` of the format).
public enum PhysicalType: Hashable, Sendable {
    case boolean
    case int32
    case int64
    /// Twelve bytes, an old form of timestamps. Read, never written.
    case int96
    case float
    case double
    case byteArray
    /// So many bytes for every value.
    case fixedLengthByteArray(Int)
}

extension PhysicalType {
    /// Bytes of a PLAIN value, nil where it varies or is less than a byte.
    var width: Int? {
        switch self {
        case .boolean, .byteArray: nil
        case .int32, .float: 4
        case .int64, .double: 8
        case .int96: 12
        case .fixedLengthByteArray(let width): width
        }
    }

    /// The number of the type in the file.
    var code: Int32 {
        switch self {
        case .boolean: 0
        case .int32: 1
        case .int64: 2
        case .int96: 3
        case .float: 4
        case .double: 5
        case .byteArray: 6
        case .fixedLengthByteArray: 7
        }
    }

    init?(code: Int32, length: Int32?) {
        switch code {
        case 0: self = .boolean
        case 1: self = .int32
        case 2: self = .int64
        case 3: self = .int96
        case 4: self = .float
        case 5: self = .double
        case 6: self = .byteArray
        case 7:
            guard let length, length > 0 else { return nil }
            self = .fixedLengthByteArray(Int(length))
        default: return nil
        }
    }
}
