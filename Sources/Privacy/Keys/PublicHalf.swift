internal import Crypto
internal import FoundationEssentials

/// The public half of an X25519 pair (RFC 7748): whoever has it can seal, and open nothing.
public struct PublicHalf: Hashable, Sendable {
    static let byteCount = 32

    /// The u-coordinate, as RFC 7748 encodes it.
    let bytes: [UInt8]

    /// - Returns: nil unless there are 32 bytes.
    init?(_ bytes: [UInt8]) {
        guard bytes.count == PublicHalf.byteCount else { return nil }
        self.bytes = bytes
    }

    /// Reads what ``text`` writes and nothing else.
    init?(text: some StringProtocol) {
        guard let data = Data(base64Encoded: String(text)) else { return nil }
        self.init(Array(data))
        guard self.text == text else { return nil }
    }

    /// In base64.
    var text: String { Data(bytes).base64EncodedString() }

    /// The first 16 hexadecimal digits of its SHA-256, by which people tell keys apart.
    public var fingerprint: String { KeyText.fingerprint(of: bytes) }
}
