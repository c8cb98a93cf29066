import Events
import Privacy
import Statistics
import Store

/// Rewrites an epoch that is being closed: visits are numbered, rows sorted by visit, rare texts taken out.
///
/// Works on buckets of whole visitors, so that memory is bounded however long the day was: each bucket becomes one row
/// group, sorted in itself, which a tally can count by itself.
struct EpochRewriter {
    private let store: Store
    private let writer: Writer
    private let epoch: Epoch
    private let policy: Policy
    private let seed: UInt64
    private let bucketRows: Int
    private var random = BufferedRandom()

    /// - Parameter bucketRows: rows of a bucket, on average.
    init(store: Store, writer: Writer, epoch: Epoch, policy: Policy, seed: UInt64, bucketRows: Int = 384 << 10) {
        self.store = store
        self.writer = writer
        self.epoch = epoch
        self.policy = policy
        self.seed = seed
        self.bucketRows = bucketRows
    }

    /// Rewrites the files that the epoch has on record, as ``rewrite(_:k:)`` does, without the rows that are to be erased.
    mutating func rewrite(k: Int) throws -> PartitionFile {
        let erased = ErasedVisitors(try store.catalog.erasedPseudonyms(of: epoch))
        return try rewrite(EpochSources(store: store, epoch: epoch, without: erased), k: k)
    }

    /// - Parameter k: free texts seen from fewer visitors become `(rare)`.
    /// - Returns: the new file, finished and not yet on record.
    mutating func rewrite(_ sources: EpochSources, k: Int) throws -> PartitionFile {
        let bucketCount = max(1, (sources.rowCount + bucketRows - 1) / bucketRows)
        let buckets =
            bucketCount == 1
            ? VisitorBuckets(sources)
            : try VisitorBuckets(sources, count: bucketCount, writer: writer, policy: policy.digest, seed: seed)
        defer { buckets.discard() }
        var rare = RareTexts(k: k, seed: seed)
        var only: OrderedRows?
        for bucket in 0..<bucketCount {
            let rows = try buckets.rows(bucket, seed: seed)
            rare.count(rows.batch)
            if bucketCount == 1 { only = rows }
        }
        let file = try writer.beginFile(epoch)
        do {
            for bucket in 0..<bucketCount {
                let rows = try only ?? buckets.rows(bucket, seed: seed)
                only = nil
                // Nothing is left if everybody was erased.
                guard rows.batch.rowCount > 0 || bucketCount > 1 else { continue }
                try file.append(rare.removed(from: numbered(rows), seed: seed))
            }
            return try file.finish(policy: policy.digest, closed: true)
        } catch {
            try? file.discard()
            throw error
        }
    }

    /// The rows with visit and sequence, in their order.
    ///
    /// Bits that say the bucket would make numbers distinct over all of them, and would tell which visits may be of one
    /// visitor when nothing else does any more. Of ten million visits of 63 random bits two are alike once in two hundred
    /// thousand days.
    private mutating func numbered(_ rows: OrderedRows) -> EventBatch {
        var batch = rows.batch
        let visitors = batch[.visitor]
        let assignment = VisitAssignment(
            visitors: visitors.indices.isEmpty
                ? [UInt32](repeating: absentIndex, count: batch.rowCount) : visitors.indices,
            visitorCount: visitors.dictionary.count, time: batch.time, writerRank: rows.writerRank, tie: batch.tie,
            pageView: batch[.pageView], longestGap: policy.visitGap)
        let numbering = VisitNumbering(assignment) { random.next() }
        batch.visit = assignment.visit.map { numbering.numbers[Int($0)] }
        batch.sequence = assignment.sequence
        batch.tie = []
        return batch.gathered(numbering.rows)
    }
}
