import Events
import Privacy
import Store

/// The records of one day on their way from the vault into a hold, each line with what it means and when it came.
///
/// The file, and the pair that it is sealed to, are made with the first record: a day without one has neither.
struct HeldFile {
    private struct Place: Hashable {
        let source: String
        let context: ParseContext
        let arrival: Int64
    }

    private let open: () throws -> OpenSealedFile?
    private var file: OpenSealedFile?
    private var waiting: (place: Place, frame: PendingFrame)?
    /// Whether the records are not wanted any more.
    private(set) var isRefused = false

    /// - Parameter open: begins the file; nil if the records are not wanted any more.
    init(_ open: @escaping () throws -> OpenSealedFile?) {
        self.open = open
    }

    /// Adds lines that lie one behind the other in a frame of the vault.
    mutating func append(_ range: Range<Int>, of frame: VaultReading.Frame) throws {
        var context = frame.context
        // A byte order mark can only stand before the input's first line.
        if range.lowerBound > 0 { context.beginsInput = false }
        let place = Place(source: frame.source, context: context, arrival: frame.arrival)
        if let waiting, waiting.place != place || waiting.frame.bytes.count + range.count > FileSealer.frameBytes {
            try seal()
        }
        let lines = frame.lines.span.extracting(range)
        var pending = waiting?.frame ?? PendingFrame(context: context, arrival: frame.arrival)
        waiting = nil
        pending.append(lines, lines: lines.lineFeedCount)
        waiting = (place, pending)
    }

    /// Ends the file.
    ///
    /// - Returns: nil if there were no records, or they are not wanted any more.
    mutating func finish() throws -> SealedFile? {
        try seal()
        defer { file = nil }
        return try file?.finish()
    }

    mutating func discard() throws {
        waiting = nil
        try file?.discard()
        file = nil
    }

    private mutating func seal() throws {
        guard let (place, frame) = waiting else { return }
        waiting = nil
        guard !isRefused else { return }
        if file == nil { file = try open() }
        guard file != nil else {
            isRefused = true
            return
        }
        try file?.append(frame, source: place.source, use: 0)
    }
}
