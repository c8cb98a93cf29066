import Crypto
import Store

/// SHA-256 in the form that the store takes it.
struct TestDigest: StreamDigest {
    private var hash = SHA256()

    mutating func update(_ bytes: Span<UInt8>) {
        // SAFETY: the buffer is read before the closure ends.
        unsafe bytes.withUnsafeBytes { unsafe hash.update(bufferPointer: $0) }
    }

    func finish() -> [UInt8] { Array(hash.finalize()) }
}
