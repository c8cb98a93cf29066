/// One line of the audit log: a record, its hash in the chain, and the MAC of that hash.
///
/// The line is the record's text without its closing brace, then `,"hash":"…","mac":"…"}` with 64 hexadecimal digits each. So
/// it is a JSON object itself, and the record is what is left when the last 148 bytes are taken away and `}` is put back.
public struct AuditLine: Hashable, Sendable {
    public let record: AuditRecord
    public let hash: AuditDigest
    let mac: AuditDigest

    /// No line is longer, line end included.
    public static let byteLimit = 64 << 10

    private init(record: AuditRecord, hash: AuditDigest, mac: AuditDigest) {
        self.record = record
        self.hash = hash
        self.mac = mac
    }

    /// Chains a record to the one before it.
    ///
    /// - Parameters:
    ///   - previous: the hash of the record before, or ``AuditDigest/beginning``.
    ///   - key: the record's own.
    public init(_ record: AuditRecord, after previous: AuditDigest, under key: borrowing AuditKey) {
        precondition(record.number == key.number, "each record has a key of its own")
        let hash = previous.following(record.text)
        self.init(record: record, hash: hash, mac: key.mac(of: hash))
    }

    /// The line without its end.
    public var text: String {
        "\(record.text.dropLast())\(AuditLine.before)\(hash.text)\(AuditLine.between)\(mac.text)\(AuditLine.end)"
    }

    /// Reads what ``text`` writes and nothing else.
    public init?(_ bytes: some RandomAccessCollection<UInt8>) {
        guard bytes.count < AuditLine.byteLimit, bytes.count > AuditLine.suffixLength,
            let record = AuditRecord(Array(bytes.dropLast(AuditLine.suffixLength)) + [UInt8(ascii: "}")])
        else { return nil }
        let suffix = String(decoding: bytes.suffix(AuditLine.suffixLength), as: UTF8.self)
        guard suffix.utf8.count == AuditLine.suffixLength, suffix.hasPrefix(AuditLine.before),
            suffix.hasSuffix(AuditLine.end)
        else { return nil }
        let digests = suffix.dropFirst(AuditLine.before.count).dropLast(AuditLine.end.count)
        let parts = digests.split(separator: AuditLine.between, omittingEmptySubsequences: false)
        guard parts.count == 2, let hash = AuditDigest(text: parts[0]), let mac = AuditDigest(text: parts[1]) else {
            return nil
        }
        self.init(record: record, hash: hash, mac: mac)
    }

    private static let before = ",\"hash\":\""
    private static let between = "\",\"mac\":\""
    private static let end = "\"}"
    private static let suffixLength =
        before.utf8.count + between.utf8.count + end.utf8.count + 4 * AuditDigest.byteCount
}
