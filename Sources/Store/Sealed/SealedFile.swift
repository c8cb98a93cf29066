public import Events

/// A sealed file as the catalog records it.
public struct SealedFile: Hashable, Sendable {
    public let name: SealedName
    /// The lines in it.
    public let lines: Int
    public let bytes: Int64
    /// SHA-256 of the whole file.
    public let digest: [UInt8]

    public init(name: SealedName, lines: Int, bytes: Int64, digest: [UInt8]) {
        self.name = name
        self.lines = lines
        self.bytes = bytes
        self.digest = digest
    }
}
