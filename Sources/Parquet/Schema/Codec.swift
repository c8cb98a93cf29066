/// How pages are compressed (`CompressionCodec` of the format).
///
/// Only ``uncompressed`` and ``gzip`` are read and written; the others have names so that an error can say which one a
/// file uses.
public enum Codec: Int32, Hashable, Sendable {
    case uncompressed = 0
    case snappy = 1
    case gzip = 2
    case lzo = 3
    case brotli = 4
    case lz4 = 5
    case zstd = 6
    case lz4Raw = 7
}

extension Codec: CustomStringConvertible {
    /// The format's own name.
    public var description: String {
        switch self {
        case .uncompressed: "UNCOMPRESSED"
        case .snappy: "SNAPPY"
        case .gzip: "GZIP"
        case .lzo: "LZO"
        case .brotli: "BROTLI"
        case .lz4: "LZ4"
        case .zstd: "ZSTD"
        case .lz4Raw: "LZ4_RAW"
        }
    }
}
