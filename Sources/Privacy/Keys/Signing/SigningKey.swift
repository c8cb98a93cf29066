internal import Crypto
internal import FoundationEssentials

/// The key that signs certificates: Ed25519 (RFC 8032), of which the 32 secret bytes lie in `signing.key`.
///
/// It proves that a document comes from this store and was not changed since. It opens nothing, so nothing is destroyed
/// with it.
public struct SigningKey: ~Copyable, Sendable {
    static let signatureByteCount = 64

    private let secret: SecretKey
    /// The public half, by which anybody verifies: 32 bytes.
    public let publicKey: [UInt8]

    private init(secret: consuming SecretKey, publicKey: [UInt8]) {
        self.secret = secret
        self.publicKey = publicKey
    }

    init(_ secret: consuming SecretKey) {
        let publicKey = SigningKey.withKey(secret) { Array($0.publicKey.rawRepresentation) }
        self.init(secret: secret, publicKey: publicKey)
    }

    /// The first 16 hexadecimal digits of the SHA-256 of the public half, by which people tell keys apart.
    public var fingerprint: String { KeyText.fingerprint(of: publicKey) }

    /// The same for a public half of 32 bytes.
    public static func fingerprint(of publicKey: [UInt8]) -> String { KeyText.fingerprint(of: publicKey) }

    /// The signature of `bytes`: 64 bytes.
    public func sign(_ bytes: [UInt8]) -> [UInt8] {
        SigningKey.withKey(secret) { key in
            do {
                return Array(try key.signature(for: bytes))
            } catch {
                preconditionFailure("Ed25519 signs anything")
            }
        }
    }

    /// Whether `signature` is that of `bytes` under the private half of `publicKey`; false as well if either of the two is
    /// not of the length that it must have.
    public static func verify(_ signature: [UInt8], of bytes: [UInt8], by publicKey: [UInt8]) -> Bool {
        guard signature.count == signatureByteCount,
            let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey)
        else { return false }
        return key.isValidSignature(signature, for: bytes)
    }

    /// Lends the key in the library's form, which wipes its own copy.
    private static func withKey<Result>(
        _ secret: borrowing SecretKey, _ body: (Curve25519.Signing.PrivateKey) -> Result
    ) -> Result {
        do {
            // SAFETY: the library copies the bytes within the call.
            return body(
                try unsafe secret.withUnsafeBytes {
                    try unsafe Curve25519.Signing.PrivateKey(rawRepresentation: $0)
                })
        } catch {
            preconditionFailure("any 32 bytes are a private half")
        }
    }
}
