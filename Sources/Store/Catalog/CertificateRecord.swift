/// A certificate as the catalog records it.
public struct CertificateRecord: Hashable, Sendable {
    /// The name of the file.
    public let name: String
    /// SHA-256 of the whole file.
    public let digest: [UInt8]

    public init(name: String, digest: [UInt8]) {
        self.name = name
        self.digest = digest
    }
}
