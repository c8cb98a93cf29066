import Events

/// A sealed file on record, opened for reading.
public final class SealedFileSource {
    public let file: SealedFile
    /// Bytes that are there, whatever is on record.
    public let size: Int64
    private let path: String
    private let descriptor: Int32

    init(_ file: SealedFile, path: String) throws {
        self.file = file
        self.path = path
        descriptor = try FileSystem.openForReading(path)
        size = try FileSystem.size(of: descriptor, path: path)
    }

    deinit {
        FileSystem.close(descriptor)
    }

    /// Reads `count` bytes at `offset`; fewer only at the end of the file.
    public func read(_ offset: Int64, _ count: Int) throws -> [UInt8] {
        try FileSystem.read(count, at: offset, from: descriptor, path: path)
    }
}
