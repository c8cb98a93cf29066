public import Events
import Intake
public import Privacy
import Store

/// Reads the sealed lines of one day, for an officer: every look is put on record before the first line is shown.
public final class VaultReading {
    /// What to look at.
    public enum Part: String, CaseIterable, Sendable {
        /// The accepted lines of the day.
        case vault
        /// The lines that were rejected on the day.
        case rejects

        var kind: RetentionClass { self == .vault ? .raw : .rejects }
    }

    /// Lines of one source that a writer has sealed one after the other.
    struct Frame {
        let source: String
        let context: ParseContext
        /// When the first of them came, in UTC milliseconds.
        let arrival: Int64
        /// Whole lines, each with its line feed.
        let lines: [UInt8]
    }

    private let environment: JobEnvironment
    private let store: Store
    private let directory: KeyDirectory

    public init(environment: JobEnvironment) throws {
        self.environment = environment
        (store, directory) = try environment.openBoth(create: false)
    }

    /// Hands out the lines of a day that a filter lets through, as they came, in the order in which each writer has committed
    /// those of a source.
    ///
    /// - Parameter body: is given whole lines; false ends the reading.
    /// - Returns: how many lines there were, how many were shown, and what is wrong with the files.
    public func read(
        _ part: Part, of day: Day, _ filter: LineFilter, showing key: OfficerKeyFile,
        _ body: (Span<UInt8>) throws -> Bool
    ) throws -> VaultReadingSummary {
        try reading(part, of: day, key) { frame, summary in
            guard !filter.terms.isEmpty else {
                summary.shown += frame.lines.span.lineFeedCount
                return try body(frame.lines.span)
            }
            return try parse(frame) { batch, row, line in
                guard filter.matches(batch, row: row) else { return true }
                summary.shown += 1
                return try body(frame.lines.span.extracting(line))
            }
        }
    }

    /// The values of a field that most lines of a day have, with how many lines have them: who is hammering the server.
    public func top(
        _ field: TopField, count: Int, _ part: Part, of day: Day, _ filter: LineFilter, showing key: OfficerKeyFile
    ) throws -> (values: [(value: String, lines: Int)], summary: VaultReadingSummary) {
        var counts: [[UInt8]: Int] = [:]
        let summary = try reading(part, of: day, key) { frame, summary in
            try parse(frame) { batch, row, _ in
                guard filter.matches(batch, row: row) else { return true }
                summary.shown += 1
                if let value = field.field.text(of: batch, row: row, { $0.copied }) { counts[value, default: 0] += 1 }
                return true
            }
        }
        let top = counts.sorted {
            $0.value == $1.value ? $0.key.lexicographicallyPrecedes($1.key) : $0.value > $1.value
        }
        return (top.prefix(count).map { (String(decoding: $0.key, as: UTF8.self), $0.value) }, summary)
    }

    func reading(
        _ part: Part, of day: Day, _ key: OfficerKeyFile,
        _ body: (Frame, inout VaultReadingSummary) throws -> Bool
    ) throws -> VaultReadingSummary {
        try store.recover()
        let half = try key.privateHalf()
        let officer = try directory.officer(by: half)
        guard try directory.privateHalf(of: day, by: half) != nil else {
            throw JobError(.missing, try absence(of: day))
        }
        let sources = try store.sealedSources(part.kind, of: day)
        let lines = sources.reduce(0) { $0 + $1.file.lines }
        try environment.audit(directory).append(
            .vaultRead,
            [
                .officer(officer), .day(.day, day), .retention(part.kind), .count(.files, sources.count),
                .count(.lines, lines),
            ])
        var summary = VaultReadingSummary()
        for source in sources {
            // Lines of a day may be sealed to several pairs of it.
            guard let pair = try directory.privateHalf(of: source.file.pair, by: half) else {
                summary.faults.append((source.file.name.final, SealedFault(.anotherKey, at: 0)))
                continue
            }
            let isWanted = try read(source, pair, &summary, body)
            if !isWanted { break }
        }
        return summary
    }

    /// - Returns: false if nobody wants more.
    private func read(
        _ source: SealedFileSource, _ privateHalf: borrowing PrivateHalf, _ summary: inout VaultReadingSummary,
        _ body: (Frame, inout VaultReadingSummary) throws -> Bool
    ) throws -> Bool {
        let reader = try SealedFileReader.survey(source.file.name, size: Int(source.size)) { offset, count in
            try source.read(Int64(offset), count)
        }
        var contexts: [UInt32: ParseContext.Definition] = [:]
        var isWanted = true
        let faults = try reader.open(with: privateHalf) { frame in
            guard isWanted else { return }
            if frame.label.source == OpenSealedFile.definitions {
                contexts[frame.label.context] = ParseContext.Definition.decode(frame.lines)
                return
            }
            summary.lines += Int(frame.label.lines)
            // Without its definition, which may be damaged, a frame's lines can be read and not be parsed.
            let definition = contexts[frame.label.context]
            if definition == nil { summary.unparsable += Int(frame.label.lines) }
            isWanted = try body(
                Frame(
                    source: definition?.source ?? "", context: definition?.context ?? .unknown,
                    arrival: frame.label.arrival, lines: frame.lines), &summary)
        }
        summary.faults += faults.map { (source.file.name.final, $0) }
        return isWanted
    }

    /// Parses a frame's lines as they were parsed when they came.
    func parse(
        _ frame: Frame, _ body: (RawBatch, _ row: Int, _ line: Range<Int>) throws -> Bool
    ) throws -> Bool {
        guard var parser = try frame.context.parser(arrival: frame.arrival) else { return true }
        var batch = RawBatch(seed: 1)
        var tally = LineTally()
        let bytes = frame.lines.span
        var done = 0
        while done < bytes.count {
            batch.removeAll()
            let rest = bytes.extracting(done..<bytes.count)
            let progress = parser.parse(
                rest, firstLine: frame.context.beginsInput && done == 0 ? 1 : 2, into: &batch, tally: &tally,
                limit: 64 << 10)
            for (row, line) in parser.acceptedLines.enumerated() {
                let range = line.indices.lowerBound + done..<line.indices.upperBound + done
                guard try body(batch, row, range) else { return false }
            }
            done += progress.bytes
        }
        return true
    }

    /// Why nothing of a day can be read.
    private func absence(of day: Day) throws -> String {
        try store.catalog.isSealable(day)
            ? "Nothing was sealed on \(day), or the key directory is not the store's. Check --keys."
            : "The lines of \(day) were destroyed. `footfall certificate show \(day)` tells when."
    }
}
