public import Events

extension Store {
    /// Puts the rewritten files of an epoch in the place of those it had, and its statistics on record.
    ///
    /// The caller holds the epoch's lock, so that no writer has rows of it on the way. From the transaction on the
    /// epoch is closed, and nothing tells any more who was erased of it; its key can be destroyed when this returns.
    ///
    /// - Parameter erased: how many rows were left out.
    public func close(
        _ epoch: Epoch, with files: [PartitionFile], release: ReleaseRecord, erasing erased: Int = 0
    ) throws {
        try exchange(epoch.day, removing: { $0.epoch == epoch }, adding: files) { generation, all in
            try catalog.recordClosing(release, generation: generation, files: all, erasing: erased)
        }
    }

    /// Reads an epoch's files whole.
    ///
    /// They are opened while the day is locked: an exchange gives all files of the day other names.
    /// - Returns: one reader a file, in the order of writer and sequence, with the writer's name.
    public func readers(of epoch: Epoch) throws -> [(writer: String, reader: PartitionReader)] {
        try withLocked([epoch.day]) {
            try catalog.files(of: epoch).map { ($0.name.writer, try PartitionReader($0, layout: layout)) }
        }
    }
}
