internal import Crypto
internal import FoundationEssentials

/// Seals and opens the frames of one file: AES-256-GCM (NIST SP 800-38D) under the file's own key.
///
/// The nonce is the frame's index in 12 bytes, the highest first. The associated data are the digest of the file's header
/// and the frame's head, so that a frame opens only as what it was written, where it was written.
struct FrameCipher {
    // The library wipes it when the last copy goes.
    private let key: SymmetricKey
    private let digest: [UInt8]

    init(_ secret: borrowing SecretKey, for header: SealedHeader) {
        // SAFETY: the library copies the bytes within the call.
        key = unsafe secret.withUnsafeBytes { unsafe SymmetricKey(data: $0) }
        digest = header.digest
    }

    /// Appends the sealed text and its tag.
    func seal(_ text: [UInt8], _ head: FrameHead, appendingTo file: inout [UInt8]) {
        do {
            let box = try AES.GCM.seal(
                text, using: key, nonce: FrameCipher.nonce(head.index), authenticating: digest + head.bytes)
            file.append(contentsOf: box.ciphertext)
            file.append(contentsOf: box.tag)
        } catch {
            preconditionFailure("AES-GCM seals anything of this size")
        }
    }

    /// - Parameter sealed: the sealed text and its tag.
    /// - Returns: nil if it was not sealed under this key with this head, or has been changed.
    func open(_ sealed: ArraySlice<UInt8>, _ head: FrameHead) -> [UInt8]? {
        do {
            let box = try AES.GCM.SealedBox(
                nonce: FrameCipher.nonce(head.index), ciphertext: sealed.dropLast(FrameHead.tagLength),
                tag: sealed.suffix(FrameHead.tagLength))
            return Array(try AES.GCM.open(box, using: key, authenticating: digest + head.bytes))
        } catch {
            return nil
        }
    }

    private static func nonce(_ index: UInt32) throws -> AES.GCM.Nonce {
        var bytes = [UInt8](repeating: 0, count: 8)
        bytes.append(bigEndian: index)
        return try AES.GCM.Nonce(data: bytes)
    }
}
