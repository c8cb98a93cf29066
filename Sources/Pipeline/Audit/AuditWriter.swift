import Privacy

/// An audit log that stands as its key says, ready for the next record; its lock is held.
struct AuditWriter: ~Copyable {
    let file: AuditFile
    private let log: AuditLog
    private var key: AuditKey
    /// Of the last record.
    private var hash: AuditDigest

    private init(_ log: AuditLog, _ file: AuditFile, _ key: consuming AuditKey, after hash: AuditDigest) {
        self.log = log
        self.file = file
        self.key = key
        self.hash = hash
    }

    /// Writes a record: first the line, flushed, then the key of the one that follows.
    mutating func write(_ event: AuditEvent, _ fields: [AuditField]) throws {
        let line = AuditLine(log.record(key.number, event, fields), after: hash, under: key)
        try file.append(Array(line.text.utf8) + [UInt8(ascii: "\n")])
        try log.step(.written)
        try file.sync()
        try log.step(.flushed)
        key = try log.keys.advanceAuditKey(key)
        try log.step(.advanced)
        hash = line.hash
    }

    /// Opens a log, makes it if there is none, and finishes what a crash interrupted.
    ///
    /// Damage is put on record and told; what is there is left as it is.
    static func open(_ log: AuditLog) throws -> AuditWriter {
        let file = try AuditFile.openForAppending(log.path)
        guard let key = try log.keys.auditKey() else { return try begin(log, file) }
        let tail = try tail(of: file)
        if tail.isBlank { try AuditFile.syncFolder(log.environment.storePath) }
        // Only the first record's key can be there without having been sealed: a crash came between.
        let isNew = key.number == 1 && tail.isBlank
        let isSealed = try log.keys.hasAuditOrigin()
        if !isSealed { try log.seal(key) }
        var writer = try settle(log, file, key, tail)
        if !isSealed, !isNew { try writer.note(.originMissing, after: tail) }
        return writer
    }

    /// Begins a log, or goes on with one whose key is gone.
    private static func begin(_ log: AuditLog, _ file: AuditFile) throws -> AuditWriter {
        var tail = try tail(of: file)
        let isNew = try tail.isBlank && !log.keys.hasAuditOrigin()
        if tail.isUnended { tail = try endLine(of: file) }
        let key = try log.keys.makeAuditKey(number: (tail.last?.record.number ?? 0) + 1)
        try log.step(.keyMade)
        try log.seal(key)
        if isNew { try AuditFile.syncFolder(log.environment.storePath) }
        var writer = AuditWriter(log, file, key, after: tail.hash)
        if !isNew { try writer.note(.keyMissing, after: tail) }
        return writer
    }

    private static func settle(
        _ log: AuditLog, _ file: AuditFile, _ key: consuming AuditKey, _ tail: AuditTail
    ) throws -> AuditWriter {
        switch tail.standing(to: key) {
        case .ready: return AuditWriter(log, file, key, after: tail.hash)
        case .torn(let count):
            try file.cut(count)
            return AuditWriter(log, file, key, after: tail.hash)
        case .written, .unended:
            let whole = tail.isUnended ? try endLine(of: file) : tail
            try file.sync()
            return AuditWriter(log, file, try log.keys.advanceAuditKey(key), after: whole.hash)
        case .damaged(let damage):
            let whole = tail.isUnended ? try endLine(of: file) : tail
            var writer = AuditWriter(log, file, key, after: whole.hash)
            try writer.note(damage, after: whole)
            return writer
        }
    }

    private mutating func note(_ damage: AuditDamage, after tail: AuditTail) throws {
        let number = key.number
        log.environment.warn(
            "the audit log \(log.path) is damaged: \(damage). Record \(number) says so; see `footfall audit verify`.")
        try write(
            .damaged,
            [.fault(damage), .count(.found, tail.last?.record.number ?? 0), .count(.expected, number - 1)])
    }

    /// Ends a last line that is to stay as it is.
    private static func endLine(of file: AuditFile) throws -> AuditTail {
        try file.append([UInt8(ascii: "\n")])
        return try tail(of: file)
    }

    private static func tail(of file: AuditFile) throws -> AuditTail {
        let size = try file.size()
        let start = max(0, size - Int64(AuditTail.byteCount))
        return AuditTail(try file.read(AuditTail.byteCount, at: start), isWhole: start == 0)
    }
}
