public import Events

/// Parses whole lines into batches.
///
/// Holds the formats of one input and what its lines have in common (the last date and zone), so every input has its
/// own parser. Of a mixed input each line is tried with the formats in order.
///
/// ```swift
/// let parsed = parser.parse(bytes, firstLine: 1, into: &batch, tally: &tally, limit: 65_536)
/// ```
public struct LineParser: Sendable {
    /// How far a call of ``parse(_:firstLine:into:tally:limit:)`` came.
    public struct Progress: Equatable, Sendable {
        /// Bytes of the lines that were read, line ends included.
        public let bytes: Int
        /// Lines that were read, whatever became of them.
        public let lines: Int
    }

    /// Where the lines of the last call of ``parse(_:firstLine:into:tally:limit:)`` lie, in its bytes, line ends included:
    /// those that became rows, in the order of the rows.
    public private(set) var acceptedLines: [ByteRange] = []
    /// Likewise those that were rejected.
    public var rejectedLines: [ByteRange] { walk.rejected }

    private let first: any LineFormat
    private let fallbacks: [any LineFormat]
    private var walk: LineWalk
    /// The fallback that read a line last.
    private var lastFallback: String?

    /// - Parameter formats: at least one; the first is the one that most lines are expected to have.
    public init(formats: [LogFormat], options: LineOptions) {
        precondition(!formats.isEmpty, "a parser needs a format")
        first = formats[0].format
        fallbacks = formats.dropFirst().map(\.format)
        walk = LineWalk(context: LineContext(options: options))
        walk.stopsAtNewHeader = true
    }

    /// What may change while an input is read: the present moves on.
    public var options: LineOptions {
        get { walk.context.options }
        set { walk.context.options = newValue }
    }

    /// What the log's directives have said.
    public var header: LogHeader {
        get { walk.context.header }
        set { walk.context.header = newValue }
    }

    /// The offset from UTC, in seconds, that the last time was written with; nil before the first.
    public var lastOffset: Int? { walk.context.clock.lastOffset ?? walk.context.times.lastOffset }

    /// Reads lines from the front of `bytes` until `batch` has `limit` rows, a directive changes what the lines behind it
    /// mean, or the bytes are used up.
    ///
    /// - Parameters:
    ///   - bytes: whole lines, less than 2 GiB; if the last one has no line end it is read as if it had one.
    ///   - firstLine: the number of the first line in its input, from 1. A byte order mark is dropped from line 1.
    public mutating func parse(
        _ bytes: Span<UInt8>, firstLine: Int, into batch: inout RawBatch, tally: inout LineTally, limit: Int
    ) -> Progress {
        precondition(bytes.count <= Int(Int32.max), "regions are blocks, not whole files")
        batch.format = first.name
        acceptedLines.removeAll(keepingCapacity: true)
        walk.start(firstLine: firstLine)
        while walk.position < bytes.count, batch.rowCount < limit, !walk.hasNewHeader {
            walk.room = min(limit - batch.rowCount, RecordStage.capacity)
            while case .failed(let line, let failure) = first.parse(bytes, walk: &walk) {
                retry(bytes, line, after: failure)
            }
            flush(bytes, into: &batch)
        }
        batch.resolveClients(ClientResolver(trusted: options.trustedProxies))
        let progress = Progress(bytes: walk.position, lines: walk.tally.read)
        tally.merge(walk.tally)
        return progress
    }

    /// Reads one line, with or without its line end, and says what became of it.
    public mutating func parseLine(_ line: Span<UInt8>, into batch: inout RawBatch) -> LineOutcome {
        var tally = LineTally()
        lastFallback = nil
        _ = parse(line, firstLine: 1, into: &batch, tally: &tally, limit: .max)
        if let lastFallback { batch.format = lastFallback }
        for reason in RejectReason.allCases {
            if let example = tally.examples(reason).first { return .rejected(reason, column: example.column) }
        }
        if tally.accepted > 0 { return .accepted }
        return .filtered(FilterReason.allCases.first { tally.filtered($0) > 0 } ?? .blank)
    }

    /// Tries the other formats on a line.
    ///
    /// If none can read it, the failure that came furthest into the line is counted.
    private mutating func retry(_ bytes: Span<UInt8>, _ line: Range<Int>, after failure: LineFailure) {
        var furthest = failure
        for format in fallbacks {
            do throws(LineFailure) {
                try walk.stage.add { record throws(LineFailure) in
                    try format.parse(bytes, line, into: &record, &walk.context)
                }
                lastFallback = format.name
                return
            } catch {
                if error.isMessage || (error.position > furthest.position && !furthest.isMessage) { furthest = error }
            }
        }
        walk.reject(furthest)
    }

    private mutating func flush(_ bytes: Span<UInt8>, into batch: inout RawBatch) {
        batch.append(walk.stage, of: bytes, decoded: walk.context.decoded.span)
        walk.stage.appendLines(to: &acceptedLines)
        walk.tally.accept(walk.stage.count)
        walk.stage.removeAll()
        walk.context.decoded.removeAll(keepingCapacity: true)
    }
}
