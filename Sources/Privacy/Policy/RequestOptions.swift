public import Events

/// How requests of people and authorities are handled.
public struct RequestOptions: Hashable, Sendable {
    /// Whether an account system that hands over closed accounts is believed.
    public enum Withdrawals: String, CaseIterable, Sendable {
        /// A person verifies and approves each of them.
        case verified
        /// They count as verified and approved.
        case trusted
    }

    /// Until when a request is answered, from the day on which it came in: days or months.
    public var due = RetentionTerm.months(1)
    public var withdrawals = Withdrawals.verified

    public init() {}
}
