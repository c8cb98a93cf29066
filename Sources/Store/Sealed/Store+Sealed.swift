public import Events

extension Store {
    /// Renames recorded sealed files into their day's folder; the caller holds the day's lock.
    func publish(_ files: [SealedFile]) throws {
        for (folder, files) in Dictionary(grouping: files, by: { layout.folder(of: $0.name) }) {
            try makeSealedFolders(files[0].name)
            for file in files {
                try FileSystem.renameOnce(layout.staged(file.name), "\(folder)/\(file.name.final)")
            }
            try FileSystem.syncFolder(folder)
        }
    }

    /// Makes the folder of a sealed file and those above it, as far as they are not there, for nobody else to list.
    private func makeSealedFolders(_ name: SealedName) throws {
        var above = layout.root
        for part in StoreLayout.relativePath(of: name).split(separator: "/").dropLast() {
            let folder = "\(above)/\(part)"
            if try FileSystem.makeFolder(folder, mode: 0o700) { try FileSystem.syncFolder(above) }
            above = folder
        }
    }

    /// Opens the sealed files of a day, in the order of writer and number.
    public func sealedSources(_ kind: RetentionClass, of day: Day) throws -> [SealedFileSource] {
        try withLocked([day]) {
            try catalog.sealedFiles(kind, of: day).map { file in
                let final = layout.path(of: file.name)
                // What a writer that died has put on record and not renamed lies where it was written.
                return try SealedFileSource(
                    file, path: FileSystem.kind(final) == nil ? layout.staged(file.name) : final)
            }
        }
    }
}
