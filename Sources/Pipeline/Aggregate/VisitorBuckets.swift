import Events
import Store

/// The rows of an epoch in buckets of whole visitors: in the epoch's own files if there is one bucket, else in spill
/// files.
final class VisitorBuckets {
    private struct Spill {
        let file: StagedPartition
        var ranks: [UInt32] = []
    }

    private let sources: EpochSources
    private var spills: [Spill] = []
    private var files: [PartitionFile] = []
    private let writer: Writer?

    /// One bucket.
    init(_ sources: EpochSources) {
        self.sources = sources
        writer = nil
    }

    /// Splits the rows by a hash of their visitor; the pseudonym's own bits serve, since they are the output of a MAC.
    init(_ sources: EpochSources, count: Int, writer: Writer, policy: String, seed: UInt64) throws {
        self.sources = sources
        self.writer = writer
        for _ in 0..<count { spills.append(Spill(file: try writer.beginFile(sources.epoch))) }
        try sources.forEach(.everything) { batch, rank in
            let bucketOf = batch[.visitor].dictionary.map { Int($0.high % UInt64(count)) }
            var orders = [[UInt32]](repeating: [], count: count)
            for row in 0..<batch.rowCount {
                let visitor = batch[.visitor].index(row)
                orders[visitor == absentIndex ? 0 : bucketOf[Int(visitor)]].append(UInt32(row))
            }
            for (bucket, order) in orders.enumerated() where !order.isEmpty {
                try spills[bucket].file.append(batch.gathered(order).withoutUnusedValues(seed: seed))
                spills[bucket].ranks.append(rank)
            }
        }
        for spill in spills { files.append(try spill.file.finish(policy: policy, closed: false)) }
    }

    /// The rows of one bucket.
    func rows(_ bucket: Int, seed: UInt64) throws -> OrderedRows {
        guard let writer else { return try sources.rows(.everything, seed: seed) }
        let reader = try writer.reader(of: files[bucket])
        var rows = EventAccumulator(epoch: sources.epoch, seed: seed)
        var ranks: [UInt32] = []
        for index in 0..<reader.rowGroupCount {
            let batch = try reader.read(rowGroup: index, .everything)
            rows.append(batch)
            ranks.append(contentsOf: repeatElement(spills[bucket].ranks[index], count: batch.rowCount))
        }
        return OrderedRows(batch: rows.take(), writerRank: ranks)
    }

    /// Removes the spill files; what cannot be removed now is removed at the next start.
    func discard() {
        try? writer?.discard(files)
        files = []
    }
}
