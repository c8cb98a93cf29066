import Foundation
import Glibc
import Testing

@Suite("Files are followed until a signal says to stop")
struct FollowTests {
    private let space: Workspace

    init() throws {
        space = try Workspace()
    }

    private func append(_ lines: [String], to name: String) throws {
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: space.path(name)))
        try handle.seekToEnd()
        try handle.write(contentsOf: Data(lines.log))
        try handle.close()
    }

    /// Looks again and again until so many rows are stored, for a minute at most.
    private func waitForRows(_ count: Int) throws {
        for _ in 0..<1200 {
            if try space.storedRows() >= count { return }
            usleep(50_000)
        }
        Issue.record("\(count) rows have not come; there are \(try space.storedRows())")
    }

    @Test("SIGTERM commits what was read, and the exit code is 0")
    func terminate() throws {
        let lines = SampleLog.lines(50, seed: 71)
        try space.write(lines.prefix(30).log, to: "access.log")
        let child = try space.start(["ingest", "--json", "--follow", space.path("access.log")])
        try waitForRows(30)
        try append(Array(lines.suffix(20)), to: "access.log")
        // The lines are read within a second and committed within ten.
        try waitForRows(50)
        child.send(SIGTERM)
        let result = child.finish()
        #expect(result.code == 0)
        let report = try IngestReport(String(decoding: result.output, as: UTF8.self))
        #expect(report.counts == Counts(accepted: 50))
        #expect(try space.storedRows() == 50)
        try expect(space.ingest([space.path("access.log")]), Counts(duplicate: 50))
    }

    @Test("After a rotation the new file is read, with or without SIGHUP, and a file by a glob as well")
    func hangUp() throws {
        let lines = SampleLog.lines(60, seed: 72)
        try space.write(lines.prefix(20).log, to: "access.log")
        let child = try space.start(["ingest", "--json", "--follow", space.path("*.log")])
        try waitForRows(20)
        try FileManager.default.moveItem(atPath: space.path("access.log"), toPath: space.path("access.log.1"))
        try space.write(lines[20..<50].log, to: "access.log")
        child.send(SIGHUP)
        try waitForRows(50)
        try space.write(lines[50...].log, to: "other.log")
        try waitForRows(60)
        child.send(SIGINT)
        let result = child.finish()
        #expect(result.code == 0)
        #expect(try IngestReport(String(decoding: result.output, as: UTF8.self)).counts == Counts(accepted: 60))
        #expect(try space.storedRows() == 60)
    }

    @Test(
        "A pipe whose reader is told to stop is committed; only SIGTERM is its regular end",
        arguments: [SIGTERM, SIGINT])
    func pipe(_ signal: Int32) throws {
        let lines = SampleLog.lines(40, seed: 73)
        let child = try space.start(["ingest", "--json"], input: .held(lines.log))
        // The format is chosen, and the lines are committed, two seconds after they have come.
        try waitForRows(40)
        child.send(signal)
        let result = child.finish()
        #expect(result.code == (signal == SIGTERM ? 0 : 128 + SIGINT))
        #expect(try IngestReport(String(decoding: result.output, as: UTF8.self)).counts == Counts(accepted: 40))
    }
}
