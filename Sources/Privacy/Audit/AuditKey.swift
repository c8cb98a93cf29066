internal import Crypto
internal import FoundationEssentials

/// The key of one record's MAC, from which those of all later records follow and none of an earlier one.
///
/// Whoever gets hold of it can write records from its number on; what stands in the log before is fixed, since each key is
/// destroyed when its record is written (forward security).
public struct AuditKey: ~Copyable, Sendable {
    /// The number of the record that it is for, the first being 1.
    public let number: Int
    let secret: SecretKey

    init(number: Int, secret: consuming SecretKey) {
        self.number = number
        self.secret = secret
    }

    /// A new key that follows from no other.
    static func random(number: Int) -> AuditKey {
        AuditKey(number: number, secret: .random())
    }

    /// HMAC-SHA-256 (RFC 2104) of the record's hash.
    func mac(of hash: AuditDigest) -> AuditDigest {
        // SAFETY: the library copies the bytes within the call and wipes its copy.
        let key = unsafe secret.withUnsafeBytes { unsafe SymmetricKey(data: $0) }
        guard let mac = AuditDigest(Array(HMAC<SHA256>.authenticationCode(for: hash.bytes, using: key))) else {
            preconditionFailure("HMAC-SHA-256 has 32 bytes")
        }
        return mac
    }

    /// Whether a MAC is that of the hash, in a time that tells nothing of where they differ.
    func isMAC(_ mac: AuditDigest, of hash: AuditDigest) -> Bool {
        zip(mac.bytes, self.mac(of: hash).bytes).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }

    /// The key of the next record: SHA-256 of this one.
    func next() -> AuditKey {
        let secret = unsafe SecretKey { buffer in
            var hash = SHA256()
            // SAFETY: both buffers have the 32 bytes of a key, and are used within the call.
            unsafe self.secret.withUnsafeBytes { unsafe hash.update(bufferPointer: $0) }
            unsafe hash.finalize().withUnsafeBytes { unsafe buffer.copyMemory(from: $0) }
        }
        return AuditKey(number: number + 1, secret: secret)
    }
}
