import Events
import Intake

/// Parses the lines of frames as they were parsed when they came, one frame after the other.
///
/// What a context means is worked out once, and the memory of a batch serves all frames.
struct FrameParser {
    /// Rows of a frame that are in memory at once, and where their lines lie in it.
    struct Rows {
        /// The line of each row, its line feed included.
        let lines: [Range<Int>]
        /// Lines that became no row.
        let others: [Range<Int>]
    }

    /// So many contexts are remembered.
    private static let mostContexts = 64

    private var parsers: [ParseContext: LineParser] = [:]
    private var batch = RawBatch(seed: .random(in: .min ... .max))

    /// Hands out the rows of a frame, in batches that begin empty.
    ///
    /// - Parameter body: false ends the parsing.
    /// - Returns: false if `body` did.
    /// - Throws: ``JobError`` (configuration) if this machine does not know the lines' time zone, or this version their format.
    mutating func parse(_ frame: LineFrame, _ body: (RawBatch, Rows) throws -> Bool) throws -> Bool {
        guard var parser = try parser(frame) else { return true }
        let bytes = frame.lines.span
        var tally = LineTally()
        var done = 0
        while done < bytes.count {
            batch.removeAll()
            let progress = parser.parse(
                bytes.extracting(done..<bytes.count), firstLine: frame.context.beginsInput && done == 0 ? 1 : 2,
                into: &batch, tally: &tally, limit: 64 << 10)
            func ranges(_ lines: [ByteRange]) -> [Range<Int>] {
                lines.map { $0.indices.lowerBound + done..<$0.indices.upperBound + done }
            }
            let rows = Rows(lines: ranges(parser.acceptedLines), others: ranges(parser.rejectedLines))
            guard try body(batch, rows) else { return false }
            done += progress.bytes
        }
        return true
    }

    private mutating func parser(_ frame: LineFrame) throws -> LineParser? {
        if parsers[frame.context] == nil {
            guard let made = try frame.context.parser(arrival: frame.arrival) else { return nil }
            if parsers.count == FrameParser.mostContexts { parsers.removeAll() }
            parsers[frame.context] = made
        }
        var parser = parsers[frame.context]
        parser?.options.latest = frame.arrival
        return parser
    }
}
