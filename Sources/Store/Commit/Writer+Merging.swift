public import Events

extension Writer {
    /// A file on record, opened.
    public typealias OpenFile = (file: PartitionFile, reader: PartitionReader)

    /// This writer's files of an epoch that have fewer than `rows` rows, oldest first; none if there are fewer than
    /// `count` of them.
    ///
    /// They are opened while the day is locked, so that no exchange can give them other names before they are read.
    public func smallFiles(of epoch: Epoch, below rows: Int, atLeast count: Int) throws -> [OpenFile] {
        func files() throws -> [PartitionFile] {
            try store.catalog.files(of: epoch, writer: name, below: rows, limit: count * 4)
        }
        guard try files().count >= count else { return [] }
        return try store.withLocked([epoch.day]) {
            try files().map { ($0, try PartitionReader($0, layout: store.layout)) }
        }
    }

    /// Puts one finished file in the place of several of this writer's files whose rows it holds, in one step for every
    /// reader.
    ///
    /// The caller holds the epoch's lock, so that it is not closed meanwhile.
    /// - Throws: ``StoreError`` (damaged) if the files are not on record or have another number of rows than `merged`.
    public func replace(_ files: [PartitionFile], by merged: PartitionFile) throws {
        let sequences = Set(files.map(\.name.sequence))
        try store.exchange(
            merged.epoch.day, removing: { $0.name.writer == name && sequences.contains($0.name.sequence) },
            adding: [merged]
        ) { generation, all in
            try store.catalog.recordMerge(of: files, into: merged, generation: generation, files: all)
        }
    }
}
