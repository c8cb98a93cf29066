public import Events

extension Store {
    /// Takes the right to change holds.
    ///
    /// - Throws: ``StoreError`` (busy) if another process changes one.
    public func lockHolds() throws -> FileLock {
        guard let lock = try FileLock(layout.holdLock, .exclusive, waiting: false) else {
            throw StoreError(
                .busy, "Another `footfall hold` is changing a hold. Run the command again when it has finished.")
        }
        return lock
    }

    /// Opens the files that are sealed to a pair, in the order of writer and number.
    public func sealedSources(to pair: PairName) throws -> [SealedFileSource] {
        let days = Set(try catalog.sealedFiles(to: pair).map(\.name.day))
        return try withLocked(days) {
            try catalog.sealedFiles(to: pair).compactMap { try source(of: $0) }
        }
    }

    /// Removes the files that are sealed to a pair, where they lie and where a writer that died has left them.
    ///
    /// The records stay: they are what a certificate is made of. Doing it again does nothing.
    public func removeSealedFiles(to pair: PairName) throws {
        let days = Set(try catalog.sealedFiles(to: pair).map(\.name.day))
        try withLocked(days) {
            for file in try catalog.sealedFiles(to: pair) {
                try FileSystem.remove(layout.path(of: file.name))
                try FileSystem.remove(layout.staged(file.name))
                let folder = layout.folder(of: file.name)
                guard FileSystem.kind(folder) != nil else { continue }
                try FileSystem.syncFolder(folder)
                try FileSystem.removeEmptyFolder(folder)
                try FileSystem.syncFolder(layout.tree(of: file.name.kind))
            }
            try FileSystem.syncFolder(layout.staging)
        }
    }
}

extension Writer {
    /// Puts a hold on record, with its sealed filter.
    public func record(_ proposal: HoldProposal, filter: SealedFile) throws {
        try FileSystem.syncFolder(store.layout.staging)
        try store.withLocked([filter.name.day]) {
            do {
                try store.catalog.record(proposal, filter: filter)
            } catch {
                try? discard([filter])
                throw error
            }
            try store.publish([filter])
        }
    }

    /// Puts the records of a day on record that a hold has copied, all of them or nothing, and that the day is done.
    ///
    /// - Parameter file: a finished file; nil if no record matched.
    /// - Returns: false, and nothing is kept, if they are not wanted any more.
    public func recordCopied(_ held: HeldDay, _ file: SealedFile?) throws -> Bool {
        guard let file else { return try store.catalog.recordCopied(held, nil) }
        try FileSystem.syncFolder(store.layout.staging)
        return try store.withLocked([held.day]) {
            guard try store.catalog.recordCopied(held, file) else {
                try discard([file])
                return false
            }
            try store.publish([file])
            return true
        }
    }
}
