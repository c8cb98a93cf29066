import Events
import Store

/// Rows of an epoch that are made anew, in staged files that nobody has on record, one for each writer that the lines came from.
///
/// Ties count up over all rows of a writer, as they did the first time: so visitors have the order that they had.
final class RebuiltRows {
    /// What may be held before it is written.
    struct Limits {
        var rows = 128 << 10
        var bytes = 24 << 20
    }

    private struct Part {
        let source: String
        let file: StagedPartition
        var nextTie: Int32 = 0
    }

    private let epoch: Epoch
    private let writer: Writer
    private let seed: UInt64
    private let limits: Limits
    private var random = BufferedRandom()
    private var rows: EventAccumulator
    private var part: Part?
    private var files: [(source: String, file: PartitionFile)] = []

    init(epoch: Epoch, writer: Writer, seed: UInt64, limits: Limits = Limits()) {
        self.epoch = epoch
        self.writer = writer
        self.seed = seed
        self.limits = limits
        rows = EventAccumulator(epoch: epoch, seed: seed)
    }

    /// Appends rows.
    ///
    /// - Parameter source: the writer whose lines they are of; all of one writer come one after the other.
    func append(_ batch: EventBatch, of source: String) throws {
        guard batch.rowCount > 0 else { return }
        if let part, part.source != source { try finishPart() }
        if part == nil { part = Part(source: source, file: try writer.beginFile(epoch)) }
        rows.append(batch.withoutUnusedValues(seed: seed))
        if rows.rowCount >= limits.rows || rows.byteCount >= limits.bytes { try writeRowGroup() }
    }

    /// Ends the appending.
    func finish() throws -> EpochSources {
        try finishPart()
        return EpochSources(epoch: epoch, try files.map { ($0.source, try writer.reader(of: $0.file)) })
    }

    /// Removes the files; what cannot be removed now is removed at the next start.
    func discard() {
        try? part?.file.discard()
        part = nil
        try? writer.discard(files.map(\.file))
        files = []
    }

    private func finishPart() throws {
        try writeRowGroup()
        guard let part else { return }
        files.append((part.source, try part.file.finish(policy: "", closed: false)))
        self.part = nil
    }

    private func writeRowGroup() throws {
        guard rows.rowCount > 0, let part else { return }
        let (batch, nextTie) = rows.take().shuffledWithinSeconds(firstTie: part.nextTie, random: &random)
        self.part?.nextTie = nextTie
        try part.file.append(batch)
    }
}
