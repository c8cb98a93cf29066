/// What a column's values mean (`LogicalTypes.md` of the format).
///
/// Meanings not listed here read as none.
public enum LogicalType: Hashable, Sendable {
    /// The unit of a timestamp since 1970-01-01.
    public enum TimeUnit: Int16, Hashable, Sendable {
        case milliseconds = 1
        case microseconds = 2
        case nanoseconds = 3
    }

    /// UTF-8 text in a BYTE_ARRAY.
    case string
    /// Days since 1970-01-01 in an INT32.
    case date
    /// An instant (adjusted to UTC) or a local time in an INT64.
    case timestamp(TimeUnit, isAdjustedToUTC: Bool)
    /// An integer of 8, 16, 32 or 64 bits in an INT32 or INT64.
    case integer(bitWidth: Int, isSigned: Bool)
    /// Sixteen bytes, big-endian.
    case uuid
}

extension LogicalType {
    /// The number of the older `ConvertedType` that means the same, nil where there is none.
    var convertedType: Int32? {
        switch self {
        case .string: 0
        case .date: 6
        case .timestamp(.milliseconds, isAdjustedToUTC: true): 9
        case .timestamp(.microseconds, isAdjustedToUTC: true): 10
        case .timestamp, .uuid: nil
        case .integer(let bitWidth, let isSigned):
            Int32((isSigned ? 15 : 11) + bitWidth.trailingZeroBitCount - 3)
        }
    }

    init?(convertedType: Int32) {
        switch convertedType {
        case 0: self = .string
        case 6: self = .date
        case 9: self = .timestamp(.milliseconds, isAdjustedToUTC: true)
        case 10: self = .timestamp(.microseconds, isAdjustedToUTC: true)
        case 11...14: self = .integer(bitWidth: 8 << Int(convertedType - 11), isSigned: false)
        case 15...18: self = .integer(bitWidth: 8 << Int(convertedType - 15), isSigned: true)
        default: return nil
        }
    }

    /// Whether values of `type` can have this meaning.
    func applies(to type: PhysicalType) -> Bool {
        switch (self, type) {
        case (.string, .byteArray), (.date, .int32), (.timestamp, .int64), (.uuid, .fixedLengthByteArray(16)): true
        case (.integer(let bitWidth, _), .int32): [8, 16, 32].contains(bitWidth)
        case (.integer(let bitWidth, _), .int64): bitWidth == 64
        default: false
        }
    }
}
