import Testing

extension Workspace {
    /// Feeds files and demands what holds for every run: it succeeds and says nothing more, its sums balance, and the partitions hold as many
    /// rows more as it has accepted lines.
    func ingest(
        _ arguments: [String], now: String = Workspace.now, input: Child.Input = .nothing,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> Counts {
        let isNew = try files(below: store).isEmpty
        let before = try storedRows()
        let run = try run(["ingest", "--json"] + arguments, now: now, input: input)
        #expect(run.code == 0, "\(run.errors)", sourceLocation: sourceLocation)
        if !isNew { #expect(run.errors == "", sourceLocation: sourceLocation) }
        let report = try IngestReport(run.output)
        #expect(report.read == report.counts.read, "the sums do not balance", sourceLocation: sourceLocation)
        #expect(report.days.values.reduce(0, +) == report.accepted, sourceLocation: sourceLocation)
        #expect(try storedRows() - before == report.accepted, "rows in the partitions", sourceLocation: sourceLocation)
        return report.counts
    }

    /// Feeds bytes in some form; a form that needs a file uses the file of this name.
    func ingest(
        _ bytes: [UInt8], as form: Form, name: String = "access.log", options: [String] = [],
        now: String = Workspace.now,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> Counts {
        let packed = form.pack(bytes)
        switch form {
        case .file, .gzip, .members:
            let path = try write(packed, to: name + (form == .file ? "" : ".gz"))
            return try ingest(options + [path], now: now, sourceLocation: sourceLocation)
        case .redirected:
            let path = try write(packed, to: name + ".in")
            return try ingest(options, now: now, input: .file(path), sourceLocation: sourceLocation)
        case .pipe, .gzipPipe:
            return try ingest(options, now: now, input: .pieces([packed]), sourceLocation: sourceLocation)
        case .slowPipe:
            return try ingest(options, now: now, input: .pieces(Form.pieces(packed)), sourceLocation: sourceLocation)
        }
    }
}
