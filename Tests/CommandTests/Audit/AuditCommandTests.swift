import Foundation
import Testing

@Suite("audit")
struct AuditCommandTests {
    private let space: Workspace

    init() throws {
        space = try Workspace()
        let log = try space.write(SampleLog.lines(50, seed: 511).log, to: "access.log")
        #expect(try space.run(["ingest", log]).code == 0)
        #expect(try space.run(["aggregate"], now: "2026-03-21T03:00:00Z").code == 0)
    }

    private var logPath: String { space.store + "/audit.log" }
    private var officerKey: String { space.keys + "/OFFICER-KEY-MOVE-ME" }

    private func lines() throws -> [String] {
        try String(contentsOfFile: logPath, encoding: .utf8).split(separator: "\n").map(String.init)
    }

    private func write(_ lines: [String]) throws {
        try space.write(lines.map { $0 + "\n" }.joined(), to: "store/audit.log")
    }

    /// What differs from run to run: folders, who runs, the machine's clock, and keys and all that follows from them.
    private func settled(_ text: String) -> String {
        text.replacing(space.folder, with: "…")
            .replacing(/by [A-Za-z0-9.-]+ uid [0-9]+/, with: "by HOST uid USER")
            .replacing(/clock=[0-9T:Z-]+/, with: "clock=MACHINE")
            .replacing(/officer [0-9a-f]{16}/, with: "officer FINGERPRINT")
            .replacing(/hash [0-9a-f]{64}/, with: "hash HASH")
            .replacing(/policy=[0-9a-f]{64}/, with: "policy=DIGEST")
    }

    @Test("show prints a line a record")
    func show() throws {
        let run = try space.run(["audit", "show"])
        #expect(run.code == 0)
        #expect(run.errors == "")
        try expectSnapshot(settled(run.output), "audit-show.txt")
    }

    @Test("show prints what was asked for")
    func selection() throws {
        for (arguments, events) in [
            (["--event", "aggregate"], ["aggregate"]), (["--from", "2026-03-21"], ["aggregate", "expire"]),
            (["--to", "2026-03-20"], ["officer-added", "policy", "ingest"]),
            (["--from", "2026-03-20", "--to", "2026-03-20", "--event", "ingest"], ["ingest"]),
            (["--event", "nothing"], []), (["--provisions"], []),
        ] {
            let run = try space.run(["audit", "show", "--json"] + arguments)
            #expect(run.code == 0)
            let shown = try run.output.split(separator: "\n").map { line in
                let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
                return object?["event"] as? String
            }
            #expect(shown == events, "\(arguments)")
        }
    }

    @Test("show --json prints the lines as they are stored")
    func json() throws {
        #expect(try space.run(["audit", "show", "--json"]).output == String(contentsOfFile: logPath, encoding: .utf8))
    }

    @Test("verify says what it checked and what it could not")
    func verify() throws {
        let run = try space.run(["audit", "verify"])
        #expect(run.code == 0)
        #expect(run.errors == "")
        try expectSnapshot(settled(run.output), "audit-verify.txt")
    }

    @Test("verify checks everything with an officer's key and a head that was kept")
    func verifyAll() throws {
        let head = try space.run(["audit", "show", "--head"])
        try space.write(head.output, to: "head.txt")
        #expect(try space.run(["aggregate"], now: "2026-03-22T03:00:00Z").code == 0)
        let run = try space.run(["audit", "verify", "--officer-key", officerKey, "--head", space.path("head.txt")])
        #expect(run.code == 0)
        try expectSnapshot(settled(run.output), "audit-verify-all.txt")
        let piped = try space.run(["audit", "verify", "--head", "-"], input: .file(space.path("head.txt")))
        #expect(piped.code == 0)
    }

    @Test("verify names the first bad record and exits with 65")
    func damaged() throws {
        var lines = try lines()
        lines[2].replace("\"accepted\":", with: "\"accepted\":1")
        try write(lines)
        let run = try space.run(["audit", "verify", "--officer-key", officerKey])
        #expect(run.code == 65)
        #expect(run.errors == "")
        try expectSnapshot(settled(run.output), "audit-verify-damaged.txt")
        let json = try space.run(["audit", "verify", "--json"])
        #expect(json.code == 65)
        let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
        #expect(object?["good"] as? Bool == false)
        #expect((object?["faults"] as? [[String: Any]])?.first?["line"] as? Int == 3)
        #expect(try space.run(["audit", "verify", "--quiet"]).everything == "")
    }

    @Test("A job that finds the log damaged goes on and says so")
    func goingOn() throws {
        try write(Array(lines().dropLast(2)))
        let run = try space.run(["aggregate", "--no-expire"])
        #expect(run.code == 0)
        #expect(run.output == "nothing to close\n")
        #expect(
            settled(run.errors) == """
                footfall: the audit log …/store/audit.log is damaged: its last records are missing. Record 6 says so; see `footfall audit verify`.

                """)
        #expect(try space.run(["audit", "verify"]).code == 65)
        #expect(try space.run(["aggregate", "--no-expire"]).errors == "")
    }

    @Test(
        "Without a log, commands name the path that they tried (66)",
        arguments: [["show"], ["show", "--head"], ["verify"]])
    func missing(_ arguments: [String]) throws {
        let empty = try Workspace()
        let run = try empty.run(["audit"] + arguments)
        #expect(run.code == 66)
        #expect(run.errors.contains(empty.store + "/audit.log"))
    }

    @Test("A key that opens nothing, and a head that is none, are refused (65)")
    func refused() throws {
        #expect(try space.run(["officer", "new", "anna", "-o", space.path("anna")]).code == 0)
        let key = try space.run(["audit", "verify", "--officer-key", space.path("anna")])
        #expect(key.code == 65)
        #expect(key.errors.contains("Show the key of one of them"))
        let head = try space.run(["audit", "verify", "--head", space.path("access.log")])
        #expect(head.code == 65)
        #expect(head.errors.contains("audit show --head"))
        #expect(try space.run(["audit", "verify", "--head", "-", "--officer-key", "-"]).code == 64)
        #expect(try space.run(["audit", "show", "--head", "--event", "ingest"]).code == 64)
    }

    @Test("Commands of officers, of the policy and of the search are on record, and reports are not")
    func commands() throws {
        try FileManager.default.copyItem(atPath: officerKey, toPath: space.path("officer.key"))
        let before = try lines().count
        for arguments in [
            ["report"], ["explain", space.path("access.log")], ["keys", "status"], ["officer", "list"],
            ["audit", "show"], ["audit", "verify"],
        ] {
            #expect(try space.run(arguments).code == 0, "\(arguments)")
        }
        #expect(try lines().count == before)
        _ = try space.run(["officer", "new", "anna", "--add", "-o", space.path("anna")])
        _ = try space.run(["officer", "taken", "--officer-key", space.path("officer.key")])
        _ = try space.run(["policy", "publish"])
        try space.write("203.0.113.255\n", to: "identifiers")
        _ = try space.run(["verify", "--leaks", space.path("identifiers")])
        let events = try lines().dropFirst(before).map { $0.firstMatch(of: /"event":"([a-z-]+)"/).map { String($0.1) } }
        #expect(events == ["officer-added", "officer-taken", "policy", "verify"])
        #expect(try space.run(["audit", "verify", "--officer-key", space.path("officer.key")]).code == 0)
    }

    @Test("Files that are followed are on record when that begins and when it ends")
    func following() throws {
        let child = try space.start(["ingest", "--follow", space.path("access.log")])
        // A minute at most.
        for _ in 0..<1200 where try lines().count < 6 { usleep(50_000) }
        child.send(SIGTERM)
        #expect(child.finish().code == 0)
        let outcomes = try lines().dropFirst(5).map {
            $0.firstMatch(of: /"outcome":"([a-z]+)"/).map { String($0.1) }
        }
        #expect(outcomes == ["begun", "done"])
    }
}
