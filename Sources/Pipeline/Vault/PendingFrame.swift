import Events
import Privacy

/// Lines of one source, day and context that wait until there are enough of them for a frame.
struct PendingFrame {
    let context: ParseContext
    /// When the first of them arrived.
    let arrival: Int64
    private(set) var bytes: [UInt8] = []
    private(set) var lines = 0

    init(context: ParseContext, arrival: Int64) {
        self.context = context
        self.arrival = arrival
    }

    /// Whether lines can join that mean the same when they are parsed with the arrival of the frame's first line.
    ///
    /// A time more than a day ahead would be in the future, one about half a year away in another year if the line writes
    /// none, and a line without a time is of the time of its arrival.
    func takes(_ run: LineRun, _ context: ParseContext, arrival: Int64) -> Bool {
        guard bytes.count + run.bytes.count <= FileSealer.frameBytes, context == self.context else { return false }
        if arrival == self.arrival { return true }
        let sure = self.arrival - 179 * PendingFrame.day...self.arrival + PendingFrame.day
        return sure.contains(run.earliest) && sure.contains(run.latest) && run.latest != arrival
    }

    private static let day: Int64 = 86_400_000

    /// Appends whole lines; the last one is given a line feed if it has none.
    mutating func append(_ region: Span<UInt8>, lines count: Int) {
        // SAFETY: the buffer is copied before the closure ends.
        unsafe region.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
        if bytes.last != 10 { bytes.append(10) }
        lines += count
    }
}
