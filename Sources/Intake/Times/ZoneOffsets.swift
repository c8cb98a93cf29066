public import Events

/// How far the local time of a zone is from UTC, for times that are written without a zone.
///
/// Made by the caller from whatever knows time zones, so that parsing needs no such knowledge. A local time that the
/// clocks show twice, in autumn, is taken as the earlier of its two instants; one that they skip, in spring, is moved
/// on by what they skip. Both are the customs of `java.time` and of RFC 5545, section 3.3.5.
public struct ZoneOffsets: Equatable, Sendable {
    /// Ascending; the first holds for everything before it as well.
    private let segments: [LocalDay.Segment]
    /// Where each segment but the last ends, as its own clock shows it.
    private let localEnds: [Int64]

    /// Local time is UTC.
    public static let utc = ZoneOffsets.fixed(0)

    /// - Parameter segments: from which instant on which offset holds, ascending and at least one. The first offset
    ///   holds for everything before as well, the last for everything after.
    public init(_ segments: [LocalDay.Segment]) {
        precondition(!segments.isEmpty, "a zone has an offset")
        precondition(zip(segments, segments.dropFirst()).allSatisfy { $0.start < $1.start }, "offsets are in order")
        self.segments = segments
        localEnds = zip(segments, segments.dropFirst()).map { $1.start + $0.offset }
    }

    /// A zone whose clocks never change.
    public static func fixed(_ seconds: Int) -> ZoneOffsets {
        ZoneOffsets([LocalDay.Segment(start: 0, offset: Int64(seconds))])
    }

    /// The offset from UTC, in seconds, of a local time given in seconds as if it were UTC.
    public func offset(ofLocal seconds: Int64) -> Int64 {
        var low = 0
        var high = localEnds.count
        while low < high {
            let middle = (low + high) / 2
            if localEnds[middle] <= seconds { low = middle + 1 } else { high = middle }
        }
        let segment = segments[low]
        let isSkipped = low > 0 && seconds < segment.start + segment.offset
        return isSkipped ? segments[low - 1].offset : segment.offset
    }

    /// The instant, in UTC milliseconds, of a local time given in milliseconds as if it were UTC.
    func instant(ofLocal milliseconds: Int64) -> Int64 {
        milliseconds - offset(ofLocal: milliseconds >= 0 ? milliseconds / 1000 : (milliseconds - 999) / 1000) * 1000
    }
}
