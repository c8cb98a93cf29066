/// Number and hash of a log's last record, which fix every record up to it; to be kept where nobody can change it.
///
/// As text it has three lines: `footfall audit head`, `record 12` and `hash` with 64 hexadecimal digits.
public struct AuditHead: Hashable, Sendable {
    public let number: Int
    public let hash: AuditDigest

    public static let byteLimit = 1024
    private static let heading = "footfall audit head"

    public init(number: Int, hash: AuditDigest) {
        self.number = number
        self.hash = hash
    }

    /// Reads what ``text`` writes; other line ends and blanks around it do no harm.
    public init?(text: String) {
        let words = text.split(whereSeparator: \.isWhitespace)
        guard words.count == 7, words[..<3].joined(separator: " ") == AuditHead.heading, words[3] == "record",
            let number = Int(words[4]), number > 0, words[5] == "hash", let hash = AuditDigest(text: words[6])
        else { return nil }
        self.init(number: number, hash: hash)
    }

    public var text: String { "\(AuditHead.heading)\nrecord \(number)\nhash \(hash.text)\n" }
}
