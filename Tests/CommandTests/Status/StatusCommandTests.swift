import Foundation
import Testing

@Suite("status")
struct StatusCommandTests {
    private let space: Workspace

    /// A store with three days, two of them closed, whose officer's key was carried away.
    init() throws {
        space = try Workspace()
        for day in 0..<3 {
            let lines = SampleLog.lines(40, seed: 700 + UInt64(day), second: day * 86_400)
            let log = try space.write(lines.log, to: "day\(day).log")
            #expect(try space.run(["ingest", log], now: "2026-03-0\(day + 1)T23:30:00Z").code == 0)
        }
        #expect(try space.run(["aggregate"], now: "2026-03-03T23:40:00Z").code == 0)
        let waiting = space.keys + "/OFFICER-KEY-MOVE-ME"
        try FileManager.default.copyItem(atPath: waiting, toPath: space.path("officer.key"))
        #expect(try space.run(["officer", "taken", "--officer-key", space.path("officer.key")]).code == 0)
    }

    private static let now = "2026-03-04T00:30:00Z"

    private func status(_ options: [String] = [], now: String = StatusCommandTests.now) throws -> Run {
        try space.run(["status"] + options, now: now)
    }

    /// What differs from run to run: folders, and what depends on keys.
    private func settled(_ text: String) -> String {
        text.replacing(space.folder, with: "…").replacing(/[0-9a-f]{16}/, with: "FINGERPRINT")
            .replacing(/[0-9.]+ KiB/, with: "SIZE").replacing(/"bytes":[1-9][0-9]*/, with: "\"bytes\":SIZE")
    }

    @Test("A store that runs by itself needs nobody (0)")
    func good() throws {
        let run = try status()
        #expect(run.code == 0)
        #expect(run.errors == "")
        try expectSnapshot(settled(run.output), "status.txt")
        try expectSnapshot(settled(status(["--json"]).output), "status.json")
        #expect(try status(["--quiet"]).everything == "")
    }

    @Test("It changes nothing")
    func unchanged() throws {
        func contents() throws -> [String: [UInt8]] {
            let files = try (space.files(below: space.store) + space.files(below: space.keys)).filter {
                !$0.hasSuffix("-wal") && !$0.hasSuffix("-shm")
            }
            return try Dictionary(uniqueKeysWithValues: files.map { ($0, try Workspace.bytes($0)) })
        }
        let before = try contents()
        for now in [Self.now, "2026-04-10T00:00:00Z", "2027-01-01T00:00:00Z"] { _ = try status(now: now) }
        #expect(try contents() == before)
    }

    /// Something that goes wrong, and what status says of it.
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let kind: String
        var now = StatusCommandTests.now
        /// Words that name what to do.
        let remedy: String
        let happen: @Sendable (Workspace) throws -> Void
    }

    static let cases = [
        Case(
            testDescription: "a clock that was set back", kind: "clock", now: "2026-03-02T00:00:00Z",
            remedy: "--now DATE"
        ) {
            _ in
        },
        Case(testDescription: "a clock far ahead", kind: "clock", now: "2026-05-01T00:00:00Z", remedy: "--now DATE") {
            _ in
        },
        Case(
            testDescription: "days that nobody closes", kind: "closing", now: "2026-03-06T12:00:00Z",
            remedy: "footfall aggregate"
        ) {
            _ in
        },
        Case(testDescription: "a policy that cannot be read", kind: "configuration", remedy: "Correct the file") {
            try $0.write("columns: [", to: "store/policy.yaml")
        },
        Case(testDescription: "settings that cannot be read", kind: "configuration", remedy: "Correct the file") {
            try $0.write("nonsense: 1", to: "store/footfall.yaml")
        },
        Case(testDescription: "a missing partition", kind: "files", remedy: "Restore them from a backup") { space in
            try FileManager.default.removeItem(atPath: space.partitions()[0])
        },
        Case(testDescription: "a sealed file that was cut", kind: "files", remedy: "Restore them from a backup") {
            space in
            let file = try #require(try space.files(below: space.store + "/vault").first)
            try Data(Workspace.bytes(file).dropLast()).write(to: URL(fileURLWithPath: file))
        },
        Case(testDescription: "an audit log that was changed", kind: "audit", remedy: "footfall audit verify") {
            space in
            let text = try String(contentsOfFile: space.store + "/audit.log", encoding: .utf8)
            try space.write(text.replacing("\"accepted\":", with: "\"accepted\":1"), to: "store/audit.log")
        },
        Case(testDescription: "an audit log that is gone", kind: "audit", remedy: "footfall audit verify") {
            try $0.remove("store/audit.log")
        },
        Case(testDescription: "keys that others may read", kind: "keys", remedy: "Set owner and mode right") { space in
            try FileManager.default.setAttributes([.posixPermissions: 0o750], ofItemAtPath: space.keys + "/kek")
        },
        Case(testDescription: "keys that are gone", kind: "keys", remedy: "Restore it") { try $0.remove("store-keys") },
        Case(testDescription: "a private half that waits", kind: "officers", remedy: "footfall officer taken") {
            space in
            let waiting = space.keys + "/OFFICER-KEY-MOVE-ME"
            try FileManager.default.copyItem(atPath: space.path("officer.key"), toPath: waiting)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: waiting)
        },
        Case(
            testDescription: "an input file that outlives its day", kind: "inputs", now: "2026-06-02T00:30:00Z",
            remedy: "Remove the file"
        ) { space in
            try space.aggregate(on: ["2026-04-10", "2026-05-15", "2026-06-02"])
        },
        Case(
            testDescription: "what should be gone", kind: "late", now: "2026-06-07T00:00:00Z", remedy: "footfall expire"
        ) { space in
            try space.aggregate(on: ["2026-04-10", "2026-05-15"])
            for day in 0..<3 { try space.remove("day\(day).log") }
        },
    ]

    @Test("What is wrong is named with what to do, and the exit code is 1", arguments: cases)
    func wrong(_ example: Case) throws {
        try example.happen(space)
        let run = try status(["--json"], now: example.now)
        #expect(run.code == 1, "\(run.everything)")
        let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
        #expect(object?["needs_person"] as? Bool == true)
        let problems = (object?["problems"] as? [[String: Any]] ?? []).filter { $0["needs_person"] as? Bool == true }
        #expect(problems.map { $0["kind"] as? String } == Array(repeating: example.kind, count: problems.count))
        let remedy = try #require(problems.first?["remedy"] as? String)
        #expect(remedy.contains(example.remedy), "\(remedy)")
        let text = try status(now: example.now)
        #expect(text.code == 1)
        #expect(text.output.contains("\n  \(remedy)\n"))
        #expect(try status(["--quiet"], now: example.now).everything == "")
    }

    @Test("A certificate that is gone is named")
    func certificate() throws {
        try space.aggregate(on: ["2026-04-10", "2026-05-15", "2026-06-02"])
        for name in ["day0.log", "day1.log", "day2.log"] { try space.remove(name) }
        #expect(try status(now: "2026-06-02T00:30:00Z").code == 0)
        try space.remove("store/certificates/2026-03-01-raw.json")
        let run = try status(now: "2026-06-02T00:30:00Z")
        #expect(run.code == 1)
        #expect(run.output.contains("Certificates on record are missing: 2026-03-01-raw.json"))
    }

    @Test("A second officer ends the note")
    func officers() throws {
        #expect(try status().output.contains("note: There is one officer only"))
        _ = try space.run(["officer", "new", "anna", "--add", "-o", space.path("anna")])
        #expect(try !status().output.contains("note:"))
    }

    @Test("Lines of an old day that came after the last run are not late")
    func oldLines() throws {
        let log = try space.write(SampleLog.lines(40, seed: 800).log, to: "old.log")
        #expect(try space.run(["aggregate"], now: "2026-03-10T00:30:00Z").code == 0)
        #expect(try space.run(["ingest", log], now: "2026-03-10T00:40:00Z").code == 0)
        #expect(try status(now: "2026-03-10T00:50:00Z").code == 0)
        #expect(try status(now: "2026-03-13T00:50:00Z").code == 1)
    }

    @Test("Without a store the path is named (66)")
    func missing() throws {
        let empty = try Workspace()
        let run = try empty.run(["status"])
        #expect(run.code == 66)
        #expect(run.errors.contains(empty.store))
    }
}

extension Workspace {
    /// Aggregates early on each of these days.
    func aggregate(on dates: [String]) throws {
        for date in dates { #expect(try run(["aggregate"], now: "\(date)T00:20:00Z").code == 0) }
    }
}
