import Events
import Testing

@Suite("The last day of a term")
struct RetentionTermCalendarTests {
    @Test(
        "Months end as civil law has it",
        arguments: [
            ("2025-11-28", 3, "2026-02-28"), ("2025-11-29", 3, "2026-02-28"), ("2025-11-30", 3, "2026-02-28"),
            ("2027-11-29", 3, "2028-02-29"), ("2027-11-30", 3, "2028-02-29"), ("2026-02-28", 3, "2026-05-31"),
            ("2028-02-29", 3, "2028-05-31"), ("2026-04-30", 3, "2026-07-31"), ("2026-03-08", 3, "2026-06-08"),
            ("2025-11-30", 6, "2026-05-31"), ("2026-08-31", 6, "2027-02-28"), ("2026-12-31", 12, "2027-12-31"),
        ])
    func months(day: String, count: Int, last: String) throws {
        #expect(try RetentionTerm.months(count).lastDay(for: #require(Day(day))) == Day(last))
    }

    @Test("Days are counted, nothing is kept no longer than its day, and what is unlimited has no last day")
    func others() throws {
        let day = try #require(Day("2026-02-27"))
        #expect(RetentionTerm.days(30).lastDay(for: day) == Day("2026-03-29"))
        #expect(RetentionTerm.none.lastDay(for: day) == day)
        #expect(RetentionTerm.unlimited.lastDay(for: day) == nil)
    }
}
