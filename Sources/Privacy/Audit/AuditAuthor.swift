/// Who wrote a record: the machine and the number of the system's user.
public struct AuditAuthor: Hashable, Sendable {
    /// `host uid 1000`.
    let text: String

    public init(host: String, user: UInt32) {
        let name = host.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == ".") }.prefix(64)
        text = "\(name.isEmpty ? "host" : name) uid \(user)"
    }
}
