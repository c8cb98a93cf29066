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
    /// A hold was proposed, or approved by another officer.
    case holdProposed = "hold-proposed"
    case holdApproved = "hold-approved"
    /// Records are copied for a hold, or have been.
    case holdCopied = "hold-copied"
    /// An officer looked at held records, or at what a hold asks for.
    case holdRead = "hold-read"
    /// A hold was given up.
    case holdReleased = "hold-released"
    /// Data were handed to somebody outside, as the law demands.
    case provision
    /// A request of a person or an authority came in.
    case requestOpened = "request-opened"
    /// It was verified that a request may be answered.
    case requestVerified = "request-verified"
    case requestApproved = "request-approved"
    case requestRefused = "request-refused"
    /// What a request has restricted was lifted.
    case requestLifted = "request-lifted"
    /// It was begun to do what a request asks for.
    case requestBegun = "request-begun"
    case requestDone = "request-done"
    /// An officer opened what is sealed of a request.
    case requestRead = "request-read"
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
    /// The events of a closed day were made anew, for those who asked for it.
    case rebuilt = "events-rebuilt"
    /// Sealed lines of a day were sealed anew without those of somebody who asked for it.
    case resealed = "lines-resealed"
    /// What was found wrong was set right.
    case repair
    /// Records whose term was over were removed from this log.
    case trimmed = "audit-trimmed"
    /// This log was found damaged; what stands before is not all that was written.
    case damaged = "audit-damaged"
}
