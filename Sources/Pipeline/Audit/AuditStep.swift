/// The instants at which a crash leaves something different of the audit log and its key.
enum AuditStep: CaseIterable {
    /// A key has been made for a new log.
    case keyMade
    /// It has been sealed to the officers.
    case keySealed
    /// A record stands in the log.
    case written
    /// It has been flushed.
    case flushed
    /// Its key has been destroyed.
    case advanced
    /// What is left of a log whose first records go has been written beside it.
    case staged
    /// It has taken the log's place.
    case replaced
}
