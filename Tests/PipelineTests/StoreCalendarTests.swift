import Events
import Intake
import Testing

@testable import Pipeline

@Suite("The days of a store's time zone")
struct StoreCalendarTests {
    struct DayCase: Sendable, CustomTestStringConvertible {
        let zone: String
        let day: String
        /// The day's beginning in UTC.
        let start: String
        let hours: Double
        /// The local hour at each hour of the day's length, from its beginning.
        let clock: [Int]

        var testDescription: String { "\(day) in \(zone)" }
    }

    private static let full = Array(0..<24)

    static let days = [
        DayCase(zone: "UTC", day: "2026-03-01", start: "2026-03-01T00:00Z", hours: 24, clock: full),
        DayCase(zone: "UTC", day: "1969-12-31", start: "1969-12-31T00:00Z", hours: 24, clock: full),
        DayCase(zone: "Asia/Seoul", day: "2026-03-01", start: "2026-02-28T15:00Z", hours: 24, clock: full),
        DayCase(zone: "+09:00", day: "2026-03-01", start: "2026-02-28T15:00Z", hours: 24, clock: full),
        DayCase(zone: "-03:30", day: "1960-01-01", start: "1960-01-01T03:30Z", hours: 24, clock: full),
        DayCase(
            zone: "Europe/Berlin", day: "2026-03-29", start: "2026-03-28T23:00Z", hours: 23,
            clock: [0, 1] + Array(3..<24)),
        DayCase(
            zone: "Europe/Berlin", day: "2026-10-25", start: "2026-10-24T22:00Z", hours: 25,
            clock: [0, 1, 2, 2] + Array(3..<24)),
        DayCase(zone: "Europe/Berlin", day: "2026-10-26", start: "2026-10-25T23:00Z", hours: 24, clock: full),
        DayCase(
            zone: "America/Sao_Paulo", day: "2018-11-04", start: "2018-11-04T03:00Z", hours: 23, clock: Array(1..<24)),
        DayCase(
            zone: "America/Sao_Paulo", day: "2018-02-17", start: "2018-02-17T02:00Z", hours: 25, clock: full + [23]),
        DayCase(zone: "America/Sao_Paulo", day: "2018-02-18", start: "2018-02-18T03:00Z", hours: 24, clock: full),
        DayCase(
            zone: "Australia/Lord_Howe", day: "2026-04-05", start: "2026-04-04T13:00Z", hours: 24.5,
            clock: [0, 1, 1] + Array(2..<24)),
        DayCase(
            zone: "Australia/Lord_Howe", day: "2026-10-04", start: "2026-10-03T13:30Z", hours: 23.5,
            clock: [0, 1] + Array(2..<24)),
    ]

    @Test("A day lies where its zone says", arguments: days)
    func localDay(_ expected: DayCase) throws {
        let calendar = try #require(StoreCalendar(expected.zone))
        let day = try #require(Day(expected.day))
        let start = try #require(InstantText.milliseconds(expected.start)) / 1000
        let local = calendar.localDay(day)
        #expect(local.day == day)
        #expect(local.range == start..<start + Int64(expected.hours * 3600))
        #expect(calendar.day(of: start) == day)
        #expect(calendar.day(of: start - 1) == day.advanced(by: -1))
        #expect(calendar.day(of: local.range.upperBound - 1) == day)
        #expect(calendar.day(of: local.range.upperBound) == day.advanced(by: 1))
    }

    @Test(
        "The clock shows the hours of its zone all through the day",
        arguments: days.filter { !$0.zone.contains("Howe") })
    func hours(_ expected: DayCase) throws {
        let calendar = try #require(StoreCalendar(expected.zone))
        let local = calendar.localDay(try #require(Day(expected.day)))
        let hours = stride(from: local.range.lowerBound, to: local.range.upperBound, by: 3600)
        #expect(hours.map { local.hour(of: $0) } == expected.clock)
        #expect(hours.map { local.hour(of: $0 + 3599) } == expected.clock)
    }

    @Test("A change of half an hour moves the hours by half an hour")
    func lordHowe() throws {
        let calendar = try #require(StoreCalendar("Australia/Lord_Howe"))
        let autumn = calendar.localDay(try #require(Day("2026-04-05")))
        let from = autumn.range.lowerBound
        // From 02:00 the clocks go back to 01:30.
        #expect(
            [0, 1, 1.5, 2, 2.25, 2.5, 24.25].map { autumn.hour(of: from + Int64($0 * 3600)) } == [0, 1, 1, 1, 1, 2, 23])
        let spring = calendar.localDay(try #require(Day("2026-10-04")))
        // From 02:00 the clocks go on to 02:30.
        let start = spring.range.lowerBound
        #expect(
            [0, 1.75, 2, 2.25, 2.5, 23.25].map { spring.hour(of: start + Int64($0 * 3600)) } == [0, 1, 2, 2, 3, 23])
    }

    @Test(
        "Days follow each other without a gap and without an overlap",
        arguments: [
            "UTC", "Asia/Seoul", "Europe/Berlin", "America/Sao_Paulo", "Australia/Lord_Howe", "America/New_York",
            "Asia/Kathmandu",
            "Africa/Casablanca", "Asia/Tehran", "Pacific/Chatham", "America/Havana", "-11:30", "+14:00",
        ])
    func tiling(_ zone: String) throws {
        let calendar = try #require(StoreCalendar(zone))
        for first in ["1968-12-20", "2010-01-01", "2018-01-01", "2025-12-25"] {
            var day = try #require(Day(first))
            var end = calendar.localDay(day).range.lowerBound
            for _ in 0..<400 {
                let local = calendar.localDay(day)
                #expect(local.range.lowerBound == end)
                #expect(calendar.day(of: end) == day)
                #expect((22...26).contains(local.range.count / 3600))
                #expect(local.segments.map(\.start) == local.segments.map(\.start).sorted())
                end = local.range.upperBound
                day = day.advanced(by: 1)
            }
        }
    }

    @Test("A day that a zone has skipped has no hours to speak of")
    func skippedDay() throws {
        let calendar = try #require(StoreCalendar("Pacific/Apia"))
        let skipped = try #require(Day("2011-12-30"))
        #expect(calendar.localDay(skipped).range.count == 1)
        let before = calendar.localDay(skipped.advanced(by: -1)).range
        #expect(before.upperBound == calendar.localDay(skipped.advanced(by: 1)).range.lowerBound)
        #expect(before.count == 86_400)
    }

    @Test(
        "An offset is a zone of its own",
        arguments: [
            (0, "UTC"), (32_400, "+09:00"), (-12_600, "-03:30"), (20_700, "+05:45"),
        ])
    func offsets(_ seconds: Int, _ name: String) throws {
        let calendar = try #require(StoreCalendar.offset(seconds))
        #expect(calendar.name == name)
        #expect(calendar.localDay(Day(number: 0)).range.lowerBound == Int64(-seconds))
    }

    @Test(
        "Local times of a zone lead back to their instants, but for those that the clocks show twice",
        arguments: [
            "UTC", "Asia/Seoul", "Europe/Berlin", "America/Sao_Paulo", "Australia/Lord_Howe", "Europe/Moscow",
            "Africa/Casablanca", "Pacific/Apia", "+05:45",
        ])
    func zoneOffsets(_ zone: String) throws {
        let calendar = try #require(StoreCalendar(zone))
        let offsets = calendar.zoneOffsets
        for first in ["1990-01-01", "2011-01-01", "2026-01-01", "2099-01-01"] {
            var day = try #require(Day(first))
            for _ in 0..<365 {
                let local = calendar.localDay(day)
                for instant in stride(from: local.range.lowerBound, to: local.range.upperBound, by: 1800) {
                    let offset = try #require(local.segments.last { $0.start <= instant }).offset
                    let found = offsets.offset(ofLocal: instant + offset)
                    // An earlier instant can have the same local time, and then it is of the same day.
                    #expect(found >= offset)
                    if found > offset { #expect(calendar.day(of: instant + offset - found) == day) }
                }
                day = day.advanced(by: 1)
            }
        }
    }

    @Test(
        "What is no zone is refused",
        arguments: ["", "Europe/Atlantis", "+9", "+0900", "+09:60", "+09:00:00", "+:", "-a:00", "+99:00"])
    func refused(_ name: String) {
        #expect(StoreCalendar(name) == nil)
    }

    @Test(
        "An instant is shown in the zone",
        arguments: [
            ("Asia/Seoul", "2026-03-01T05:05Z", "2026-03-01 14:05"), ("UTC", "1969-12-31T23:59Z", "1969-12-31 23:59"),
            ("-03:30", "2026-01-01T00:00Z", "2025-12-31 20:30"),
        ])
    func text(_ zone: String, _ instant: String, _ text: String) throws {
        let calendar = try #require(StoreCalendar(zone))
        #expect(calendar.text(of: try #require(InstantText.milliseconds(instant)) / 1000) == text)
    }
}
