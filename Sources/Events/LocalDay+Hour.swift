extension LocalDay {
    /// The first instant (UTC seconds) of the local hour that an instant of this day lies in.
    ///
    /// An hour that the clocks repeat has two beginnings, one each time. Where they change within an hour, as in zones that
    /// change by half an hour, what shows the same hour before and behind the change is one.
    public func hourStart(of time: Int64) -> Int64 {
        var index = segments.endIndex - 1
        while index > 0, time < segments[index].start { index -= 1 }
        let start = LocalDay.roundedDown(time, offset: segments[index].offset)
        guard start < segments[index].start else { return start }
        // The clocks changed within the hour, or the day began within it.
        let change = segments[index].start
        guard index > 0, hour(of: change - 1) == hour(of: time) else { return change }
        return hourStart(of: change - 1)
    }

    private static func roundedDown(_ time: Int64, offset: Int64) -> Int64 {
        let rest = (time + offset) % 3600
        return time - (rest < 0 ? rest + 3600 : rest)
    }
}

extension LocalDay {
    /// The local hours, 0…23, that are over at an instant (UTC seconds) of this day, in the order in which they ended.
    ///
    /// An hour that the clocks repeat is over when it is so the last time; one that they skip never is.
    public func hours(endedBy instant: Int64) -> [Int] {
        var ends: [Int: Int64] = [:]
        for (index, segment) in segments.enumerated() {
            let end = index + 1 < segments.count ? segments[index + 1].start : range.upperBound
            var start = segment.start
            while start < end {
                let next = min(end, LocalDay.roundedDown(start, offset: segment.offset) + 3600)
                ends[hour(of: start)] = next
                start = next
            }
        }
        return ends.filter { $0.value <= instant }.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map(\.key)
    }
}
