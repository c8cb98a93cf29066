public import Events

/// A civil month.
public struct MonthOfDays: Hashable, Sendable {
    /// The first and the last day.
    public let range: ClosedRange<Day>

    /// The month of a day; nil behind the year 9999, where the calendar ends.
    public init?(_ day: Day) {
        let (year, month, _) = day.civil
        guard let first = Day(year: year, month: month, day: 1),
            let next = Day(year: month == 12 ? year + 1 : year, month: month % 12 + 1, day: 1)
        else { return nil }
        range = first...next.advanced(by: -1)
    }
}
