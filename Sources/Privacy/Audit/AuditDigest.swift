internal import Crypto

/// Thirty-two bytes that stand in an audit log in hexadecimal digits: a hash of its chain, a MAC, or the digest of something
/// that a record names.
public struct AuditDigest: Hashable, Sendable {
    static let byteCount = 32

    let bytes: [UInt8]

    /// What the first record of a log is chained to: 32 zero bytes.
    public static let beginning = AuditDigest(unchecked: Array(repeating: 0, count: byteCount))

    private init(unchecked bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// - Returns: nil unless there are 32 bytes.
    public init?(_ bytes: [UInt8]) {
        guard bytes.count == AuditDigest.byteCount else { return nil }
        self.bytes = bytes
    }

    /// Reads 64 hexadecimal digits, of which letters are small, and nothing else.
    public init?(text: some StringProtocol) {
        let digits = Array(text.utf8)
        guard digits.count == 2 * AuditDigest.byteCount else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(AuditDigest.byteCount)
        for place in stride(from: 0, to: digits.count, by: 2) {
            guard let high = AuditDigest.value(of: digits[place]), let low = AuditDigest.value(of: digits[place + 1])
            else { return nil }
            bytes.append(high << 4 | low)
        }
        self.bytes = bytes
    }

    /// 64 hexadecimal digits, of which letters are small.
    public var text: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// The hash of the record that follows the one whose hash this is:
    /// `SHA-256(0x01 ‖ this ‖ length of the record in 4 bytes, the highest first ‖ record)`.
    public func following(_ record: String) -> AuditDigest {
        let text = Array(record.utf8)
        let length = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: text.count >> $0) }
        return AuditDigest(unchecked: Array(SHA256.hash(data: [1] + bytes + length + text)))
    }

    private static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}
