import Privacy

extension AuditLog {
    /// When the oldest record was written that can be read, in UTC seconds; nil if there is none.
    func oldestTime() throws -> Int64? {
        guard let file = try AuditFile.openForReading(path) else { return nil }
        var lines = AuditLines(file)
        while let line = try lines.next() {
            if let record = AuditLine(line.bytes) { return record.record.time }
        }
        return nil
    }
}
