import Events

extension Store {
    /// Makes the names in all folders of files durable.
    public func syncFolders() throws {
        var folders = [layout.staging]
        for tree in [layout.events] + RetentionClass.sealed.map(layout.tree) {
            guard FileSystem.kind(tree) == .folder else { continue }
            folders.append(tree)
            folders += try FileSystem.list(tree).map { "\(tree)/\($0)" }.filter { FileSystem.kind($0) == .folder }
        }
        folders.append(layout.holds)
        // A day may be destroyed meanwhile.
        for folder in folders where FileSystem.kind(folder) == .folder { try FileSystem.syncFolder(folder) }
    }

    /// Removes certificates that were not finished; for whoever has the right to aggregate.
    public func removeStagedCertificates() throws {
        for name in try FileSystem.list(layout.staging) where name.hasPrefix("certificate-") {
            try FileSystem.remove("\(layout.staging)/\(name)")
        }
    }

    /// Whether there are files with numbers, or days of generations, that the catalog has not given yet: then it is an older
    /// one than the files.
    public func isNewerThanCatalog() throws -> Bool {
        for file in try StoreFile.all(inStore: layout.root) {
            switch StoredName(file.name) {
            case .partition(let name, let day):
                if try name.sequence >= catalog.nextSequence(of: name.writer) { return true }
                if try name.generation > catalog.generation(of: day) { return true }
            case .sealed(let name):
                if try name.sequence >= catalog.nextSequence(of: name.writer) { return true }
            case .inProgress(let name):
                if try name.sequence >= catalog.nextSequence(of: name.writer) { return true }
            case .generation(let generation, let day):
                if try generation > catalog.generation(of: day) { return true }
            case .aside, .stagedCertificate, .certificate, nil: break
            }
        }
        return false
    }

    /// Removes a partition or a sealed file that is not on record, though its number was given, and whose writer does not live.
    ///
    /// - Parameter path: the path below the store's folder.
    /// - Returns: whether it was removed.
    public func removeOrphan(_ path: String) throws -> Bool {
        switch StoredName(path) {
        case .partition(let name, let day):
            try removeOrphan(path, writer: name.writer, sequence: name.sequence, of: day) {
                try catalog.file(writer: name.writer, sequence: name.sequence)?.name == name
            }
        case .sealed(let name):
            try removeOrphan(path, writer: name.writer, sequence: name.sequence, of: name.day) {
                try catalog.sealedFile(writer: name.writer, sequence: name.sequence)?.name == name
            }
        default: false
        }
    }

    private func removeOrphan(
        _ path: String, writer: String, sequence: Int, of day: Day, isOnRecord: () throws -> Bool
    ) throws -> Bool {
        let full = "\(layout.root)/\(path)"
        return try withoutWriter(writer) {
            try withLocked([day]) {
                guard FileSystem.kind(full) == .file, try sequence < catalog.nextSequence(of: writer),
                    try !isOnRecord()
                else { return false }
                try FileSystem.remove(full)
                if let slash = full.lastIndex(of: "/") { try FileSystem.syncFolder(String(full[..<slash])) }
                return true
            }
        } ?? false
    }
}
