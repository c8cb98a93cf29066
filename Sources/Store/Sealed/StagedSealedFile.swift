public import Events

/// A sealed file that is being written; what goes into it is sealed already.
public final class StagedSealedFile {
    public let name: SealedName
    private let path: String
    private var sink: DigestingSink?

    init(name: SealedName, path: String, digest: any StreamDigest) throws {
        self.name = name
        self.path = path
        sink = try DigestingSink(path: path, mode: 0o600, digest: digest)
    }

    public func append(_ bytes: Span<UInt8>) throws {
        try sink?.write(bytes)
    }

    /// Ends the file and makes it durable.
    /// - Parameter lines: how many lines were sealed into it.
    public func finish(lines: Int) throws -> SealedFile {
        guard let sink = sink.take() else { preconditionFailure("a sealed file is finished once") }
        let (bytes, digest) = try sink.finish()
        return SealedFile(name: name, lines: lines, bytes: bytes, digest: digest)
    }

    /// Removes the file.
    public func discard() throws {
        sink = nil
        try FileSystem.remove(path)
    }
}
