/// One record of the audit log: what happened, when, by whom.
///
/// As text it is one JSON object (RFC 8259) without blanks: first `n`, `time`, `event` and `by`, then its fields, each of them a
/// string or an integer.
public struct AuditRecord: Hashable, Sendable {
    public struct Field: Hashable, Sendable {
        public let name: String
        public let value: AuditValue
    }

    /// The place in the log since it began, from 1 on.
    public let number: Int
    /// UTC seconds, as the job was told.
    public let time: Int64
    /// The name of an ``AuditEvent``, or one that another version has written.
    public let event: String
    public let author: String
    public let fields: [Field]

    init(number: Int, time: Int64, event: String, author: String, fields: [Field]) {
        self.number = number
        self.time = time
        self.event = event
        self.author = author
        self.fields = fields
    }

    public init(number: Int, time: Int64, event: AuditEvent, by author: AuditAuthor, _ fields: [AuditField]) {
        self.init(
            number: number, time: time, event: event.rawValue, author: author.text,
            fields: fields.map { field in
                let (name, value) = field.content
                return Field(name: name, value: value)
            })
    }

    /// The JSON object, which is what is hashed.
    public var text: String {
        let head: [(String, AuditValue)] = [
            ("n", .number(number)), ("time", .text(AuditTime.text(time))), ("event", .text(event)),
            ("by", .text(author)),
        ]
        let members = head + fields.map { ($0.name, $0.value) }
        return "{" + members.map { "\"\($0)\":\($1.json)" }.joined(separator: ",") + "}"
    }

    /// The value of a field; nil if the record has none of that name.
    func value(of name: String) -> AuditValue? { fields.first { $0.name == name }?.value }
}
