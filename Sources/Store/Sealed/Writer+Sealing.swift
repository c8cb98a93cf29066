public import Events

extension Writer {
    /// The name of a sealed file that is to be written, with a number of its own.
    public func nameSealedFile(_ kind: RetentionClass, of day: Day) throws -> SealedName {
        SealedName(kind: kind, day: day, writer: name, sequence: try store.catalog.drawSequence(name))
    }

    /// Begins a sealed file under a number of its own.
    ///
    /// - Parameter pair: what it will be sealed to.
    public func beginSealedFile(_ kind: RetentionClass, of day: Day, to pair: PairName) throws -> StagedSealedFile {
        try beginSealedFile(nameSealedFile(kind, of: day), to: pair)
    }

    /// Writes a sealed file that is whole, for a commit.
    ///
    /// - Parameters:
    ///   - file: all of its bytes.
    ///   - name: one that ``nameSealedFile(_:of:)`` has given, and that stands in the file.
    ///   - pair: what it is sealed to.
    ///   - lines: how many lines were sealed into it.
    public func stageDocument(
        _ file: [UInt8], as name: SealedName, to pair: PairName, lines: Int = 1
    ) throws -> SealedFile {
        let staged = try beginSealedFile(name, to: pair)
        do {
            try staged.append(file.span)
            return try staged.finish(lines: lines)
        } catch {
            try? staged.discard()
            throw error
        }
    }

    private func beginSealedFile(_ name: SealedName, to pair: PairName) throws -> StagedSealedFile {
        precondition(name.writer == self.name, "a writer writes under its own name")
        return try StagedSealedFile(
            name: name, pair: pair, path: store.layout.staged(name), digest: store.makeDigest())
    }

    /// Removes sealed files that will not be committed.
    public func discard(_ files: [SealedFile]) throws {
        for file in files { try FileSystem.remove(store.layout.staged(file.name)) }
    }
}
