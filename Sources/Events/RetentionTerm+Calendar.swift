extension RetentionTerm {
    /// The last day on which what belongs to `day` is kept.
    ///
    /// A term of months is counted as civil law counts it, not in days: it starts on the day after, and ends on the day
    /// before the one that has the same number in its last month, or, where that month has no such day, with the month.
    ///
    /// - Returns: nil if there is no such day, since the term never ends.
    public func lastDay(for day: Day) -> Day? {
        switch self {
        case .none: return day
        case .days(let count): return day.advanced(by: count)
        case .unlimited: return nil
        case .months(let count):
            let start = day.advanced(by: 1).civil
            let month = start.year * 12 + start.month - 1 + count
            let target = (year: month / 12, month: month % 12 + 1)
            let next = (year: (month + 1) / 12, month: (month + 1) % 12 + 1)
            return
                (Day(year: target.year, month: target.month, day: start.day)
                ?? Day(year: next.year, month: next.month, day: 1))?.advanced(by: -1)
        }
    }
}
