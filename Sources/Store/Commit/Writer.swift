public import Events

/// One running ingest or aggregation, under a name that no other process writes under while this one lives.
public final class Writer {
    public let name: String
    let store: Store
    private let lock: FileLock

    init(store: Store, name: String, lock: FileLock) {
        self.store = store
        self.name = name
        self.lock = lock
    }

    /// Begins a file under a number of its own.
    public func beginFile(_ epoch: Epoch) throws -> StagedPartition {
        let sequence = try store.catalog.drawSequence(name)
        let partition = PartitionName(writer: name, sequence: sequence)
        return try StagedPartition(
            name: partition, epoch: epoch, path: "\(store.layout.staging)/\(partition.inProgress)",
            digest: store.makeDigest())
    }

    /// A number higher than every tie that this writer has put on record in the epoch.
    public func nextTie(in epoch: Epoch) throws -> Int32 {
        try store.catalog.nextTie(writer: name, epoch: epoch)
    }

    /// Makes a commit true: everything of it, or nothing.
    ///
    /// Holds the locks of the commit's days from the transaction until the renames, so that no day is exchanged in between. The files have been synced by ``StagedPartition/finish(metadata:)``. The folder is synced here, then comes the
    /// transaction, then the renames. A crash before the transaction leaves nothing on record; after it, the next start
    /// completes the renames.
    public func commit(_ commit: Commit) throws -> CommitReceipt {
        if !commit.files.isEmpty || !commit.sealed.isEmpty { try FileSystem.syncFolder(store.layout.staging) }
        let files = Dictionary(grouping: commit.files, by: \.epoch.day)
        return try store.withLocked(Set(files.keys).union(commit.sealed.map(\.name.day))) {
            let receipt: CommitReceipt
            do {
                receipt = try store.catalog.record(commit, writer: name)
            } catch {
                try? discard(commit.files)
                try? discard(commit.sealed)
                throw error
            }
            for (day, files) in files { try store.publish(files, of: day) }
            try store.publish(receipt.sealed)
            try discard(commit.sealed.filter { !receipt.sealed.contains($0) })
            return receipt
        }
    }

    /// Reads a finished file back before it is committed.
    public func reader(of file: PartitionFile) throws -> PartitionReader {
        try PartitionReader(path: "\(store.layout.staging)/\(file.name.inProgress)", epoch: file.epoch)
    }

    /// Removes files that will not be committed.
    public func discard(_ files: [PartitionFile]) throws {
        for file in files {
            try FileSystem.remove("\(store.layout.staging)/\(file.name.inProgress)")
        }
    }
}
