internal import Crypto
internal import FoundationEssentials

/// Derives the keys of single uses from a random key: HKDF-Expand with SHA-256 (RFC 5869, section 2.3).
///
/// `info` is the version label and then every part of the context, each preceded by its length as a 4-byte big-endian
/// integer, so that no two contexts can run into each other.
enum KeyDerivation {
    static let version = "footfall/v1"

    static func derive(from secret: borrowing SecretKey, context: [String]) -> SymmetricKey {
        unsafe secret.withUnsafeBytes { bytes in
            // SAFETY: the buffer is read within the call; HKDF wipes its copy.
            unsafe HKDF<SHA256>.expand(pseudoRandomKey: bytes, info: info(context), outputByteCount: 32)
        }
    }

    static func info(_ context: [String]) -> [UInt8] {
        var info: [UInt8] = []
        for part in [version] + context {
            let bytes = Array(part.utf8)
            for shift in [24, 16, 8, 0] { info.append(UInt8(truncatingIfNeeded: bytes.count >> shift)) }
            info.append(contentsOf: bytes)
        }
        return info
    }
}
