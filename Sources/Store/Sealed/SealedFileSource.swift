import Events

/// A sealed file on record, opened for reading.
public final class SealedFileSource {
    public let file: SealedFile
    /// Bytes that are there, whatever is on record.
    public let size: Int64
    private let bytes: OpenFile

    init(_ file: SealedFile, path: String) throws {
        self.file = file
        bytes = try FileSystem.openForReading(path)
        size = try FileSystem.size(of: bytes)
    }

    /// Reads `count` bytes at `offset`; fewer only at the end of the file.
    public func read(_ offset: Int64, _ count: Int) throws -> [UInt8] {
        try FileSystem.read(count, at: offset, from: bytes)
    }
}
