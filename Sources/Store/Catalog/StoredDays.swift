public import Events

/// How much there is of something that is kept by the day.
public struct StoredDays: Hashable, Sendable {
    public let days: Int
    /// Nil if there is no day.
    public let first: Day?
    public let last: Day?
    /// Lines, or rows of events.
    public let lines: Int
    public let bytes: Int64
}
