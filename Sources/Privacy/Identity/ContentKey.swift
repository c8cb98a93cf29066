internal import Crypto
internal import FoundationEssentials
public import Events

/// The keys that recognise content and lines of one scope under one month's identity key.
///
/// The scope keeps apart what would otherwise look alike: the same bytes in another scope have unrelated fingerprints.
public struct ContentKey: Sendable {
    /// The month whose identity key this was derived from.
    public let month: Month
    let chain: KeyedMAC
    private let line: KeyedMAC
    private let sealing: SymmetricKey
    /// The seed of ``LineHasher``.
    let lineSeed: UInt64

    public init(_ key: borrowing IdentityKey, scope: String) {
        month = key.month
        chain = KeyedMAC(KeyDerivation.derive(from: key.secret, context: ["content", scope]))
        line = KeyedMAC(KeyDerivation.derive(from: key.secret, context: ["line", scope]))
        sealing = KeyDerivation.derive(from: key.secret, context: ["line tags", scope])
        lineSeed = unsafe KeyDerivation.derive(from: key.secret, context: ["line seed", scope]).withUnsafeBytes {
            bytes in
            // SAFETY: a derived key has 32 bytes.
            unsafe bytes.loadUnaligned(as: UInt64.self)
        }
    }

    private static let lineEnd: [UInt8] = [10]

    /// The tag of one line, by which the overlap of a restarted pipe is found; the same whether its line end has come or
    /// not.
    public func lineTag(_ content: Span<UInt8>) -> Fingerprint {
        var mac = line
        mac.update(content)
        if content.isEmpty || content[content.count - 1] != 10 { mac.update(ContentKey.lineEnd.span) }
        let (high, low) = mac.tag()
        return Fingerprint(high: high, low: low)
    }

    /// Seals the tags of lines, so that they say nothing to anyone without the month's key: AES-256-GCM with a random
    /// nonce.
    public func seal(_ tags: [UInt16]) throws -> [UInt8] {
        var plain: [UInt8] = []
        plain.reserveCapacity(tags.count * 2)
        for tag in tags {
            plain.append(UInt8(truncatingIfNeeded: tag))
            plain.append(UInt8(truncatingIfNeeded: tag >> 8))
        }
        let box = try AES.GCM.seal(plain, using: sealing)
        return Array(box.nonce) + Array(box.ciphertext) + Array(box.tag)
    }

    /// Opens what ``seal(_:)`` made; nil if it was made under another key, or has been changed.
    public func open(_ sealed: [UInt8]) -> [UInt16]? {
        guard sealed.count >= 28, let nonce = try? AES.GCM.Nonce(data: sealed.prefix(12)),
            let box = try? AES.GCM.SealedBox(
                nonce: nonce, ciphertext: sealed[12..<sealed.count - 16], tag: sealed.suffix(16)),
            let plain = try? AES.GCM.open(box, using: sealing)
        else { return nil }
        let bytes = Array(plain)
        return stride(from: 0, to: bytes.count / 2 * 2, by: 2).map { UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8 }
    }
}
