import Events
import Intake
import Privacy

/// Takes secrets out of lines on their way into the vault, and nothing that their events are made of.
///
/// That holds by construction: a line is sealed with marks only if parsing and gating it so gives the same event, column by
/// column, and the same identifiers. If it does not, each value is tried by itself, and those that change nothing are
/// taken out. A line that was rejected has no event, so all of them are.
struct LineRedactor {
    /// A line in which something was found.
    struct Line {
        let range: Range<Int>
        var values: [Redacted]
    }

    let gate: Gate
    let seed: UInt64
    private let redaction: Redaction
    private var lastKeys: EpochKeys?
    private var lastParser: (context: ParseContext, parser: LineParser)?

    /// - Parameters:
    ///   - gate: whose policy says what is taken out.
    ///   - seed: random, secret to the process.
    /// - Returns: nil if every byte is kept.
    init?(gate: Gate, seed: UInt64) {
        guard let redaction = Redaction(gate.policy.options) else { return nil }
        self.redaction = redaction
        self.gate = gate
        self.seed = seed
    }

    /// The lines of a run with marks in the place of what is taken out.
    ///
    /// - Parameters:
    ///   - lines: whole lines of one day.
    ///   - arrival: when they were parsed, in UTC milliseconds.
    ///   - isAccepted: whether events were made of them.
    /// - Returns: nil if they stay as they are; else as many lines.
    mutating func redact(
        _ lines: Span<UInt8>, _ context: ParseContext, arrival: Int64, day: Day, isAccepted: Bool
    ) -> [UInt8]? {
        // A byte order mark is no part of the line, and no other line may begin with one.
        let first = context.beginsInput && lines.hasByteOrderMark ? 3 : 0
        var found = candidates(in: lines, from: first, maximumLineBytes: context.maximumLineBytes)
        if isAccepted, !found.isEmpty { check(&found, lines, context, arrival: arrival, day: day) }
        found.removeAll { $0.values.isEmpty }
        guard let last = found.last else { return nil }
        var result: [UInt8] = []
        result.reserveCapacity(lines.count + lines.count / 4)
        var done = 0
        for line in found {
            Redaction.append(lines.extracting(done..<line.range.lowerBound), without: [], to: &result)
            Redaction.append(lines.extracting(line.range), without: line.values, to: &result)
            done = line.range.upperBound
        }
        Redaction.append(lines.extracting(last.range.upperBound..<lines.count), without: [], to: &result)
        return result
    }

    private func candidates(in lines: Span<UInt8>, from first: Int, maximumLineBytes: Int) -> [Line] {
        var found: [Line] = []
        var position = first
        while let candidate = redaction.firstCandidate(in: lines, from: position) {
            var start = candidate
            while start > position, lines[start - 1] != 10 { start -= 1 }
            let end = (lines.firstLineFeed(from: candidate) ?? lines.count - 1) + 1
            var values = redaction.candidates(in: lines.extracting(start..<end))
            // Marks may make a line longer, but not too long to be read again.
            var length = values.reduce(end - start) { $0 + $1.growth }
            while length > maximumLineBytes, let last = values.popLast() { length -= last.growth }
            if !values.isEmpty { found.append(Line(range: start..<end, values: values)) }
            position = end
        }
        return found
    }

    /// What parses the lines as they were parsed, out of hand so that it is not copied when it is used; nil if this version
    /// cannot.
    mutating func takeParser(_ context: ParseContext, arrival: Int64) -> LineParser? {
        guard let last = lastParser.take(), last.context == context else {
            return try? context.parser(arrival: arrival)
        }
        var parser = last.parser
        parser.options.latest = arrival
        return parser
    }

    mutating func keep(_ parser: LineParser, _ context: ParseContext) {
        lastParser = (context, parser)
    }

    /// Keys that are thrown away, of a day that holds all instants.
    mutating func keys(of day: Day) -> EpochKeys {
        if let lastKeys, lastKeys.epoch.day == day { return lastKeys }
        let all = Int64.min..<Int64.max
        let keys = EpochKeys(
            .throwaway(for: Epoch(day: day)),
            day: LocalDay(day: day, range: all, segments: [LocalDay.Segment(start: all.lowerBound, offset: 0)]),
            policy: gate.policy)
        lastKeys = keys
        return keys
    }
}
