import Events
import Intake
import Privacy
import Store

/// Seals the lines of a day anew without some of them, to another pair of the day: <doc:Rebuilding>.
///
/// The caller holds the right to aggregate, and has recovered the store.
struct DayResealing {
    /// Which lines of a frame go.
    struct Doomed {
        /// Where they lie, ascending.
        var lines: [Range<Int>] = []
        /// How many of them the events of their epoch have had.
        var counted = 0
        /// How many go for which request.
        var requests: [Int: Int] = [:]
    }

    let store: Store
    let directory: KeyDirectory
    let opener: VaultOpener
    let writer: Writer

    /// The turn of the pair that the lines of a day go to, made now if it has to be.
    ///
    /// - Parameter files: those that hold lines that are to go.
    func prepare(_ day: Day, _ files: [SealedFile]) throws {
        let turns = try directory.turns(of: day)
        guard let last = turns.last, files.contains(where: { $0.pair == .day(day, turn: last) }) else { return }
        _ = try directory.pair(.day(day, turn: last + 1)) { try store.catalog.isSealable(day) }
    }

    /// Seals all files of earlier turns than the last one anew.
    ///
    /// - Parameter doomed: tells which lines of a frame go.
    /// - Throws: ``RebuildRefusal`` if a file cannot be read whole; then the day stays as it is.
    func run(_ day: Day, _ doomed: (SealedFrames.Frame, SealedFile) throws -> Doomed) throws {
        guard let last = try directory.turns(of: day).last,
            let pair = try directory.pair(.day(day, turn: last), create: false)
        else { throw RebuildRefusal.linesDestroyed }
        let sources = try RetentionClass.dayLines.flatMap { try store.sealedSources($0, of: day) }
            .filter { $0.file.pair != pair.name }
        guard !sources.isEmpty else { return }
        var removed: [Int: Int] = [:]
        var counted: [Epoch: Int] = [:]
        var new: [SealedFile] = []
        let deflater = FrameDeflater()
        do {
            for source in sources {
                let file = try seal(source, to: pair, deflater) { frame in
                    let gone = try doomed(frame, source.file)
                    removed.merge(gone.requests, uniquingKeysWith: +)
                    if gone.counted > 0, let supplement = source.file.supplement {
                        counted[Epoch(day: day, supplement: supplement), default: 0] += gone.counted
                    }
                    return gone.lines
                }
                if let file { new.append(file) }
            }
            let earlier = try directory.turns(of: day).filter { $0 < last }
            try store.reseal(
                Resealing(
                    day: day, old: sources.map(\.file), new: new,
                    pairs: Set(earlier.map { .day(day, turn: $0) }), removed: removed, counted: counted))
        } catch {
            try? writer.discard(new)
            throw error
        }
    }

    /// - Returns: the new file; nil if no line is left.
    private func seal(
        _ source: SealedFileSource, to pair: SealedPair, _ deflater: FrameDeflater,
        _ doomed: (SealedFrames.Frame) throws -> [Range<Int>]
    ) throws -> SealedFile? {
        guard let key = try opener.open(source.file.pair) else { throw RebuildRefusal.fileUnreadable }
        var open: OpenSealedFile?
        do {
            try SealedFrames(source: source).forEach(with: key.half) { frame in
                guard let kept = try DayResealing.frame(frame, without: doomed(frame)) else { return }
                if open == nil {
                    open = try OpenSealedFile(
                        writer.beginSealedFile(source.file.name.kind, of: source.file.name.day, to: pair.name),
                        to: pair, deflater: deflater)
                }
                try open?.append(kept, source: frame.source, use: 0)
            }
        } catch {
            try? open?.discard()
            throw error
        }
        guard var file = try open?.finish() else { return nil }
        file.supplement = source.file.supplement
        file.revision = source.file.revision
        return file
    }

    /// The frame without these lines; nil if none is left.
    private static func frame(_ frame: SealedFrames.Frame, without lines: [Range<Int>]) -> PendingFrame? {
        var kept = PendingFrame(context: frame.context, arrival: frame.arrival)
        var done = 0
        for (end, next) in lines.map({ ($0.lowerBound, $0.upperBound) }) + [(frame.lines.count, frame.lines.count)] {
            if end > done {
                let part = frame.lines.span.extracting(done..<end)
                kept.append(part, lines: part.lineFeedCount)
            }
            done = next
        }
        return kept.lines > 0 ? kept : nil
    }
}
