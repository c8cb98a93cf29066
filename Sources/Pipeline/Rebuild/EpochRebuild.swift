import Events
import Intake
import Privacy
import Store

/// Makes the events of a closed epoch anew from its sealed lines: <doc:Rebuilding>.
///
/// The caller holds the right to aggregate, and has recovered the store.
struct EpochRebuild {
    /// Puts right what the rows of a batch say, and tells what becomes of each; the lines are those of one file, gated by one
    /// policy.
    typealias Treatment = (inout RawBatch, SealedFile, Policy) throws -> LineFates

    let environment: JobEnvironment
    let store: Store
    /// Opens the sealed files.
    let opener: VaultOpener
    let calendar: StoreCalendar
    let writer: Writer
    let seed: UInt64

    /// Makes the events anew under a key that is gone when this returns.
    ///
    /// - Throws: ``RebuildRefusal`` if the epoch has to stay as it is.
    func make(_ epoch: Epoch, _ treat: Treatment) throws -> RebuiltEpoch {
        let closed = try ClosedEpoch(epoch, in: store)
        let gates = try RecordedGates(
            environment: environment, store: store, day: calendar.localDay(epoch.day),
            key: .throwaway(for: epoch), seed: seed)
        let policy = try gates.policy(closed.policy)
        let rows = RebuiltRows(epoch: epoch, writer: writer, seed: seed)
        defer { rows.discard() }
        var count = LineCount()
        for source in closed.sources {
            guard let key = try opener.open(source.file.pair) else { throw RebuildRefusal.fileUnreadable }
            try append(source, key, gates, to: rows, &count, treat)
        }
        guard count.lines - count.neverIn == closed.rows + closed.takenOut else { throw RebuildRefusal.rowsMissing }
        return RebuiltEpoch(
            epoch: epoch, file: try file(of: try rows.finish(), policy, closed),
            rowsBefore: closed.rows, takenOut: count.takenOut)
    }

    /// Removes a file that will not be put on record.
    func discard(_ rebuilt: RebuiltEpoch) {
        if let file = rebuilt.file { try? writer.discard([file]) }
    }

    private struct LineCount {
        var lines = 0
        var neverIn = 0
        var takenOut = 0
    }

    private func append(
        _ source: SealedFileSource, _ key: VaultOpener.OpenPair, _ gates: RecordedGates, to rows: RebuiltRows,
        _ count: inout LineCount, _ treat: Treatment
    ) throws {
        var batch = RawBatch(seed: seed)
        var policy = ""
        func flush() throws {
            guard batch.rowCount > 0 else { return }
            let fates = try treat(&batch, source.file, gates.policy(policy))
            count.lines += fates.now.count
            count.neverIn += fates.before.count { $0 == .neverIn }
            count.takenOut += fates.now.count { $0 == .takenOut }
            if let events = try gates.admit(batch, policy: policy) {
                let kept = fates.now.indices.filter { fates.now[$0] == .kept }.map { UInt32($0) }
                try rows.append(events.gathered(kept), of: source.file.name.writer)
            }
            batch.removeAll()
        }
        try SealedFrames(source: source).forEach(with: key.half) { frame in
            if frame.context.policy != policy || batch.rowCount >= EventSink.batchRows { try flush() }
            policy = frame.context.policy
            _ = try frame.parse(into: &batch)
        }
        try flush()
    }

    /// The rows as closing would have written them, and by the hour if the epoch is.
    private func file(of rows: EpochSources, _ policy: Policy, _ closed: ClosedEpoch) throws -> PartitionFile? {
        guard rows.rowCount > 0 else { return nil }
        let epoch = rows.epoch
        var rewriter = EpochRewriter(store: store, writer: writer, epoch: epoch, policy: policy, seed: seed)
        let fine = try rewriter.rewrite(rows, k: max(policy.threshold, closed.threshold))
        guard closed.isCoarse else { return fine }
        defer { try? writer.discard([fine]) }
        var coarsener = EpochCoarsener(
            store: store, writer: writer, day: calendar.localDay(epoch.day), seed: seed)
        return try coarsener.coarsen(
            EpochSources(epoch: epoch, [(fine.name.writer, try writer.reader(of: fine))]))
    }
}
