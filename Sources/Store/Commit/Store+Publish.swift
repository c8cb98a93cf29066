import Events

extension Store {
    /// Renames recorded files into their day's folder.
    ///
    /// Holds the day's lock, so that no exchange of the folder comes in between; an exchange that a crash interrupted
    /// is completed first, or the files would land in a folder that is thrown away.
    func publish(_ files: [PartitionFile], of day: Day) throws {
        try withDayLocked(day) {
            let folder = layout.folder(of: day)
            if try FileSystem.makeFolder(folder) { try FileSystem.syncFolder(layout.events) }
            for file in files {
                try FileSystem.renameOnce("\(layout.staging)/\(file.name.inProgress)", "\(folder)/\(file.name.final)")
            }
            try FileSystem.syncFolder(folder)
        }
    }

    /// Runs `body` while nobody else changes the day's folder, and after the folder is what the catalog says.
    func withDayLocked<Value>(_ day: Day, _ body: () throws -> Value) throws -> Value {
        let lock = try FileLock(layout.dayLocks, at: day.lockPlace, .exclusive, waiting: true)
        defer { withExtendedLifetime(lock) {} }
        try completeExchange(of: day)
        return try body()
    }
}
