import Events
import Store

/// The partitions that an ingest is writing, one for each open epoch, under one budget of memory.
struct PartitionSet {
    private struct Partition {
        let file: StagedPartition
        var rows: EventAccumulator
        var nextTie: Int32
        var lastUse: Int
    }

    /// Rows of a row group, at most.
    private static let rowLimit = 256 << 10
    /// Bytes that all unwritten rows together may take.
    private static let byteBudget = 96 << 20
    /// Partitions that are open at once, at most; the one that has been idle longest is finished first.
    private static let openLimit = 8

    private let writer: Writer
    private let policy: String
    private let seed: UInt64
    private var random: BufferedRandom
    private var partitions: [Epoch: Partition] = [:]
    private var finished: [PartitionFile] = []
    private var ties: [Epoch: Int32] = [:]
    private var uses = 0

    init(writer: Writer, policy: String, seed: UInt64) {
        self.writer = writer
        self.policy = policy
        self.seed = seed
        random = BufferedRandom()
    }

    var isEmpty: Bool { partitions.isEmpty && finished.isEmpty }

    mutating func append(_ batch: EventBatch) throws {
        guard batch.rowCount > 0 else { return }
        if partitions[batch.epoch] == nil {
            if partitions.count == PartitionSet.openLimit,
                let idle = partitions.min(by: { $0.value.lastUse < $1.value.lastUse })
            {
                try finish(idle.key)
            }
            partitions[batch.epoch] = Partition(
                file: try writer.beginFile(batch.epoch), rows: EventAccumulator(epoch: batch.epoch, seed: seed),
                nextTie: try ties[batch.epoch] ?? writer.nextTie(in: batch.epoch), lastUse: 0)
        }
        uses += 1
        partitions[batch.epoch]?.rows.append(batch)
        partitions[batch.epoch]?.lastUse = uses
        if let partition = partitions[batch.epoch], partition.rows.rowCount >= PartitionSet.rowLimit {
            try writeRowGroup(batch.epoch)
        }
        while partitions.values.reduce(0, { $0 + $1.rows.byteCount }) > PartitionSet.byteBudget,
            let fullest = partitions.max(by: { $0.value.rows.byteCount < $1.value.rows.byteCount })
        {
            try writeRowGroup(fullest.key)
        }
    }

    /// Finishes all files and hands them over for a commit.
    mutating func finishAll() throws -> (files: [PartitionFile], ties: [Epoch: Int32]) {
        for epoch in partitions.keys.sorted() { try finish(epoch) }
        defer {
            finished = []
            ties = [:]
        }
        return (finished, ties)
    }

    /// Removes everything that has been written and not handed over.
    mutating func discard() throws {
        for partition in partitions.values { try partition.file.discard() }
        partitions = [:]
        try writer.discard(finished)
        finished = []
    }

    private mutating func finish(_ epoch: Epoch) throws {
        try writeRowGroup(epoch)
        guard let partition = partitions.removeValue(forKey: epoch) else { return }
        finished.append(try partition.file.finish(policy: policy, closed: false))
        ties[epoch] = partition.nextTie
    }

    private mutating func writeRowGroup(_ epoch: Epoch) throws {
        guard let partition = partitions[epoch], partition.rows.rowCount > 0, var rows = partitions[epoch]?.rows.take()
        else { return }
        let nextTie: Int32
        (rows, nextTie) = rows.shuffledWithinSeconds(firstTie: partition.nextTie, random: &random)
        try partition.file.append(rows)
        partitions[epoch]?.nextTie = nextTie
    }
}
