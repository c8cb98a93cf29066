import Crypto
import FoundationEssentials

/// Seals chunks of input that have to wait on disk, under a key that is never written.
///
/// AES-256-GCM with the chunk's number as nonce: one cipher seals each number once.
public struct SpillCipher: Sendable {
    private let key = SymmetricKey(size: .bits256)

    public init() {}

    public func seal(_ bytes: Span<UInt8>, index: Int) throws -> [UInt8] {
        // SAFETY: the buffer is read before the closure ends.
        let box = try unsafe bytes.withUnsafeBytes {
            try unsafe AES.GCM.seal($0, using: key, nonce: SpillCipher.nonce(index))
        }
        return Array(box.ciphertext) + Array(box.tag)
    }

    public func open(_ sealed: [UInt8], index: Int) throws -> [UInt8] {
        let box = try AES.GCM.SealedBox(
            nonce: SpillCipher.nonce(index), ciphertext: sealed.dropLast(16), tag: sealed.suffix(16))
        return Array(try AES.GCM.open(box, using: key))
    }

    private static func nonce(_ index: Int) throws -> AES.GCM.Nonce {
        try AES.GCM.Nonce(data: (0..<12).map { UInt8(truncatingIfNeeded: $0 < 8 ? index >> (8 * $0) : 0) })
    }
}
