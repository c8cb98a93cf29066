public import Events

/// What a hold keeps under one pair of keys: its records of one day, or, once it has ended, its filter and reason.
public struct HeldDay: Hashable, Sendable {
    /// The number of the hold.
    public let hold: Int
    /// The class of the hold; ``RetentionClass/requests`` for its filter and reason.
    public let kind: RetentionClass
    /// The day of the records, from which on their term counts; for filter and reason the day on which the hold ended.
    public let day: Day
    /// The last day on which records are kept, where an order names it.
    public let until: Day?

    public init(hold: Int, kind: RetentionClass, day: Day, until: Day? = nil) {
        self.hold = hold
        self.kind = kind
        self.day = day
        self.until = until
    }

    /// What it is sealed to.
    public var pair: PairName { kind == .requests ? .filter(hold) : .hold(hold, day) }
}

extension HeldDay: Comparable {
    public static func < (left: HeldDay, right: HeldDay) -> Bool {
        (left.day, left.hold, left.kind.rawValue) < (right.day, right.hold, right.kind.rawValue)
    }
}

extension HeldDay: CustomStringConvertible {
    /// A name for it, as it stands within a sentence.
    public var description: String {
        kind == .requests ? "the filter of hold \(hold)" : "the records of \(day) in hold \(hold) (\(kind.rawValue))"
    }
}
