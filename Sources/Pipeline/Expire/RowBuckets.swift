import Events
import Store

/// Rows dealt into spill files, which are as readable as partitions: only what may lie in those may be put here.
final class RowBuckets {
    private let epoch: Epoch
    private let writer: Writer
    private let seed: UInt64
    private var open: [StagedPartition] = []
    private var files: [PartitionFile] = []

    init(_ count: Int, epoch: Epoch, writer: Writer, seed: UInt64) throws {
        self.epoch = epoch
        self.writer = writer
        self.seed = seed
        for _ in 0..<count { open.append(try writer.beginFile(epoch)) }
    }

    /// Deals the rows of a batch.
    /// - Parameter bucketOf: the bucket of a row.
    func append(_ batch: EventBatch, _ bucketOf: (Int) -> Int) throws {
        var orders = [[UInt32]](repeating: [], count: open.count)
        for row in 0..<batch.rowCount { orders[bucketOf(row)].append(UInt32(row)) }
        for (bucket, order) in orders.enumerated() where !order.isEmpty {
            try open[bucket].append(batch.gathered(order).withoutUnusedValues(seed: seed))
        }
    }

    /// Ends the dealing.
    func finish() throws {
        files = try open.map { try $0.finish(policy: "", closed: false) }
        open = []
    }

    /// The rows of one bucket.
    func rows(_ bucket: Int) throws -> EventBatch {
        let reader = try writer.reader(of: files[bucket])
        var rows = EventAccumulator(epoch: epoch, seed: seed)
        for index in 0..<reader.rowGroupCount { rows.append(try reader.read(rowGroup: index, .everything)) }
        return rows.take()
    }

    /// Removes the spill files; what cannot be removed now is removed at the next start.
    func discard() {
        for file in open { try? file.discard() }
        try? writer.discard(files)
        open = []
        files = []
    }
}
