import Events
import Testing

@Suite("The beginning of a local hour")
struct LocalDayHourTests {
    /// A day that begins at instant 0, in segments that begin at an hour and have an offset in minutes.
    private static func day(hours: Double, _ segments: [(hour: Double, minutes: Int64)]) -> LocalDay {
        LocalDay(
            day: Day(number: 0), range: 0..<Int64(hours * 3600),
            segments: segments.map { LocalDay.Segment(start: Int64($0.hour * 3600), offset: $0.minutes * 60) })
    }

    private struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let day: LocalDay
        /// In minutes from the day's beginning.
        let starts: [Int64]
    }

    private static let whole = (0..<24).map { Int64($0 * 60) }

    private static let cases = [
        Case(testDescription: "UTC", day: day(hours: 24, [(0, 0)]), starts: whole),
        Case(
            testDescription: "half an hour ahead of UTC's hours",
            day: LocalDay(
                day: Day(number: 0), range: -19_800..<66_600,
                segments: [LocalDay.Segment(start: -19_800, offset: 19_800)]
            ), starts: whole.map { $0 - 330 }),
        Case(
            testDescription: "an hour left out at two", day: day(hours: 23, [(0, 0), (2, 60)]),
            starts: (0..<23).map { $0 * 60 }),
        Case(
            testDescription: "an hour repeated at three", day: day(hours: 25, [(0, 0), (3, -60)]),
            starts: (0..<25).map { $0 * 60 }),
        Case(
            testDescription: "half an hour left out at two", day: day(hours: 23.5, [(0, 0), (2, 30)]),
            starts: [0, 60, 120] + (0..<21).map { 150 + $0 * 60 }),
        Case(
            testDescription: "half an hour repeated at two", day: day(hours: 24.5, [(0, 0), (2, -30)]),
            starts: [0, 60] + (0..<22).map { 150 + $0 * 60 }),
        Case(
            testDescription: "a day that begins half past midnight", day: day(hours: 23.5, [(0, 30)]),
            starts: [0] + (0..<23).map { 30 + $0 * 60 }),
    ]

    @Test("Each second belongs to the last beginning before it", arguments: cases)
    private func beginnings(_ expected: Case) {
        let day = expected.day
        var starts: [Int64] = []
        for time in stride(from: day.range.lowerBound, to: day.range.upperBound, by: 60) {
            let start = day.hourStart(of: time)
            #expect(day.hourStart(of: time + 59) == start)
            #expect(start <= time)
            #expect(day.hour(of: start) == day.hour(of: time))
            if starts.last != start { starts.append(start) }
        }
        #expect(starts == expected.starts.map { $0 * 60 })
    }
}
