import Events
import Intake

/// Finds out the format of an input, then parses its lines into the sink's batch.
struct LineReader {
    /// How long `auto` waits for enough lines, in milliseconds.
    private static let decisionDelay: Int64 = 2000
    private static let sampleLimit = 8 << 20

    private let sink: EventSink
    private let source: String
    private let zoneName: String
    private let proxies: [String]
    private let remembered: String?
    private var options: LineOptions
    private var parser: LineParser?
    /// What the log's directives have said so far, wherever they stood.
    private var ownHeader = LogHeader()
    private var ahead: LogHeader?
    private var sample: [UInt8] = []
    private var sampleLines = 0
    private var nextLine = 1
    private var sampleStart = 1
    private(set) var formatNames: [String] = []
    private(set) var detection: (lines: Int, matching: Int)?
    /// Whether lines have been read since the last commit that left no row, such as blank ones.
    private(set) var hasNews = false
    /// The days of the lines whose raw form is kept.
    private(set) var days: Set<Day> = []

    /// - Parameters:
    ///   - format: the format to use; nil to find it out.
    ///   - remembered: the format that was found out when the source was last read.
    ///   - source: the name under which the input is remembered.
    ///   - options: for the parsing of each line.
    ///   - zoneName: the name of the zone in the options.
    init(
        _ format: LogFormat?, remembered: String?, source: String, sink: EventSink, options: LineOptions,
        zoneName: String
    ) {
        self.sink = sink
        self.source = source
        self.zoneName = zoneName
        proxies = options.trustedProxies.map(\.text)
        self.remembered = remembered
        self.options = options
        if let format { use([format]) }
    }

    /// What the directives have said that count for the next line.
    var header: LogHeader {
        get { parser?.header ?? ownHeader }
        set {
            ownHeader = newValue
            parser?.header = newValue
        }
    }
    /// Whether lines wait for the format to be chosen.
    var isWaiting: Bool { !sample.isEmpty }
    /// What the source is remembered by: the format of most lines, and of a log whose columns its directives name, these.
    var formatName: String {
        guard let name = formatNames.first else { return remembered ?? "" }
        return name == "w3c" ? header.formatText ?? name : name
    }

    /// Lines with more bytes than this are rejected unread.
    var maximumLineBytes: Int { options.maximumLineBytes }

    /// The present in UTC milliseconds, which moves on while an input is read.
    var latest: Int64 {
        get { options.latest }
        set {
            options.latest = newValue
            parser?.options.latest = newValue
        }
    }

    func decisionTime(startedAt start: Int64) -> Int64 { start + LineReader.decisionDelay }

    /// Takes note of lines that were not parsed.
    mutating func skip(lines: Int) {
        nextLine += lines
    }

    /// Looks for directives in lines of which it is not known yet whether they will be read or skipped.
    mutating func look(ahead lines: Span<UInt8>) {
        var header = ahead ?? self.header
        header.note(lines, maximumLineBytes: maximumLineBytes)
        ahead = header
    }

    /// The lines that were looked at have been skipped: their directives count for those behind them.
    mutating func skipAhead() {
        if let ahead = ahead.take() { header = ahead }
    }

    /// Counts a line that is longer than the limit.
    mutating func rejectOverlong(tally: inout LineTally) {
        tally.rejectOverlong(line: nextLine, maximumLineBytes: maximumLineBytes)
        nextLine += 1
        hasNews = true
    }

    /// Reads whole lines.
    mutating func read(_ bytes: Span<UInt8>, tally: inout LineTally) throws {
        hasNews = true
        ahead = nil
        guard parser == nil else { return try parse(bytes, tally: &tally) }
        if sample.isEmpty { sampleStart = nextLine }
        sample.append(contentsOf: bytes.copied)
        let lineFeeds = bytes.lineFeedCount
        sampleLines += lineFeeds
        nextLine += lineFeeds
        if sampleLines >= FormatDetector.sampleLines || sample.count >= LineReader.sampleLimit {
            try decide(tally: &tally)
        }
    }

    /// Whether an unterminated last line can be read as it stands.
    mutating func parses(_ line: Span<UInt8>) throws -> Bool {
        if parser == nil, let format = rememberedFormat { use([format]) }
        guard var parser else {
            guard case .chosen = FormatDetector.detect(line, options: options, header: header) else { return false }
            return true
        }
        var scratch = RawBatch(seed: 1)
        return parser.parseLine(line, into: &scratch) == .accepted
    }

    /// Chooses the format by what has arrived, and parses it.
    mutating func decide(tally: inout LineTally) throws {
        hasNews = false
        guard !sample.isEmpty else { return }
        let waiting = sample
        sample = []
        sampleLines = 0
        nextLine = sampleStart
        if parser == nil {
            switch FormatDetector.detect(waiting.span, options: options, header: header) {
            case .chosen(let choice):
                use(choice.formats)
                detection = (choice.lines, choice.matching)
            case .noLines:
                use(FormatRegistry.formats)
                // Only blank lines and directives so far: they are counted, and the format is chosen when lines come.
                defer {
                    parser = nil
                    formatNames = []
                }
                header.note(waiting.span, maximumLineBytes: maximumLineBytes)
                return try parse(waiting.span, tally: &tally)
            case .refused(let refusal):
                guard let format = rememberedFormat else {
                    throw JobError(.data, LineReader.explain(refusal))
                }
                use([format])
            }
        }
        try parse(waiting.span, tally: &tally)
    }

    private mutating func use(_ formats: [LogFormat]) {
        formatNames = formats.map(\.name)
        parser = LineParser(formats: formats, options: options)
        parser?.header = ownHeader
    }

    private var rememberedFormat: LogFormat? {
        remembered.flatMap { try? FormatText.format($0) }
    }

    private mutating func parse(_ bytes: Span<UInt8>, tally: inout LineTally) throws {
        guard var parser = parser.take() else { return }
        defer { self.parser = parser }
        var done = 0
        while done < bytes.count {
            // A line with a byte order mark is sealed apart, because only an input's first line may have one.
            let isMarked = nextLine == 1 && done == 0 && bytes.hasByteOrderMark
            let end = isMarked ? (bytes.firstLineFeed(from: 0) ?? bytes.count - 1) + 1 : bytes.count
            let rest = bytes.extracting(done..<end)
            let context = context(of: parser, beginsInput: isMarked)
            var read = (bytes: 0, lines: 0)
            let objectors = try sink.take(rest, days: &days) {
                [calendar = sink.calendar, source, nextLine, arrival = options.latest] bytes, batch in
                let firstRow = batch.rowCount
                let progress = parser.parse(
                    bytes, firstLine: nextLine, into: &batch, tally: &tally, limit: EventSink.batchRows)
                calendar.logOffset = parser.lastOffset
                read = (progress.bytes, progress.lines)
                return SealedLines(
                    accepted: parser.acceptedLines, times: batch.time[firstRow...],
                    rejected: parser.rejectedLines, source: source, context: context, arrival: arrival)
            }
            tally.filterAccepted(objectors, .objection)
            done += read.bytes
            nextLine += read.lines
        }
    }

    /// What the lines mean that are parsed next.
    private func context(of parser: LineParser, beginsInput: Bool) -> ParseContext {
        ParseContext(
            formats: formatNames, directives: parser.header.text, zone: zoneName,
            trustedProxies: proxies, maximumLineBytes: maximumLineBytes,
            policy: sink.policyDigest, beginsInput: beginsInput)
    }

    private static func explain(_ refusal: FormatRefusal) -> String {
        let candidates = refusal.nearest.map { candidate in
            "\(candidate.name) matches \(candidate.matching) of \(refusal.lines) lines; line \(candidate.line) fails at column"
                + " \(candidate.column): \(candidate.reason.explanation)"
        }
        return "No format fits. " + candidates.joined(separator: ". ")
            + ". Name the format with --format; `footfall ingest --list-formats` lists them."
    }
}
