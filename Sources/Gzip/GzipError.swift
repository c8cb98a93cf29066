/// Why bytes could not be inflated.
///
/// Every offset counts compressed bytes from the beginning of the input.
public enum GzipError: Error, Equatable, Sendable {
    /// A member does not begin with the magic bytes `1F 8B`, or something other than zeros follows the last member.
    case notGzip(offset: Int64)
    /// The header or the deflate stream is not valid.
    case corrupt(offset: Int64)
    /// The CRC-32 or the length in a member's trailer does not agree with what was inflated.
    case checksum(offset: Int64)
    /// The output is larger than the permitted multiple of the input.
    case ratioExceeded(offset: Int64)
    /// The input ends inside a member.
    case truncated(offset: Int64)
    /// The members together do not hold exactly the expected number of bytes.
    case sizeMismatch(expected: Int)
    /// zlib could not get memory for its window.
    case outOfMemory
}

extension GzipError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notGzip(let offset): "no gzip member begins at byte \(offset)"
        case .corrupt(let offset): "the deflate stream is damaged at byte \(offset)"
        case .checksum(let offset): "the checksum of the gzip member that ends at byte \(offset) does not match"
        case .ratioExceeded(let offset): "the data inflates to more than the permitted multiple at byte \(offset)"
        case .truncated(let offset): "the input ends at byte \(offset), inside a gzip member"
        case .sizeMismatch(let expected): "the data does not inflate to exactly \(expected) bytes"
        case .outOfMemory: "zlib could not allocate memory"
        }
    }
}
