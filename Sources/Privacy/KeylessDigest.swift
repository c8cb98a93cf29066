import Crypto

/// Hashes without a key.
///
/// They hide nothing from those who can try all addresses or numbers, so nothing is ever stored under them; they are here
/// to be searched for.
public enum KeylessDigest: CaseIterable, Sendable {
    /// RFC 1321.
    case md5
    /// FIPS 180-4.
    case sha1
    /// FIPS 180-4.
    case sha256

    public func digest(of bytes: [UInt8]) -> [UInt8] {
        switch self {
        case .md5: Array(Insecure.MD5.hash(data: bytes))
        case .sha1: Array(Insecure.SHA1.hash(data: bytes))
        case .sha256: Array(SHA256.hash(data: bytes))
        }
    }
}
