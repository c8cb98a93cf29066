import Events
import Testing

@Suite("The last day of a term, over twenty years")
struct RetentionTermPropertyTests {
    /// Every day from 2020-01-01 to 2040-12-31, leap days and all.
    private static let days = (18_262...25_932).map { Day(number: Int32($0)) }

    /// Civil law, read the slow way: from the day after, step through the calendar day by day until the month is the
    /// one so many months on; there, stop before the day with the number of the first one, or with the month.
    private static func steppedLastDay(_ day: Day, months: Int) -> Day {
        let first = day.advanced(by: 1)
        var current = first
        var entered = 0
        while true {
            let next = current.advanced(by: 1)
            if next.civil.month != current.civil.month { entered += 1 }
            // The day with that number, or, if the month ended before it, the next month's first.
            if entered == months, next.civil.day == first.civil.day { return current }
            if entered > months { return current }
            current = next
        }
    }

    @Test(
        "A term of months ends on the day that stepping through the calendar finds", arguments: [1, 3, 6, 12, 13, 36])
    func stepping(months: Int) {
        let term = RetentionTerm.months(months)
        for day in Self.days where months <= 13 || day.number % 7 == 0 {
            #expect(term.lastDay(for: day) == Self.steppedLastDay(day, months: months), "\(day)")
        }
    }

    @Test("A later day is never gone earlier", arguments: [1, 3, 6, 12, 13, 36])
    func monotone(months: Int) throws {
        var previous: Day?
        for day in Self.days {
            let last = try #require(RetentionTerm.months(months).lastDay(for: day))
            if let previous { #expect(previous <= last, "\(day)") }
            previous = last
        }
    }

    @Test("Three months are never early and never more than 92 days")
    func threeMonths() throws {
        var longest = 0
        var shortest = Int.max
        for day in Self.days {
            let last = try #require(RetentionTerm.months(3).lastDay(for: day))
            let kept = Int(last.number - day.number)
            longest = max(longest, kept)
            shortest = min(shortest, kept)
            // The term is over on the day of the same number three months on, or where there is none, with that month.
            let start = day.advanced(by: 1).civil
            let end = last.advanced(by: 1).civil
            let months = (end.year - start.year) * 12 + end.month - start.month
            #expect((months == 3 && end.day == start.day) || (months == 4 && end.day == 1), "\(day)")
        }
        #expect(longest == 92)
        #expect(shortest == 89)
    }
}
