import Glibc
import Parquet

/// Writes to a new file and digests what it writes.
final class DigestingSink: ParquetSink {
    private let file: OpenFile
    private var digest: any StreamDigest
    private var count: Int64 = 0

    /// - Parameter mode: who may read the file.
    init(path: String, mode: mode_t = 0o640, digest: any StreamDigest) throws {
        self.digest = digest
        file = try FileSystem.createFile(path, mode: mode)
    }

    func write(_ bytes: Span<UInt8>) throws {
        try FileSystem.writeAll(bytes, to: file)
        digest.update(bytes)
        count += Int64(bytes.count)
    }

    /// Makes the file durable.
    func finish() throws -> (bytes: Int64, digest: [UInt8]) {
        try FileSystem.sync(file)
        return (count, digest.finish())
    }
}
