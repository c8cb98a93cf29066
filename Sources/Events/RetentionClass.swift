/// What is kept for a term of its own.
public enum RetentionClass: String, CaseIterable, Sendable {
    /// The lines as they came, sealed.
    case raw
    /// Lines that were rejected, sealed.
    case rejects
    /// Records of misuse, held by an officer's order.
    case misuse
    /// Records of illegal transactions, held by an officer's order.
    case illegal
    /// Events by the second.
    case events
    /// Events by the hour, without devices and networks.
    case coarse
    /// What was asked for by the people whom the data is about, and by authorities.
    case requests
    /// The audit log.
    case audit
    /// Proofs of destruction.
    case certificates
    /// Released statistics.
    case statistics
}
