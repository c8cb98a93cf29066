import Glibc
import Parquet

/// Writes to a new file and digests what it writes.
final class DigestingSink: ParquetSink {
    private let path: String
    private let descriptor: Int32
    private var digest: any StreamDigest
    private var count: Int64 = 0

    /// - Parameter mode: who may read the file.
    init(path: String, mode: mode_t = 0o640, digest: any StreamDigest) throws {
        self.path = path
        self.digest = digest
        descriptor = try FileSystem.createFile(path, mode: mode)
    }

    deinit {
        FileSystem.close(descriptor)
    }

    func write(_ bytes: Span<UInt8>) throws {
        try FileSystem.writeAll(bytes, to: descriptor, path: path)
        digest.update(bytes)
        count += Int64(bytes.count)
    }

    /// Makes the file durable.
    func finish() throws -> (bytes: Int64, digest: [UInt8]) {
        try FileSystem.sync(descriptor, path: path)
        return (count, digest.finish())
    }
}
