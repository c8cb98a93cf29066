import Events

extension Store {
    /// Puts sealed files of a day in the place of others, in one transaction that also marks the others' pairs as to be destroyed.
    ///
    /// The caller holds the right to aggregate, and has seen to it that nobody seals lines to the old pairs any more. What a
    /// crash leaves undone behind the transaction, ``removeReplacedFiles()`` does.
    public func reseal(_ resealing: Resealing) throws {
        try FileSystem.syncFolder(layout.staging)
        try withLocked([resealing.day]) {
            try catalog.record(resealing)
            try publish(resealing.new)
        }
        try removeReplacedFiles()
    }

    /// Removes sealed files that others have taken the place of.
    ///
    /// The caller holds the right to aggregate.
    public func removeReplacedFiles() throws {
        for (day, files) in Dictionary(grouping: try catalog.replacedFiles(), by: \.day) {
            try withLocked([day]) {
                for file in files {
                    try FileSystem.remove(layout.path(of: file))
                    try FileSystem.remove(layout.staged(file))
                }
                for folder in Set(files.map { layout.folder(of: $0) }) where FileSystem.kind(folder) != nil {
                    try FileSystem.syncFolder(folder)
                }
            }
            try catalog.forgetReplaced(files)
        }
    }
}
