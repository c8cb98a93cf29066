import Crypto

/// SHA-256 (FIPS 180-4), for the layers that may not import cryptography.
public struct SHA256Digest: Sendable {
    private var hash = SHA256()

    public init() {}

    public mutating func update(_ bytes: Span<UInt8>) {
        // SAFETY: the buffer is read before the closure ends.
        unsafe bytes.withUnsafeBytes { unsafe hash.update(bufferPointer: $0) }
    }

    /// The 32 bytes of the digest.
    public func finish() -> [UInt8] {
        Array(hash.finalize())
    }

    /// The digest of bytes that are all there.
    public static func digest(_ bytes: [UInt8]) -> [UInt8] {
        Array(SHA256.hash(data: bytes))
    }
}
