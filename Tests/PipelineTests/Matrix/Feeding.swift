import Testing

/// The ways in which an input reaches an ingest.
enum Feeding: CaseIterable, CustomTestStringConvertible {
    case file
    /// Several gzip members, cut anywhere.
    case gzip
    /// A pipe on the standard input, read in pieces that have nothing to do with lines.
    case pipe
    /// The same, of gzip data.
    case gzipPipe
    /// A file on the standard input.
    case redirected
    /// Each step in another of these ways than the one before.
    case inTurns
    /// The whole folder is followed, by a run of its own for each step.
    case followedAnew
    /// The whole folder is followed by one run through all steps.
    case followed

    static let pipes: [Feeding] = [.pipe, .gzipPipe]
    /// A run for each step, so that each step has an end of its input.
    static let runs: [Feeding] = allCases.filter { $0 != .followed }

    func way(ofStep number: Int) -> Feeding {
        let all: [Feeding] = [.file, .pipe, .gzip, .redirected, .gzipPipe]
        return self == .inTurns ? all[number % all.count] : self
    }

    var testDescription: String { String(describing: self) }
}
