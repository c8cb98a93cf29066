public import Events

/// A sealed file that is being written; what goes into it is sealed already.
public final class StagedSealedFile {
    public let name: SealedName
    /// What it is sealed to.
    public let pair: PairName
    private let path: String
    private var sink: DigestingSink?

    init(name: SealedName, pair: PairName, path: String, digest: any StreamDigest) throws {
        self.name = name
        self.pair = pair
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
        return SealedFile(name: name, lines: lines, bytes: bytes, digest: digest, pair: pair)
    }

    /// Removes the file.
    public func discard() throws {
        sink = nil
        try FileSystem.remove(path)
    }
}
