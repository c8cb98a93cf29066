import Testing

@Suite("A restarted pipe repeats up to 64 lines, which are not counted again")
struct OverlapTests {
    private static let counts = [1, 2, 10, 63, 64]

    private func pipe(_ lines: some Collection<String>, slow: Bool = false) -> Child.Input {
        .pieces(slow ? Form.pieces(lines.log) : [lines.log])
    }

    @Test("The last lines of the source, then new ones", arguments: counts, [false, true])
    func overlap(count: Int, slow: Bool) throws {
        let space = try Workspace()
        let lines = SampleLog.lines(500, seed: 31)
        try expect(space.ingest([], input: pipe(lines[..<300], slow: slow)), Counts(accepted: 300))
        try expect(
            space.ingest([], input: pipe(lines[(300 - count)..<400], slow: slow)),
            Counts(accepted: 100, duplicate: count))
        try expect(
            space.ingest([], input: pipe(lines[(400 - count)...], slow: slow)), Counts(accepted: 100, duplicate: count))
    }

    @Test("The last lines of the source alone", arguments: counts)
    func overlapOnly(count: Int) throws {
        let space = try Workspace()
        let lines = SampleLog.lines(300, seed: 32)
        try expect(space.ingest([], input: pipe(lines)), Counts(accepted: 300))
        try expect(space.ingest([], input: pipe(lines[(300 - count)...])), Counts(duplicate: count))
    }

    @Test("A pipe goes on where a file of the same source ended", arguments: counts)
    func overlapOfFile(count: Int) throws {
        let space = try Workspace()
        let lines = SampleLog.lines(200, seed: 33)
        try expect(space.ingest(lines[..<150].log, as: .file, options: ["--source", "web"]), Counts(accepted: 150))
        try expect(
            space.ingest(["--source", "web"], input: pipe(lines[(150 - count)...])),
            Counts(accepted: 50, duplicate: count))
    }

    @Test("A source shorter than what is repeated")
    func shortSource() throws {
        let space = try Workspace()
        let lines = SampleLog.lines(45, seed: 34)
        try expect(space.ingest([], input: pipe(lines[..<5])), Counts(accepted: 5))
        try expect(space.ingest([], input: pipe(lines[2...])), Counts(accepted: 40, duplicate: 3))
    }

    @Test("Lines from the middle of the source that do not lead to its end are new")
    func middle() throws {
        let space = try Workspace()
        let lines = SampleLog.lines(300, seed: 35)
        let other = SampleLog.lines(20, seed: 36, second: 60_000)
        try expect(space.ingest([], input: pipe(lines)), Counts(accepted: 300))
        try expect(space.ingest([], input: pipe(lines[280..<290] + other)), Counts(accepted: 30))
    }

    @Test("A file is no restarted pipe")
    func file() throws {
        let space = try Workspace()
        let lines = SampleLog.lines(100, seed: 37)
        try expect(space.ingest([], input: pipe(lines[..<80])), Counts(accepted: 80))
        try expect(space.ingest(lines[70...].log, as: .redirected), Counts(accepted: 30))
    }

    @Test("An overlap of another source is none")
    func otherSource() throws {
        let space = try Workspace()
        let lines = SampleLog.lines(100, seed: 38)
        try expect(space.ingest(["--source", "a"], input: pipe(lines[..<80])), Counts(accepted: 80))
        try expect(space.ingest(["--source", "b"], input: pipe(lines[70...])), Counts(accepted: 30))
    }
}
