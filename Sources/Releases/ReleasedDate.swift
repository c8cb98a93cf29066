public import Events

/// The civil date of a release, for those who print it and know no events.
public struct ReleasedDate: Hashable, Comparable, Sendable, CustomStringConvertible {
    private let day: Day

    /// The date `YYYY-MM-DD`, or nil where the calendar has none.
    public init?(_ text: String) {
        guard let day = Day(text) else { return nil }
        self.day = day
    }

    public init(_ day: Day) {
        self.day = day
    }

    public var year: Int { day.civil.year }
    /// 1…12.
    public var month: Int { day.civil.month }
    /// 1…31.
    public var dayOfMonth: Int { day.civil.day }
    /// 1 for Monday … 7 for Sunday (ISO 8601).
    public var weekday: Int { day.weekday }
    /// `YYYY-MM-DD`.
    public var description: String { day.description }

    public func advanced(by days: Int) -> ReleasedDate {
        ReleasedDate(day.advanced(by: days))
    }

    public static func < (left: ReleasedDate, right: ReleasedDate) -> Bool {
        left.day < right.day
    }
}

extension ReleasedEpoch {
    /// The civil date that was counted, or whose late lines were.
    public var date: ReleasedDate { ReleasedDate(epoch.day) }

    /// The last date that was counted; the same but for what is published of a month.
    public var lastDate: ReleasedDate { ReleasedDate(lastDay) }

    /// 0 for the day itself; 1, 2, … for the lines that arrived after it was closed.
    public var supplement: Int { epoch.supplement }
}

extension PublishedTable {
    /// The civil date that was counted, or whose late lines were.
    public var date: ReleasedDate { ReleasedDate(epoch.day) }

    /// 0 for the day itself; 1, 2, … for the lines that arrived after it was closed.
    public var supplement: Int { epoch.supplement }
}
