/// Where one civil day lies on the UTC time line, and which offsets from UTC hold within it.
///
/// Made by the pipeline from the store's time zone and passed down, so that nothing below knows time zones. A day may
/// have 23 or 25 hours.
public struct LocalDay: Hashable, Sendable {
    /// From this instant (UTC seconds) on, local time is UTC plus `offset` seconds.
    public struct Segment: Hashable, Sendable {
        public let start: Int64
        public let offset: Int64

        public init(start: Int64, offset: Int64) {
            self.start = start
            self.offset = offset
        }
    }

    public let day: Day
    /// The day's instants in UTC seconds, half open.
    public let range: Range<Int64>
    /// Ascending by start, never empty; the first starts with the day.
    public let segments: [Segment]

    public init(day: Day, range: Range<Int64>, segments: [Segment]) {
        precondition(segments.first?.start == range.lowerBound, "the first segment starts with the day")
        self.day = day
        self.range = range
        self.segments = segments
    }

    /// The local hour, 0…23, of an instant of this day.
    @inlinable
    public func hour(of time: Int64) -> Int {
        var offset = segments[0].offset
        for segment in segments.dropFirst() where time >= segment.start {
            offset = segment.offset
        }
        let seconds = (time + offset) % 86_400
        return Int((seconds < 0 ? seconds + 86_400 : seconds) / 3600)
    }
}
