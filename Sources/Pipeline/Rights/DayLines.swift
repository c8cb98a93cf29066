import Events
import Intake
import Privacy
import Store

/// Which sealed lines of a day are those of the subjects of requests.
struct DayLines {
    /// Whose a row is.
    struct Owners {
        /// The requests of its subjects.
        var requests: Set<Int> = []
        /// The requests of which it bears an identifier behind somebody else's.
        var contested: Set<Int> = []
    }

    /// How many there are, by the number of the request.
    private(set) var counts: [Int: Int] = [:]
    /// How many bear an identifier of a subject and are somebody else's.
    private(set) var contested: [Int: Int] = [:]
    /// Those of the rejects.
    private(set) var rejects: [Int: Int] = [:]
    /// The requests that have lines among those of an epoch's events.
    private(set) var requests: [Epoch: Set<Int>] = [:]
    /// The files that hold such lines.
    private(set) var files: [SealedFile] = []

    /// Looks through the lines of a day.
    ///
    /// - Parameter find: of each row of a batch, whose it is.
    /// - Throws: ``RebuildRefusal`` if not all of them can be read.
    init(
        _ day: Day, _ rights: RightsRun, rejects text: [Int: SubjectText] = [:],
        _ find: (RawBatch, SealedFile, Policy) throws -> [Owners]
    ) throws {
        let gates = try RecordedGates(
            environment: rights.site.environment, store: rights.store, day: rights.site.calendar.localDay(day),
            key: .throwaway(for: Epoch(day: day)), seed: rights.seed)
        let epochs = try rights.catalog.epochs([.open, .closing, .closed]).filter { $0.day == day }
        for kind in RetentionClass.dayLines {
            for source in try rights.store.sealedSources(kind, of: day) {
                guard let key = try rights.opener.open(source.file.pair) else { throw RebuildRefusal.fileUnreadable }
                let epoch = kind == .raw ? ClosedEpoch.epoch(of: source.file, among: epochs) : nil
                let before = counts.values.reduce(0, +) + rejects.values.reduce(0, +)
                try SealedFrames(source: source).forEach(with: key.half) { frame in
                    guard kind == .raw else { return note(frame, text) }
                    var batch = RawBatch(seed: rights.seed)
                    _ = try frame.parse(into: &batch)
                    try note(find(batch, source.file, gates.policy(frame.context.policy)), of: epoch)
                }
                if counts.values.reduce(0, +) + rejects.values.reduce(0, +) > before { files.append(source.file) }
            }
        }
    }

    private mutating func note(_ found: [Owners], of epoch: Epoch?) {
        for owners in found {
            for number in owners.contested { contested[number, default: 0] += 1 }
            guard !owners.requests.isEmpty else { continue }
            for number in owners.requests { counts[number, default: 0] += 1 }
            if let epoch { requests[epoch, default: []].formUnion(owners.requests) }
        }
    }

    private mutating func note(_ frame: SealedFrames.Frame, _ text: [Int: SubjectText]) {
        for (number, text) in text {
            let lines = text.lines(of: frame.lines.span).count
            if lines > 0 { rejects[number, default: 0] += lines }
        }
    }
}
