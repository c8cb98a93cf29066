import Store

/// The time by which an expiry destroys, and what the clock guard says of it.
struct ExpiryTime {
    /// Milliseconds since 1970.
    let now: Int64
    /// The time that an earlier run recorded.
    let recorded: Int64?
    let decision: ClockGuard.Decision
    /// Whether somebody who gave the time by hand has said that it is meant.
    let isConfirmed: Bool
    /// Whether the time is put on record once everything is done.
    let isRecorded: Bool
}
