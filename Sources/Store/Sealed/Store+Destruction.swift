public import Events

extension Store {
    /// Removes the sealed files of a day that are on record, where they lie and where a writer that died has left them.
    ///
    /// The records stay: they are what a certificate is made of. Doing it again does nothing.
    public func removeSealedFiles(_ kinds: [RetentionClass], of day: Day) throws {
        try withLocked([day]) {
            for kind in kinds {
                for file in try catalog.sealedFiles(kind, of: day) {
                    try FileSystem.remove(layout.path(of: file.name))
                    try FileSystem.remove(layout.staged(file.name))
                }
                let folder = layout.folder(of: kind, day)
                guard FileSystem.kind(folder) != nil else { continue }
                try FileSystem.syncFolder(folder)
                try FileSystem.removeEmptyFolder(folder)
                try FileSystem.syncFolder(layout.tree(of: kind))
            }
            try FileSystem.syncFolder(layout.staging)
        }
    }
}
