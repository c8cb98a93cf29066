import Events
import Privacy

/// Lines of one epoch that lie one behind the other, no more than a frame takes.
struct LineRun {
    private(set) var bytes = 0..<0
    private(set) var count = 0
    private(set) var day: Day?
    /// Whether they come too late for the day itself.
    private(set) var isLate = false
    /// The first and the last of their times, in UTC milliseconds.
    private(set) var earliest = Int64.max
    private(set) var latest = Int64.min

    /// No lines.
    init() {}

    init(_ line: ByteRange, day: Day, isLate: Bool = false, time: Int64) {
        bytes = line.indices
        count = 1
        self.day = day
        self.isLate = isLate
        earliest = time
        latest = time
    }

    /// The lines in another wording, which may be longer, in runs of which each fits into a frame.
    func parts(of wording: Span<UInt8>) -> [LineRun] {
        var parts: [LineRun] = []
        var part = LineRun()
        var start = 0
        while start < wording.count {
            let end = (wording.firstLineFeed(from: start) ?? wording.count - 1) + 1
            if part.count == 0 || end - part.bytes.lowerBound > FileSealer.frameBytes {
                if part.count > 0 { parts.append(part) }
                part = self
                part.bytes = start..<start
                part.count = 0
            }
            part.bytes = part.bytes.lowerBound..<end
            part.count += 1
            start = end
        }
        return part.count > 0 ? parts + [part] : parts
    }

    /// Takes in the next line, if it follows at once, belongs to the same epoch and there is room.
    mutating func extend(_ line: ByteRange, day: Day, isLate: Bool = false, time: Int64) -> Bool {
        guard line.indices.lowerBound == bytes.upperBound, day == self.day, isLate == self.isLate,
            line.indices.upperBound - bytes.lowerBound <= FileSealer.frameBytes
        else { return false }
        bytes = bytes.lowerBound..<line.indices.upperBound
        count += 1
        earliest = min(earliest, time)
        latest = max(latest, time)
        return true
    }
}
