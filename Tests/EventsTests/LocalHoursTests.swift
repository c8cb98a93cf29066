import Events
import Testing

@Suite("Local hours that are over")
struct LocalHoursTests {
    private static let day = Day(number: 20_000)

    /// A day of `hours` hours from instant 0 whose clocks change by `change` seconds at `instant`.
    private static func local(_ hours: Int64, changing change: Int64 = 0, at instant: Int64 = 0) -> LocalDay {
        var segments = [LocalDay.Segment(start: 0, offset: 0)]
        if change != 0 { segments.append(.init(start: instant, offset: change)) }
        return LocalDay(day: day, range: 0..<hours * 3600, segments: segments)
    }

    @Test("An hour is over when it has ended, not before")
    func plain() {
        let day = Self.local(24)
        #expect(day.hours(endedBy: 0) == [])
        #expect(day.hours(endedBy: 3599) == [])
        #expect(day.hours(endedBy: 3600) == [0])
        #expect(day.hours(endedBy: 24 * 3600) == Array(0..<24))
    }

    @Test("An hour that the clocks repeat is over the second time")
    func repeated() {
        let day = Self.local(25, changing: -3600, at: 3 * 3600)
        #expect(day.hours(endedBy: 3 * 3600) == [0, 1])
        #expect(day.hours(endedBy: 4 * 3600) == [0, 1, 2])
        #expect(day.hours(endedBy: 25 * 3600) == Array(0..<24))
    }

    @Test("An hour that the clocks skip never is over")
    func skipped() {
        let day = Self.local(23, changing: 3600, at: 2 * 3600)
        #expect(day.hours(endedBy: 3 * 3600) == [0, 1, 3])
        #expect(!day.hours(endedBy: 23 * 3600).contains(2))
    }

    @Test("Where half an hour is repeated, the hour that shows it twice is over behind both")
    func half() {
        let day = Self.local(24, changing: -1800, at: 2 * 3600)
        #expect(day.hours(endedBy: 2 * 3600) == [0])
        #expect(day.hours(endedBy: 2 * 3600 + 1800) == [0, 1])
    }
}
