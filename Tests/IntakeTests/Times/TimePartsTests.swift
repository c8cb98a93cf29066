import Events
import Testing

@testable import Intake

@Suite("Times put together from parts")
struct TimePartsTests {
    /// Midnight of a date in milliseconds.
    static func midnight(_ text: String) throws -> Int64 {
        Int64(try #require(Day(text)).number) * 86_400_000
    }

    static func parts(_ fields: [TimeParts.Field: Int]) -> TimeParts {
        var parts = TimeParts()
        for (field, value) in fields { parts[field] = value }
        return parts
    }

    @Test("Date and time of day may come from two fields, and the zone from a third")
    func severalFields() throws {
        let bytes = Array("2026-03-01\t00:00:03.25\t-0130".utf8)
        var reader = TimeReader()
        var parts = TimeParts()
        let options = LineOptions(latest: .max, zone: .fixed(3600))
        try reader.read(.date, bytes.span, 0..<10, into: &parts)
        #expect(throws: LineFailure(.time, at: 7)) { try parts.instant(options, at: 7) }
        try reader.read(.timeOfDay, bytes.span, 11..<22, into: &parts)
        #expect(try parts.instant(options, at: 7) == 1_772_319_603_250)
        try reader.read(.pattern(try TimePattern("%z")), bytes.span, 23..<28, into: &parts)
        #expect(try parts.instant(options, at: 7) == 1_772_328_603_250)
        #expect(reader.lastOffset == -5400)
        parts.clear()
        try reader.read(.timeOfDay, bytes.span, 11..<22, into: &parts)
        #expect(throws: LineFailure(.time, at: 7)) { try parts.instant(options, at: 7) }
    }

    @Test(
        "What is no date or no time of day is refused",
        arguments: [
            (.date, ""), (.date, "2026-03-1"), (.date, "2026-02-29"), (.date, "2026/03/01"), (.date, "20260301"),
            (.date, "2026-03-01 "), (.timeOfDay, ""), (.timeOfDay, "00"), (.timeOfDay, "24:00:00"),
            (.timeOfDay, "00:00:61"), (.timeOfDay, "00:00:03."), (.timeOfDay, "00:00:03Z"), (.timeOfDay, "000003"),
        ] as [(TimeNotation, String)])
    func malformed(notation: TimeNotation, text: String) {
        let bytes = Array(text.utf8)
        var reader = TimeReader()
        var parts = TimeParts()
        #expect(throws: LineFailure(.time, at: 0)) {
            try reader.read(notation, bytes.span, 0..<bytes.count, into: &parts)
        }
    }

    @Test(
        "Dates come from months, days of the year or weeks",
        arguments: [
            ([.year: 2017, .month: 11, .day: 25], "2017-11-25"),
            ([.yearOfCentury: 68, .month: 1, .day: 1], "2068-01-01"),
            ([.yearOfCentury: 69, .month: 1, .day: 1], "1969-01-01"),
            ([.century: 20, .yearOfCentury: 99, .month: 1, .day: 1], "2099-01-01"),
            ([.year: 2024, .dayOfYear: 366], "2024-12-31"), ([.year: 2023, .dayOfYear: 366], nil),
            ([.year: 2023, .dayOfYear: 60], "2023-03-01"), ([.year: 2023, .month: 2, .day: 29], nil),
            // ISO 8601: weeks at the ends of years.
            ([.weekYear: 2019, .week: 20, .weekday: 7], "2019-05-19"),
            ([.weekYear: 2020, .week: 53, .weekday: 5], "2021-01-01"),
            ([.weekYear: 2026, .week: 1, .weekday: 1], "2025-12-29"), ([.weekYear: 2019, .week: 53, .weekday: 1], nil),
            ([.weekYearOfCentury: 15, .week: 1, .weekday: 4], "2015-01-01"),
            ([.year: 2026, .sundayWeek: 0, .weekday: 4], "2026-01-01"),
            ([.year: 2026, .sundayWeek: 1, .weekday: 7], "2026-01-04"),
            ([.year: 2026, .sundayWeek: 0, .weekday: 3], nil),
            ([.year: 2023, .sundayWeek: 1, .weekday: 7], "2023-01-01"),
            ([.year: 2026, .mondayWeek: 0, .weekday: 7], "2026-01-04"),
            ([.year: 2026, .mondayWeek: 1, .weekday: 1], "2026-01-05"),
            ([.year: 2024, .mondayWeek: 53, .weekday: 2], "2024-12-31"),
            ([.year: 2024, .mondayWeek: 53, .weekday: 3], nil),
            ([.weekYear: 2019, .week: 20], nil), ([.month: 11, .day: 25], nil), ([.year: 2017, .month: 11], nil),
        ] as [([TimeParts.Field: Int], String?)])
    func dates(fields: [TimeParts.Field: Int], expected: String?) {
        #expect(TimePartsTests.parts(fields).date == expected.flatMap { Day($0) })
    }

    @Test(
        "The hours of a clock that counts to 12 begin with 12",
        arguments: [(12, 0, 0), (1, 0, 1), (11, 0, 11), (12, 1, 12), (1, 1, 13), (11, 1, 23)])
    func halfDays(clockHour: Int, isAfternoon: Int, hour: Int) throws {
        let parts = TimePartsTests.parts(
            [.date: 20_000, .clockHour: clockHour, .isAfternoon: isAfternoon, .minute: 0])
        #expect(try parts.instant(LineOptions(latest: .max), at: 0) == Int64(20_000 * 24 + hour) * 3_600_000)
    }

    @Test("An hour of a clock that counts to 12 is none without its half of the day")
    func halfDayIsMissing() {
        let parts = TimePartsTests.parts([.date: 20_000, .clockHour: 1, .minute: 0])
        #expect(throws: LineFailure(.time, at: 0)) { try parts.instant(LineOptions(latest: .max), at: 0) }
    }

    @Test(
        "A date without a year is of the year that brings it nearest to the present, and not into the future",
        arguments: [
            ("2026-01-02", "Dec 31 23:59:59", "2025-12-31"), ("2025-12-31", "Jan  1 00:00:00", "2026-01-01"),
            ("2026-06-30", "Jan  1 00:00:00", "2026-01-01"), ("2026-03-01", "Mar  1 00:00:00", "2026-03-01"),
            ("2026-03-01", "Oct  1 00:00:00", "2025-10-01"), ("2026-08-01", "Mar  1 00:00:00", "2026-03-01"),
            ("2026-10-01", "Mar  1 00:00:00", "2026-03-01"),
            ("2026-03-01", "Mar  2 00:00:00", "2026-03-02"), ("2026-03-01", "Mar  2 00:00:01", "2025-03-02"),
            ("2026-03-01", "Feb 29 12:00:00", "2024-02-29"), ("2027-03-01", "Feb 29 12:00:00", "2024-02-29"),
            ("2100-06-01", "Feb 29 12:00:00", "2096-02-29"), ("2099-06-01", "Feb 29 12:00:00", "2096-02-29"),
        ])
    func nearestYear(present: String, text: String, expected: String) throws {
        let now = try TimePartsTests.midnight(present)
        let bytes = Array(text.utf8)
        var reader = TimeReader()
        var parts = TimeParts()
        try reader.read(.syslog, bytes.span, 0..<bytes.count, into: &parts)
        let instant = try parts.instant(LineOptions(latest: now), at: 0)
        let date = try TimePartsTests.midnight(expected)
        #expect(instant / 86_400_000 * 86_400_000 == date)
    }

    @Test("Without a present, a date without a year is still a date")
    func noPresent() throws {
        for latest in [Int64.min, 0, .max] {
            _ = try? TimePartsTests.parts([.month: 1, .day: 1, .hour: 0, .minute: 0])
                .instant(LineOptions(latest: latest), at: 0)
        }
        #expect(TimeReader.read(.syslog, "Feb 29 12:00:00") != nil)
        #expect(TimeReader.read(.syslog, "Dec 31 12:00:00") != nil)
        #expect(TimeReader.read(.syslog, "Feb 30 12:00:00") == nil)
    }

    @Test(
        "Times of syslog are read with what implementations add to RFC 3164",
        arguments: [
            // RFC 3164, section 5.4
            ("Oct 11 22:14:15", "2025-10-11T22:14:15Z"), ("Aug 24 05:34:00", "2025-08-24T05:34:00Z"),
            ("Jan  3 03:14:18", "2026-01-03T03:14:18Z"), ("Jan 3 03:14:18", "2026-01-03T03:14:18Z"),
            ("Jan 03 03:14:18", "2026-01-03T03:14:18Z"), ("Jan  3 2024 03:14:18", "2024-01-03T03:14:18Z"),
            ("Jan  3 03:14:18.25", "2026-01-03T03:14:18.250Z"), ("*Jan  3 03:14:18.250", "2026-01-03T03:14:18.250Z"),
            (".Jan  3 2024 03:14:18.250 CET", "2024-01-03T02:14:18.250Z"), ("jan  3 03:14:18", "2026-01-03T03:14:18Z"),
            ("January 3 03:14:18", "2026-01-03T03:14:18Z"), ("Jan  3 03:14:60", "2026-01-03T03:14:59Z"),
        ])
    func syslog(text: String, expected: String) throws {
        let options = LineOptions(latest: try TimePartsTests.midnight("2026-01-04"))
        let instant = try #require(TimeReader.read(.iso8601, expected))
        #expect(TimeReader.read(.syslog, text, options) == instant)
        if text.first != "*", text.first != "." { #expect(TimeReader.read(.automatic, text, options) == instant) }
    }

    @Test(
        "A time of syslog ends before the name of a host",
        arguments: [
            ("Jan  3 03:14:18 host app: x", 15), ("Jan  3 03:14:18 EST app: x", 15),
            ("Jan  3 03:14:18 UTC: %SYS-5", 19),
            ("Jan  3 03:14:18", 15), ("Jan  3 2024 03:14:18: %SYS-5", 20), ("Jan  3 03:14:18 1.2.3.4", 15),
            ("Jan  3 03:14", nil), ("Jan  3", nil), ("Jan", nil), ("*", nil), ("Jan  3 24:00:00", nil),
            ("Jan 3 2024", nil),
            ("Jan003 03:14:18", nil), ("Jan  3 12024 03:14:18", nil),
        ] as [(String, Int?)])
    func syslogEnd(text: String, end: Int?) {
        let bytes = Array(text.utf8)
        var parts = TimeParts()
        #expect(NamedTime.syslog(bytes.span, at: 0, end: bytes.count, into: &parts) == end)
    }
}
