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

    typealias Frame = LineFrame

    private let environment: JobEnvironment
    private let store: Store
    private let directory: KeyDirectory
    private var parser = FrameParser()
    /// What is seen of the day that is being read; nil if everything is.
    private var sight: VaultSight?

    public init(environment: JobEnvironment) throws {
        self.environment = environment
        (store, directory) = try environment.openBoth(create: false)
    }

    init(environment: JobEnvironment, store: Store, directory: KeyDirectory) {
        self.environment = environment
        self.store = store
        self.directory = directory
    }

    /// Hands out the lines of a day that a filter lets through, as they came, in the order in which each writer has committed
    /// those of a source.
    ///
    /// Lines that an objection in force covers are left out and counted.
    ///
    /// - Parameter body: is given whole lines; false ends the reading.
    /// - Returns: how many lines there were, how many were shown, and what is wrong with the files.
    public func read(
        _ part: Part, of day: Day, _ filter: LineFilter, showing key: OfficerKeyFile,
        _ body: (Span<UInt8>) throws -> Bool
    ) throws -> VaultReadingSummary {
        try reading(part, of: day, key) { frame, summary in
            guard filter.terms.isEmpty else {
                return try matches(frame, filter, &summary) { _, _, line in
                    try body(frame.lines.span.extracting(line))
                }
            }
            let hidden = try sight?.hidden(frame, isOfRejects: part == .rejects, &parser) ?? []
            summary.withheld += hidden.count
            var start = 0
            for end in hidden.map(\.lowerBound) + [frame.lines.count] {
                let shown = frame.lines.span.extracting(start..<end)
                start = hidden.first { $0.lowerBound == end }?.upperBound ?? end
                guard !shown.isEmpty else { continue }
                summary.shown += shown.lineFeedCount
                guard try body(shown) else { return false }
            }
            return true
        }
    }

    /// The values of a field that most lines of a day have, with how many lines have them: who is hammering the server.
    ///
    /// Lines that an objection in force covers are left out and counted.
    public func top(
        _ field: TopField, count: Int, _ part: Part, of day: Day, _ filter: LineFilter, showing key: OfficerKeyFile
    ) throws -> (values: [(value: String, lines: Int)], summary: VaultReadingSummary) {
        var counts: [[UInt8]: Int] = [:]
        let summary = try reading(part, of: day, key) { frame, summary in
            try matches(frame, filter, &summary) { batch, row, _ in
                if let value = field.field.text(of: batch, row: row, { $0.copied }) { counts[value, default: 0] += 1 }
                return true
            }
        }
        let top = counts.sorted {
            $0.value == $1.value ? $0.key.lexicographicallyPrecedes($1.key) : $0.value > $1.value
        }
        return (top.prefix(count).map { (String(decoding: $0.key, as: UTF8.self), $0.value) }, summary)
    }

    /// Hands out the rows of a frame that a filter lets through and that nobody's objection covers.
    private func matches(
        _ frame: Frame, _ filter: LineFilter, _ summary: inout VaultReadingSummary,
        _ body: (RawBatch, _ row: Int, _ line: Range<Int>) throws -> Bool
    ) throws -> Bool {
        try parser.parse(frame) { batch, parsed in
            let hidden = sight?.hidden(batch) ?? []
            for (row, line) in parsed.lines.enumerated() where filter.matches(batch, row: row) {
                guard hidden.isEmpty || !hidden[row] else {
                    summary.withheld += 1
                    continue
                }
                summary.shown += 1
                guard try body(batch, row, line) else { return false }
            }
            return true
        }
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
        sight = try sight(of: day, by: half)
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

    /// Hands out the frames of one sealed file.
    ///
    /// - Returns: false if nobody wants more.
    func read(
        _ source: SealedFileSource, _ privateHalf: borrowing PrivateHalf, _ summary: inout VaultReadingSummary,
        _ body: (Frame, inout VaultReadingSummary) throws -> Bool
    ) throws -> Bool {
        var isWanted = true
        let faults = try LineFrame.read(source, with: privateHalf) { frame in
            summary.lines += frame.count
            // Without its definition, which may be damaged, a frame's lines can be read and not be parsed.
            if !frame.isParsable { summary.unparsable += frame.count }
            isWanted = try body(frame, &summary)
            return isWanted
        }
        summary.faults += faults.map { (source.file.name.final, $0) }
        return isWanted
    }

    /// Parses a frame's lines as they were parsed when they came.
    func parse(
        _ frame: Frame, _ body: (RawBatch, _ row: Int, _ line: Range<Int>) throws -> Bool
    ) throws -> Bool {
        try parser.parse(frame) { batch, parsed in
            for (row, line) in parsed.lines.enumerated() {
                guard try body(batch, row, line) else { return false }
            }
            return true
        }
    }

    /// What is seen of a day; nil if nobody objects.
    private func sight(of day: Day, by half: borrowing PrivateHalf) throws -> VaultSight? {
        let objections = try store.catalog.objections(at: store.catalog.objectionRevision())
        guard !objections.isEmpty else { return nil }
        let rows = RestrictedRows(objections, try environment.subjectTagger(store, directory))
        let identifiers = try Requests(environment: environment).objectors(objections, by: half)
        return VaultSight(day, rows) { identifiers }
    }

    /// Why nothing of a day can be read.
    private func absence(of day: Day) throws -> String {
        try store.catalog.isSealable(day)
            ? "Nothing was sealed on \(day), or the key directory is not the store's. Check --keys."
            : "The lines of \(day) were destroyed. `footfall certificate show \(day)` tells when."
    }
}
