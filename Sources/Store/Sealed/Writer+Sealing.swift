public import Events

extension Writer {
    /// Begins a sealed file under a number of its own.
    public func beginSealedFile(_ kind: RetentionClass, of day: Day) throws -> StagedSealedFile {
        let name = SealedName(
            kind: kind, day: day, writer: self.name, sequence: try store.catalog.drawSequence(self.name))
        return try StagedSealedFile(name: name, path: store.layout.staged(name), digest: store.makeDigest())
    }

    /// Removes sealed files that will not be committed.
    public func discard(_ files: [SealedFile]) throws {
        for file in files { try FileSystem.remove(store.layout.staged(file.name)) }
    }
}
