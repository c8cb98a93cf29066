public import Events

/// What one release of hours did.
public struct TodaySummary: Sendable {
    public let day: Day
    /// The local hours about which it was decided now: those that are told, and those that are not, or not yet.
    public internal(set) var told: [Int] = []
    public internal(set) var hidden: [Int] = []
    /// The local time before which the day takes no more lines; nil if it takes all.
    public internal(set) var frozen: String?
    public internal(set) var ruling: PolicyRuling?
}
