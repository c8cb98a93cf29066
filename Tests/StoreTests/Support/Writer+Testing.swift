import Events
import TestSupport

@testable import Store

extension Writer {
    /// Writes a finished file that is not on record yet.
    func stage(_ epoch: Epoch, _ batches: EventBatch..., closed: Bool = false) throws -> PartitionFile {
        let file = try beginFile(epoch)
        for batch in batches { try file.append(batch) }
        return try file.finish(policy: "a policy", closed: closed)
    }

    /// Writes and commits one file of random rows.
    @discardableResult
    func commitRows(_ epoch: Epoch, seed: UInt64, rows: Int = 3) throws -> PartitionFile {
        var events = RandomEvents(seed: seed)
        var commit = Commit()
        commit.files = [try stage(epoch, events.batch(epoch, rows: rows))]
        _ = try self.commit(commit)
        return commit.files[0]
    }
}

extension ReleaseRecord {
    /// The release of an epoch, with a body that says nothing.
    static func sample(_ epoch: Epoch) -> ReleaseRecord {
        ReleaseRecord(epoch: epoch, closedAt: 1_700_000_000, body: [1, 2, 3], digest: [UInt8](repeating: 7, count: 32))
    }
}
