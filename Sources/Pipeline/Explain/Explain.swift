import Intake
import Events
import Privacy

/// Shows how lines are parsed and what the gate would store of them; stores nothing, and uses a key that is thrown
/// away.
public struct Explain {
    private static let sampleBytes = 1 << 20

    private let gate: Gate
    private let format: FormatSetting?
    private let settings: Settings
    private let calendar: StoreCalendar
    private let latest: Int64
    private var keys: [Day: EpochKeys] = [:]

    /// - Parameter format: the format of the lines; nil if the settings decide.
    ///
    /// - Throws: ``JobError`` (configuration) if the policy's file of places cannot be used.
    public init(format: FormatSetting?, environment: JobEnvironment) throws {
        gate = Gate(policy: environment.policy, seed: 1, places: try JobEnvironment.places(of: environment.policy))
        self.format = format
        settings = environment.settings
        calendar = settings.timeZone.flatMap { StoreCalendar($0.name) } ?? StoreCalendar.machine ?? .utc
        latest = environment.now()
    }

    /// Explains an input line by line.
    public mutating func run(_ input: Ingest.Input, _ body: (ExplainedLine) throws -> Void) throws {
        var stream = try input.open()
        let options = settings.lineOptions(ofSource: input.sourceName, latest: latest, zone: calendar.zoneOffsets)
        let format = (format ?? settings.format(ofSource: input.sourceName)).format
        var cutter = BlockCutter(maximumLineBytes: options.maximumLineBytes)
        var parser = format.map { LineParser(formats: [$0], options: options) }
        var line = 1
        var isAtEnd = false
        while !isAtEnd {
            let added = try cutter.append { buffer, start throws(IntakeError) in
                guard case .bytes(let count) = try stream.read(into: &buffer, at: start) else { return 0 }
                return count
            }
            isAtEnd = added == 0
            if parser == nil {
                // Wait for a sample to choose the format by.
                guard
                    isAtEnd || cutter.count >= Explain.sampleBytes
                        || cutter.withBytes(cutter.count, { $0.lineFeedCount }) >= 1000
                else { continue }
                let formats = cutter.withBytes(cutter.count) { Explain.formats($0, options) }
                parser = LineParser(formats: formats, options: options)
            }
            cutting: while true {
                switch cutter.cut() {
                case .lines(let count):
                    try cutter.withBytes(count) { try explain($0, input.path, &line, &parser, body) }
                    cutter.consume(count)
                case .overlongPart(let count):
                    cutter.consume(count)
                case .overlongEnd(let count):
                    cutter.consume(count)
                    try body(
                        ExplainedLine(
                            file: input.path, line: line,
                            outcome: .rejected(.tooLong, column: cutter.maximumLineBytes + 1)))
                    line += 1
                case .none: break cutting
                }
            }
        }
        let rest = cutter.count
        try cutter.withBytes(rest) { try explain($0, input.path, &line, &parser, body) }
    }

    /// Explains one line, whose format is found out if it is not given; nil if there is none in the text.
    mutating func explain(line: String) throws -> ExplainedLine? {
        let options = settings.lineOptions(ofSource: "-", latest: latest, zone: calendar.zoneOffsets)
        let bytes = Array(line.utf8)
        var parser: LineParser? = LineParser(
            formats: format?.format.map { [$0] } ?? Explain.formats(bytes.span, options), options: options)
        var number = 1
        var explained: ExplainedLine?
        try explain(bytes.span, "-", &number, &parser) { explained = $0 }
        return explained
    }

    private static func formats(_ sample: Span<UInt8>, _ options: LineOptions) -> [LogFormat] {
        if case .chosen(let choice) = FormatDetector.detect(sample, options: options) { return choice.formats }
        return FormatRegistry.formats
    }

    private mutating func explain(
        _ bytes: Span<UInt8>, _ file: String, _ line: inout Int, _ parser: inout LineParser?,
        _ body: (ExplainedLine) throws -> Void
    ) throws {
        var start = 0
        while start < bytes.count {
            var end = start
            while end < bytes.count, bytes[end] != 10 { end += 1 }
            end = min(end + 1, bytes.count)
            var batch = RawBatch(seed: 1)
            if let outcome = parser?.parseLine(bytes.extracting(start..<end), into: &batch) {
                try body(try explained(file, line, outcome, batch))
            }
            line += 1
            start = end
        }
    }

    private mutating func explained(_ file: String, _ line: Int, _ outcome: LineOutcome, _ batch: RawBatch) throws
        -> ExplainedLine
    {
        switch outcome {
        case .rejected(let reason, let column):
            return ExplainedLine(file: file, line: line, outcome: .rejected(reason, column: column))
        case .filtered(let reason):
            return ExplainedLine(file: file, line: line, outcome: .filtered(reason))
        case .accepted:
            let events = gate.admit(batch) { keys(at: $0) }
            return ExplainedLine(
                file: file, line: line,
                outcome: .accepted(
                    format: batch.format, record: RawRecord(batch, row: 0),
                    event: events.map { gate.explain($0, row: 0) }.first ?? []))
        }
    }

    private mutating func keys(at second: Int64) -> EpochKeys {
        let day = calendar.day(of: second)
        if let known = keys[day] { return known }
        let made = EpochKeys(.throwaway(for: Epoch(day: day)), day: calendar.localDay(day), policy: gate.policy)
        keys[day] = made
        return made
    }
}
