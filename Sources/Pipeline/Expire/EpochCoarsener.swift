import Events
import Store

/// Rewrites a closed epoch by the hour.
///
/// ``Coarsening`` says what becomes of a row. Within an hour rows stand at random.
///
/// Memory is bounded however long the day was: rows are made coarse as they are read, and only then wait in buckets on the
/// disk, each of which becomes one row group.
struct EpochCoarsener {
    private let store: Store
    private let writer: Writer
    private let day: LocalDay
    private let seed: UInt64
    private let bucketRows: Int
    private var random = BufferedRandom()

    /// - Parameters:
    ///   - day: the day of the epochs that will be rewritten.
    ///   - bucketRows: rows of a row group, on average.
    init(store: Store, writer: Writer, day: LocalDay, seed: UInt64, bucketRows: Int = 384 << 10) {
        self.store = store
        self.writer = writer
        self.day = day
        self.seed = seed
        self.bucketRows = bucketRows
    }

    /// Makes the files coarse that a closed epoch has on record, as ``coarsen(_:)-(EpochSources)`` does.
    mutating func coarsen(_ epoch: Epoch) throws -> PartitionFile {
        try coarsen(EpochSources(store: store, epoch: epoch))
    }

    /// - Returns: the new file, finished and not yet on record.
    mutating func coarsen(_ sources: EpochSources) throws -> PartitionFile {
        let epoch = sources.epoch
        precondition(epoch.day == day.day, "hours are those of the epoch's day")
        let policy = sources.readers.first?.reader.policy ?? ""
        if sources.rowCount <= bucketRows {
            var rows = EventAccumulator(epoch: epoch, seed: seed)
            try forEachCoarse(sources) { batch, _ in rows.append(batch) }
            return try file(of: epoch, policy: policy, groups: 1) { _ in rows.take() }
        }
        let shares = HourShares(rows: try rowsOfHours(sources), limit: bucketRows)
        let buckets = try RowBuckets(shares.bucketCount, epoch: epoch, writer: writer, seed: seed)
        defer { buckets.discard() }
        try forEachCoarse(sources) { batch, random in
            try buckets.append(batch) { shares.bucket(of: batch.time[$0], using: &random) }
        }
        try buckets.finish()
        return try file(of: epoch, policy: policy, groups: shares.bucketCount) { try buckets.rows($0) }
    }

    private mutating func forEachCoarse(
        _ sources: EpochSources, _ body: (EventBatch, inout BufferedRandom) throws -> Void
    ) throws {
        var coarsening = Coarsening(day: day)
        try sources.forEach(.everything) { batch, _ in try body(coarsening.coarsened(batch), &random) }
    }

    private func rowsOfHours(_ sources: EpochSources) throws -> [Int64: Int] {
        var counts: [Int64: Int] = [:]
        try sources.forEach(PartitionReader.Projection(order: false)) { batch, _ in
            for time in batch.time { counts[Coarsening.hour(of: time, in: day), default: 0] += 1 }
        }
        return counts
    }

    /// Writes the row groups, each shuffled within its hours.
    private mutating func file(
        of epoch: Epoch, policy: String, groups: Int, _ rows: (Int) throws -> EventBatch
    ) throws -> PartitionFile {
        let file = try writer.beginFile(epoch)
        do {
            for group in 0..<groups {
                // All times are whole hours, so rows of an hour are rows of a second. Dictionaries follow the new order: their
                // own would tell the old one.
                let shuffled = try rows(group).shuffledWithinSeconds(random: &random)
                try file.append(shuffled.withoutUnusedValues(seed: seed))
            }
            return try file.finish(policy: policy, closed: true)
        } catch {
            try? file.discard()
            throw error
        }
    }
}
