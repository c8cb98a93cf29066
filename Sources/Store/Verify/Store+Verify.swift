public import Events
import Parquet

extension Store {
    /// How many bytes are digested at once.
    private static let pieceLength = 1 << 20

    /// Runs `body` while nobody else changes the folders of a day; what a crash has left there is left.
    public func holding<Value>(_ day: Day, _ body: () throws -> Value) throws -> Value {
        let lock = try FileLock(layout.dayLocks, at: [day.lockPlace], .exclusive, waiting: true)
        defer { withExtendedLifetime(lock) {} }
        return try body()
    }

    /// Runs `body` while nobody can write under a name.
    ///
    /// - Returns: nil, and nothing is done, if somebody does.
    public func withoutWriter<Value>(_ name: String, _ body: () throws -> Value) throws -> Value? {
        guard let lock = try FileLock(layout.writerLock(name), .exclusive, waiting: false) else { return nil }
        defer { withExtendedLifetime(lock) {} }
        return try body()
    }

    /// Runs `body` while nobody aggregates or expires.
    ///
    /// - Returns: nil, and nothing is done, if somebody does.
    public func withoutAggregation<Value>(_ body: () throws -> Value) throws -> Value? {
        guard let lock = try FileLock(layout.aggregationLock, .exclusive, waiting: false) else { return nil }
        defer { withExtendedLifetime(lock) {} }
        return try body()
    }

    public func place(of file: PartitionFile) -> StoredPlace {
        place(
            "\(layout.folder(of: file.epoch.day))/\(file.name.final)", or: "\(layout.staging)/\(file.name.inProgress)")
    }

    public func place(of file: SealedFile) -> StoredPlace {
        place(layout.path(of: file.name), or: layout.staged(file.name))
    }

    private func place(_ final: String, or staged: String) -> StoredPlace {
        if FileSystem.kind(final) == .file { return .final(final) }
        return FileSystem.kind(staged) == .file ? .staged(staged) : .missing
    }

    /// Whether the exchange of a day's folder is on record and has not happened.
    public func isExchangeUnfinished(_ day: Day) throws -> Bool {
        let generation = try catalog.generation(of: day)
        return generation > 0
            && FileSystem.kind("\(layout.folder(of: day))/\(layout.generationMark(generation))") == nil
            && FileSystem.kind(layout.aside(day, generation: generation)) == .folder
    }

    /// Length and SHA-256 of a file, whatever is on record.
    public func digest(ofFileAt path: String) throws -> (bytes: Int64, digest: [UInt8]) {
        let source = try FileSource(path: path)
        var digest = makeDigest()
        var position: Int64 = 0
        while true {
            let piece = try source.read(at: position, count: Store.pieceLength)
            if piece.isEmpty { break }
            digest.update(piece.span)
            position += Int64(piece.count)
        }
        return (position, digest.finish())
    }

    /// Opens a sealed file where it lies; nil if it is missing.
    public func source(of file: SealedFile) throws -> SealedFileSource? {
        try place(of: file).path.map { try SealedFileSource(file, path: $0) }
    }
}
