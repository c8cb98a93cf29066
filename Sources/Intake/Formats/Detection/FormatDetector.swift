/// Finds out which format a log has by trying all of them on its first lines.
///
/// Pure: waiting for enough lines, or for long enough, is the caller's part.
public enum FormatDetector {
    /// Lines that are looked at; blank lines and directives do not count.
    public static let sampleLines = 1000
    /// The least share of lines that a chosen set of formats must match, in percent.
    public static let requiredPercent = 95

    /// What the sample shows.
    public enum Result: Sendable {
        case chosen(FormatChoice)
        case refused(FormatRefusal)
        /// The sample has no line to judge by.
        case noLines
    }

    /// Judges the whole lines of `sample`, which begins with the first line of the input.
    ///
    /// The format that matches most lines comes first; formats that match lines which those before them do not are its
    /// fallbacks, for mixed files. Of equals the one that is earlier among `formats` is taken, and the one in an envelope
    /// before the one without. Formats that pass over fields are only used for lines that no other format matches.
    ///
    /// - Parameters:
    ///   - options: as the lines will be parsed with; but dates do not say what the format is, so no time is too late.
    ///   - header: what directives before the sample have said.
    public static func detect(
        _ sample: Span<UInt8>, among formats: [LogFormat] = FormatRegistry.formats,
        options: LineOptions = LineOptions(latest: .max), header: LogHeader = LogHeader()
    ) -> Result {
        var options = options
        options.latest = TimeParts.instants.upperBound - 1
        let enclosed = envelopes(in: sample, options).flatMap { envelope in formats.map { $0.enclosed(in: envelope) } }
        let formats = enclosed + formats
        let trials = formats.map { Trial($0, on: sample, options, header) }
        guard let lines = trials.first?.matches.count, lines > 0 else { return .noLines }
        var remaining = [Bool](repeating: true, count: lines)
        var chosen: [LogFormat] = []
        for passesOver in [false, true] {
            while let index = best(trials, among: remaining, passesOver) {
                chosen.append(formats[index])
                for line in remaining.indices where trials[index].matches[line] { remaining[line] = false }
            }
        }
        let matching = remaining.count { !$0 }
        guard lines - matching <= forgiven(of: lines, matching: matching) else {
            return .refused(FormatRefusal(lines: lines, nearest: nearest(trials)))
        }
        return .chosen(FormatChoice(formats: chosen, lines: lines, matching: matching))
    }

    /// The format that matches most of the remaining lines; nil if none matches any.
    private static func best(_ trials: [Trial], among remaining: [Bool], _ passesOver: Bool) -> Int? {
        let gains = trials.map { trial in
            trial.format.format.passesOverFields == passesOver
                ? zip(trial.matches, remaining).count { $0 && $1 } : 0
        }
        guard let most = gains.max(), most > 0 else { return nil }
        return gains.firstIndex(of: most)
    }

    /// How many lines may match nothing: the share that is left, and in a small sample a single odd line among at least
    /// two sound ones.
    private static func forgiven(of lines: Int, matching: Int) -> Int {
        max(lines * (100 - requiredPercent) / 100, matching >= 2 ? 1 : 0)
    }

    /// The two formats that match most lines.
    private static func nearest(_ trials: [Trial]) -> [FormatRefusal.Candidate] {
        let order = trials.indices.sorted { left, right in
            // Of formats that match equally few lines, the one that came further into its first bad line is nearer.
            let (leftPlace, rightPlace) = (trials[left].place, trials[right].place)
            return leftPlace == rightPlace ? left < right : leftPlace > rightPlace
        }
        return order.prefix(2).compactMap { index in
            let trial = trials[index]
            guard let failure = trial.firstFailure else { return nil }
            return FormatRefusal.Candidate(
                name: trial.format.name, matching: trial.matching, reason: failure.reason, line: failure.line,
                column: failure.column)
        }
    }
}
