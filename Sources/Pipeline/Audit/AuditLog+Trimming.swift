import Privacy
import Store

extension AuditLog {
    private struct Cut {
        /// Where what stays begins.
        var start: Int64 = 0
        /// The last record that goes.
        var last: AuditLine?
        var count = 0
    }

    /// Removes the first records, as far as all of them are older than an instant.
    ///
    /// A record that names the last one of them is written first; by it a log that does not begin with record 1 is known to
    /// be whole.
    ///
    /// - Parameter instant: UTC seconds.
    /// - Returns: how many records are gone.
    public func trim(before instant: Int64) throws -> Int {
        let lock = try Store.lockAudit(inStore: environment.storePath, .exclusive)
        defer { withExtendedLifetime(lock) {} }
        guard let old = try AuditFile.openForReading(path) else { return 0 }
        let cut = try cut(of: old, before: instant)
        guard let last = cut.last else { return 0 }
        var writer = try AuditWriter.open(self)
        try writer.write(
            .trimmed,
            [
                .count(.removed, last.record.number), .digest(.last, last.hash), .time(.before, instant),
            ])
        let staged = try AuditFile.openStaged(environment.storePath + "/.audit.log.next")
        try copy(writer.file, from: cut.start, to: staged)
        try staged.sync()
        try step(.staged)
        try staged.replace(path)
        try AuditFile.syncFolder(environment.storePath)
        try step(.replaced)
        return cut.count
    }

    private func cut(of file: AuditFile, before instant: Int64) throws -> Cut {
        var cut = Cut()
        var lines = AuditLines(file)
        var count = 0
        while let line = try lines.next() {
            count += 1
            // What is no record has no time; it goes with the record behind it.
            guard let record = AuditLine(line.bytes) else { continue }
            guard record.record.time < instant else { break }
            cut = Cut(start: line.end, last: record, count: count)
        }
        return cut
    }

    private func copy(_ file: AuditFile, from start: Int64, to target: AuditFile) throws {
        var offset = start
        while true {
            let piece = try file.read(1 << 16, at: offset)
            guard !piece.isEmpty else { return }
            try target.append(piece)
            offset += Int64(piece.count)
        }
    }
}
