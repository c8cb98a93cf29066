/// What a record of the audit log tells of.
public enum AuditEvent: String, CaseIterable, Sendable {
    /// Logs were read.
    case ingest
    /// Days were closed.
    case aggregate
    /// It was looked for what is past its term.
    case expire
    /// Keys or files of a day were destroyed.
    case destroy
    /// A proof of destruction was written.
    case certificate
    /// An officer looked at raw lines.
    case vaultRead = "vault-read"
    /// Data were handed to somebody outside, as the law demands.
    case provision
    /// An officer's public half was added.
    case officerAdded = "officer-added"
    /// An officer carried the first private half away.
    case officerTaken = "officer-taken"
    /// A key was made.
    case keyMade = "key-made"
    /// Another key-encryption key took the place of one that was destroyed.
    case keyRotated = "key-rotated"
    /// A version of the policy went on record.
    case policy
    /// A person confirmed what time it is.
    case now
    /// The clock was behind the recorded time, or too far ahead of it.
    case clock
    /// Files were held against the catalog, or searched for identifiers.
    case verify
    /// What was found wrong was set right.
    case repair
    /// Records whose term was over were removed from this log.
    case trimmed = "audit-trimmed"
    /// This log was found damaged; what stands before is not all that was written.
    case damaged = "audit-damaged"
}
