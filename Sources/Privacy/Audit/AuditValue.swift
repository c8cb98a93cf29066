/// What a field of a record holds.
public enum AuditValue: Hashable, Sendable {
    case number(Int)
    /// Printable ASCII without quotation mark and backslash, so that JSON needs no escapes.
    case text(String)

    /// As it stands in the record.
    public var json: String {
        switch self {
        case .number(let number): "\(number)"
        case .text(let text): "\"\(text)\""
        }
    }

    /// As people read it.
    public var shown: String {
        switch self {
        case .number(let number): "\(number)"
        case .text(let text): text
        }
    }

    /// Whether text can stand in a record.
    static func isPlain(_ byte: UInt8) -> Bool {
        (0x20...0x7E).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }
}
