public import Releases

/// How dates are written in one language.
struct ReportDates: Sendable {
    /// Monday first.
    let weekdays: [String]
    let shortWeekdays: [String]
    /// With weekday and year.
    let long: @Sendable (ReleasedDate) -> String
    /// For columns of days: weekday, day and month, all of one width where the language allows it.
    let short: @Sendable (ReleasedDate) -> String
    /// From the first to the last day.
    let range: @Sendable (ReleasedDate, ReleasedDate) -> String
}

extension ReportWords {
    /// Such as `Saturday 7 March 2026`.
    public func long(_ date: ReleasedDate) -> String { dates.long(date) }

    /// Such as `Sat 7 Mar`.
    public func short(_ date: ReleasedDate) -> String { dates.short(date) }

    public func range(_ first: ReleasedDate, _ last: ReleasedDate) -> String {
        first == last ? dates.long(first) : dates.range(first, last)
    }

    /// 1 for Monday … 7 for Sunday.
    public func weekday(_ number: Int) -> String { dates.weekdays[number - 1] }

    public func shortWeekday(_ number: Int) -> String { dates.shortWeekdays[number - 1] }
}
