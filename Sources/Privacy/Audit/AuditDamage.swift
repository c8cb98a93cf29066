/// What is wrong with an audit log that is about to be written to.
public enum AuditDamage: String, CaseIterable, Sendable {
    /// There is a key, but no log, or an empty one.
    case logMissing = "log-missing"
    /// The log ends before the record that the key follows: its end was cut off, or it is an older copy.
    case endMissing = "end-missing"
    /// The last line is no record.
    case unreadable
    /// The log ends behind the record that the key is for: the key is an older copy.
    case keyOlder = "key-older"
    /// The last record was written under another key.
    case notGenuine = "not-genuine"
    /// There is a log, but no key.
    case keyMissing = "key-missing"
    /// There is a log, but nothing by which an officer could check it.
    case originMissing = "origin-missing"
}

extension AuditDamage: CustomStringConvertible {
    /// For people.
    public var description: String {
        switch self {
        case .logMissing: "the log is gone"
        case .endMissing: "its last records are missing"
        case .unreadable: "its last line is no record"
        case .keyOlder: "its key is older than its last record"
        case .notGenuine: "its last record was not written under its key"
        case .keyMissing: "its key is gone"
        case .originMissing: "its first key, sealed to the officers, is gone"
        }
    }
}
