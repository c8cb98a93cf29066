internal import Crypto
internal import CryptoExtras
internal import FoundationEssentials

/// AES of single blocks (FIPS 197), each on its own: a building block, never a way to encrypt anything.
struct BlockCipher: Sendable {
    private let key: SymmetricKey

    /// - Parameter key: 16, 24 or 32 bytes.
    init(_ key: SymmetricKey) {
        precondition([128, 192, 256].contains(key.bitCount), "the lengths of AES's keys")
        self.key = key
    }

    /// Each block encrypted; a block's first byte is the highest.
    ///
    /// Done by *decrypting* in the mode CFB, Pᵢ = Cᵢ ⊕ E(Cᵢ₋₁): the one thing in the library that prepares the key once for
    /// many blocks which do not depend on each other. Block by block, `AES.permute` takes five times as long.
    func encrypt(_ blocks: [UInt128]) -> [UInt128] {
        guard let first = blocks.first else { return [] }
        let chain = blocks.dropFirst().map { $0.bigEndian } + [0]
        do {
            // SAFETY: the buffers are read within their calls.
            let vector = try unsafe withUnsafeBytes(of: first.bigEndian) { unsafe try AES._CFB.IV(ivBytes: $0) }
            let encrypted = try unsafe chain.withUnsafeBytes { unsafe try AES._CFB.decrypt($0, using: key, iv: vector) }
            return unsafe encrypted.withUnsafeBytes { bytes in
                chain.indices.map { index in
                    let word = unsafe bytes.loadUnaligned(fromByteOffset: 16 * index, as: UInt128.self)
                    return UInt128(bigEndian: word ^ chain[index])
                }
            }
        } catch {
            preconditionFailure("only keys and vectors of other lengths are refused")
        }
    }
}
