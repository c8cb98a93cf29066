public import Parquet

/// Reads a file by position.
public final class FileSource: ParquetSource {
    public let byteCount: Int64
    private let file: OpenFile

    /// - Throws: ``StoreError`` (io).
    public init(path: String) throws {
        file = try FileSystem.openForReading(path)
        byteCount = try FileSystem.size(of: file)
    }

    /// Fewer bytes only if the file has become shorter.
    public func read(at offset: Int64, count: Int) throws -> [UInt8] {
        try FileSystem.read(count, at: offset, from: file)
    }
}
