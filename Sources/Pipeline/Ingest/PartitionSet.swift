import Events
import Store

/// The partitions that an ingest is writing, one for each open epoch, under one budget of memory.
///
/// Rows gather in memory; a file is begun when rows have to be written, so that a log that jumps between a thousand days
/// makes no more files than its commits and the budget demand.
struct PartitionSet {
    private struct Partition {
        var file: StagedPartition?
        var rows: EventAccumulator
        /// What the rows take of the budget.
        var bytes = 0
        var nextTie: Int32
        var lastUse = 0
    }

    /// What may be held at once.
    struct Limits {
        /// Rows of a row group, at most but for those of one batch.
        var rows = 128 << 10
        /// Bytes that all unwritten rows together may take.
        var bytes = 32 << 20
        /// Files that are open at once; the one that has been idle longest is finished first.
        var openFiles = 8
    }

    private let writer: Writer
    private let policy: String
    private let seed: UInt64
    private let limits: Limits
    private var random: BufferedRandom
    private var partitions: [Epoch: Partition] = [:]
    private var heldBytes = 0
    private var openCount = 0
    private var finished: [PartitionFile] = []
    private var ties: [Epoch: Int32] = [:]
    private var uses = 0

    init(writer: Writer, policy: String, seed: UInt64, limits: Limits = Limits()) {
        self.writer = writer
        self.policy = policy
        self.seed = seed
        self.limits = limits
        random = BufferedRandom()
    }

    var isEmpty: Bool { partitions.isEmpty && finished.isEmpty }

    mutating func append(_ batch: EventBatch) throws {
        guard batch.rowCount > 0 else { return }
        let epoch = batch.epoch
        var partition =
            try partitions.removeValue(forKey: epoch)
            ?? Partition(
                rows: EventAccumulator(epoch: epoch, seed: seed), nextTie: ties[epoch] ?? writer.nextTie(in: epoch))
        uses += 1
        partition.lastUse = uses
        partition.rows.append(batch)
        heldBytes -= partition.bytes
        partition.bytes = partition.rows.byteCount
        heldBytes += partition.bytes
        let isFull = partition.rows.rowCount >= limits.rows
        partitions[epoch] = partition
        if isFull { try writeRowGroup(epoch) }
        while heldBytes > limits.bytes,
            let fullest = partitions.max(by: { $0.value.bytes < $1.value.bytes })
        {
            // Even without rows an epoch takes some memory; with thousands of them that counts.
            if fullest.value.rows.rowCount > 0 { try writeRowGroup(fullest.key) } else { try finish(fullest.key) }
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
        for partition in partitions.values { try partition.file?.discard() }
        partitions = [:]
        heldBytes = 0
        openCount = 0
        try writer.discard(finished)
        finished = []
    }

    private mutating func finish(_ epoch: Epoch) throws {
        try writeRowGroup(epoch)
        guard let partition = partitions.removeValue(forKey: epoch) else { return }
        heldBytes -= partition.bytes
        ties[epoch] = partition.nextTie
        guard let file = partition.file else { return }
        openCount -= 1
        finished.append(try file.finish(policy: policy, closed: false))
    }

    private mutating func writeRowGroup(_ epoch: Epoch) throws {
        guard let held = partitions[epoch], held.rows.rowCount > 0 else { return }
        if held.file == nil {
            try makeRoom()
            partitions[epoch]?.file = try writer.beginFile(epoch)
            openCount += 1
        }
        guard var partition = partitions.removeValue(forKey: epoch) else { return }
        let rows: EventBatch
        (rows, partition.nextTie) = partition.rows.take().shuffledWithinSeconds(
            firstTie: partition.nextTie, random: &random)
        heldBytes -= partition.bytes
        partition.bytes = partition.rows.byteCount
        heldBytes += partition.bytes
        let file = partition.file
        // Back in its place before the file can fail, so that it is discarded with the others.
        partitions[epoch] = partition
        try file?.append(rows)
    }

    /// Finishes the file that has been idle longest if no other may be begun.
    private mutating func makeRoom() throws {
        guard openCount == limits.openFiles,
            let idle = partitions.filter({ $0.value.file != nil }).min(by: { $0.value.lastUse < $1.value.lastUse })
        else { return }
        try finish(idle.key)
    }
}
