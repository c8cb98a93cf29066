/// Holds the clock against the time that an earlier run recorded, before anything is destroyed by it.
///
/// A clock that was set back would keep data too long, and one far ahead would destroy what is to be kept; what the logs say,
/// or that they are silent, plays no part. Times are milliseconds since 1970.
public struct ClockGuard: Sendable {
    /// What the clock is good for.
    public enum Decision: Hashable, Sendable {
        /// Destroy what is due, and record the time.
        case go
        /// Destroy nothing and record nothing: the clock is so many milliseconds behind the record.
        case behind(by: Int64)
        /// Destroy nothing and record nothing, until somebody confirms the time: the clock is so many milliseconds ahead.
        case ahead(by: Int64)
    }

    /// How far ahead of the record a clock may be without being confirmed: 40 days.
    public static let limit: Int64 = 40 * 86_400_000

    /// The time that the last run worked with; nil before the first.
    public let recorded: Int64?

    public init(recorded: Int64?) {
        self.recorded = recorded
    }

    /// Decides about a time.
    ///
    /// - Parameter isConfirmed: whether somebody gave the time by hand; then it is believed, forwards or backwards.
    public func decision(at now: Int64, isConfirmed: Bool) -> Decision {
        guard let recorded, !isConfirmed else { return .go }
        let (ahead, overflow) = now.subtractingReportingOverflow(recorded)
        if overflow { return now < recorded ? .behind(by: .max) : .ahead(by: .max) }
        if ahead < 0 { return .behind(by: -ahead) }
        return ahead > ClockGuard.limit ? .ahead(by: ahead) : .go
    }
}
