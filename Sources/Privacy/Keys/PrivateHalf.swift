internal import Crypto
internal import FoundationEssentials

/// The private half of an X25519 pair (RFC 7748), which opens what is sealed to its public half.
public struct PrivateHalf: ~Copyable, Sendable {
    let secret: SecretKey
    public let publicHalf: PublicHalf

    private init(secret: consuming SecretKey, publicHalf: PublicHalf) {
        self.secret = secret
        self.publicHalf = publicHalf
    }

    /// Any 32 bytes are a private half; X25519 itself sets the bits that must be set.
    init(_ secret: consuming SecretKey) {
        let bytes = PrivateHalf.withKey(secret) { Array($0.publicKey.rawRepresentation) }
        guard let publicHalf = PublicHalf(bytes) else { preconditionFailure("a public half has 32 bytes") }
        self.init(secret: secret, publicHalf: publicHalf)
    }

    /// The same half once more, for who has to keep one that is only lent.
    public func copied() -> PrivateHalf {
        PrivateHalf(
            secret: unsafe SecretKey { target in
                // SAFETY: both buffers have the length of a key.
                unsafe secret.withUnsafeBytes { unsafe target.copyMemory(from: $0) }
            }, publicHalf: publicHalf)
    }

    /// A new pair.
    static func random() -> PrivateHalf { PrivateHalf(.random()) }

    /// Lends the key in the library's form, which wipes its own copy.
    func withKey<Result>(_ body: (Curve25519.KeyAgreement.PrivateKey) throws -> Result) rethrows -> Result {
        try PrivateHalf.withKey(secret, body)
    }

    private static func withKey<Result>(
        _ secret: borrowing SecretKey, _ body: (Curve25519.KeyAgreement.PrivateKey) throws -> Result
    ) rethrows -> Result {
        let key: Curve25519.KeyAgreement.PrivateKey
        do {
            // SAFETY: the library copies the bytes within the call.
            key = try unsafe secret.withUnsafeBytes {
                try unsafe Curve25519.KeyAgreement.PrivateKey(rawRepresentation: $0)
            }
        } catch {
            preconditionFailure("32 bytes are always a private half")
        }
        return try body(key)
    }
}
