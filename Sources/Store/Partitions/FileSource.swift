public import Parquet

/// Reads a file by position.
public final class FileSource: ParquetSource {
    public let byteCount: Int64
    private let path: String
    private let descriptor: Int32

    /// - Throws: ``StoreError`` (io).
    public init(path: String) throws {
        self.path = path
        descriptor = try FileSystem.openForReading(path)
        do {
            byteCount = try FileSystem.size(of: descriptor, path: path)
        } catch {
            FileSystem.close(descriptor)
            throw error
        }
    }

    deinit {
        FileSystem.close(descriptor)
    }

    /// Fewer bytes only if the file has become shorter.
    public func read(at offset: Int64, count: Int) throws -> [UInt8] {
        try FileSystem.read(count, at: offset, from: descriptor, path: path)
    }
}
