import Events

extension Store {
    /// Renames recorded files into their day's folder; the caller holds the day's lock.
    func publish(_ files: [PartitionFile], of day: Day) throws {
        let folder = layout.folder(of: day)
        if try FileSystem.makeFolder(folder) { try FileSystem.syncFolder(layout.events) }
        for file in files {
            // An exchange may have given the file another name since it was put on record.
            guard let name = try catalog.file(writer: file.name.writer, sequence: file.name.sequence)?.name else {
                continue
            }
            try FileSystem.renameOnce("\(layout.staging)/\(name.inProgress)", "\(folder)/\(name.final)")
        }
        try FileSystem.syncFolder(folder)
    }

    /// Runs `body` while nobody else changes the folders of these days, and after they are what the catalog says.
    ///
    /// An exchange that a crash interrupted is completed first, or files would be renamed into a folder that is thrown away.
    func withLocked<Value>(_ days: some Collection<Day>, _ body: () throws -> Value) throws -> Value {
        guard !days.isEmpty else { return try body() }
        let lock = try FileLock(layout.dayLocks, at: days.sorted().map(\.lockPlace), .exclusive, waiting: true)
        defer { withExtendedLifetime(lock) {} }
        for day in days { try completeExchange(of: day) }
        return try body()
    }
}
