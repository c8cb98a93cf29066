import Testing

@Suite("What ingest, aggregate and report print for people")
struct SummaryTests {
    private let space: Workspace

    init() throws {
        space = try Workspace()
    }

    /// The text with what differs from run to run taken out: the workspace's path, processor time, and the size of files full of random bytes.
    private func settled(_ text: String) -> String {
        text.replacing(space.folder, with: "…")
            .replacing(/[0-9.]+(e-[0-9]+)? s CPU/, with: "… s CPU")
            .replacing(/(files?), [0-9.]+ (bytes|KiB|MiB) for/, with: { "\($0.1), … for" })
            .replacing(/now [0-9.]+ (bytes|KiB|MiB)/, with: "now …")
            .replacing(/raw lines, [0-9.]+ (bytes|KiB|MiB)/, with: "raw lines, …")
    }

    @Test("The summary of an ingest, and that of the same again")
    func ingest() throws {
        var lines = SampleLog.lines(3000, seed: 201)
        lines[100] = ""
        lines[200] = "# a directive"
        lines[300] = "this is no line of a log"
        lines[2000] = lines[2000].replacing("/Mar/", with: "/Mrz/")
        lines.append(String(lines[7].prefix(25)))
        let path = try space.write(Array(lines.log.dropLast()), to: "access.log")
        let first = try space.run(["ingest", path])
        let second = try space.run(["ingest", path], input: .nothing)
        let empty = try space.run(["ingest"])
        try expectSnapshot(
            settled([first, second, empty].map { $0.errors + $0.output }.joined(separator: "\n")), "ingest.txt")
    }

    @Test("The list of formats, of what may stand around them, and of what else --format takes")
    func formats() throws {
        let run = try space.run(["ingest", "--list-formats"])
        #expect(run.code == 0)
        try expectSnapshot(run.output, "formats.txt")
    }

    @Test("The summaries of closing days, and the report before and after")
    func report() throws {
        // Enough people for statistics, with the same browsers on three days.
        var sample = SampleLog(seed: 202, second: 0, step: 60)
        let path = try space.write(sample.lines(8000).log, to: "access.log")
        try expect(space.ingest([path]), Counts(accepted: 8000))
        let steps = [
            ["report"], ["aggregate"], ["report"], ["report", "--from", "2026-03-01", "--to", "2026-03-01"],
            ["aggregate"],
        ]
        let runs = try steps.map { try space.run($0) }
        for run in runs {
            #expect(run.code == 0)
            #expect(run.errors == "")
        }
        let text = zip(steps, runs).map { "$ footfall \($0.joined(separator: " "))\n\($1.output)" }.joined(
            separator: "\n")
        try expectSnapshot(settled(text), "report.txt")
    }

    @Test("The report says the same however the log came in", arguments: [Form.slowPipe, .members])
    func sameReport(form: Form) throws {
        let other = try Workspace()
        let lines = SampleLog.lines(6000, seed: 203)
        try expect(space.ingest(lines.log, as: .file), Counts(accepted: 6000))
        for end in [1000, 2500, 6000] { _ = try other.ingest(lines[..<end].log, as: form) }
        for space in [space, other] { #expect(try space.run(["aggregate"]).code == 0) }
        #expect(try space.run(["report"]).output == other.run(["report"]).output)
        #expect(try space.run(["report", "--json"]).output == other.run(["report", "--json"]).output)
    }
}
