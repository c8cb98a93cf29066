import Foundation
import Testing

@Suite("footfall.yaml decides where the command line says nothing")
struct SettingsTests {
    private let space: Workspace
    private let lines = SampleLog.lines(1200, seed: 411)

    init() throws {
        space = try Workspace()
        _ = try space.run(["init", "--quiet"])
    }

    private func set(_ text: String) throws {
        try Data((text + "\n").utf8).write(to: URL(fileURLWithPath: space.store + "/footfall.yaml"))
    }

    private func clients(_ lines: [String]) throws -> [String?] {
        let run = try space.run(["explain", "--json"], input: .pieces([lines.log]))
        #expect(run.code == 0, "\(run.errors)")
        return try run.output.split(separator: "\n").map { line in
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            return (object?["record"] as? [String: Any])?["client"] as? String
        }
    }

    @Test("trusted_proxies, in explain and ingest")
    func trustedProxies() throws {
        let rest = lines[0].drop { $0 != " " }
        let forwarded = ["198.51.100.7, 10.0.0.1", "[2001:db8::7]:4711", "10.0.0.1"].map { $0 + rest }
        #expect(try clients(forwarded) == ["198.51.100.7", "2001:db8::7", "10.0.0.1"])
        try set("trusted_proxies: [192.168.0.0/16]")
        #expect(try clients(forwarded) == ["10.0.0.1", "2001:db8::7", "10.0.0.1"])
        let busy = lines.map { "10.0.0.1" + $0.drop { $0 != " " } }.log
        for (proxies, isAsked) in [("[10.0.0.0/8]", false), ("[192.168.0.0/16]", true)] {
            try set("trusted_proxies: \(proxies)")
            let run = try space.run(["ingest", "--source", proxies], input: .pieces([busy]))
            #expect(run.output.contains("Proxies?") == isAsked)
        }
    }

    @Test("max_line_bytes, in explain and ingest, for one source or all")
    func maximumLineBytes() throws {
        let long = lines[0] + String(repeating: "x", count: 2000)
        try set("max_line_bytes: 1KiB\nformat: combined_extra\nsources: {wide: {max_line_bytes: 4KiB}}")
        let explained = try space.run(["explain", "--json"], input: .pieces([[lines[0], long].log]))
        #expect(explained.output.contains(#""rejected":"line too long","column":1025"#))
        let log = try space.write([lines[0], long, lines[1]].log, to: "access.log")
        let run = try space.run(["ingest", "--json", log])
        #expect(try IngestReport(run.output).rejected["too_long"]?.count == 1)
        let wide = try space.run(["ingest", "--json", "--source", "wide", log])
        #expect(try IngestReport(wide.output).rejected["too_long"] == nil)
    }

    @Test("max_reject_rate, and the command line against it")
    func maximumRejectRate() throws {
        let log = try space.write((lines + Array(repeating: "bad", count: 200)).log, to: "access.log")
        #expect(try space.run(["ingest", "--source", "a", log]).code == 65)
        try set("max_reject_rate: 50")
        #expect(try space.run(["ingest", "--source", "b", log]).code == 0)
        #expect(try space.run(["ingest", "--source", "c", log, "--max-reject-rate", "10"]).code == 65)
    }

    @Test("format, for one source or all, and the command line against it")
    func format() throws {
        let log = try space.write(lines.log, to: "access.log")
        try set("format: common\nsources: {shop: {format: combined}}")
        func formats(_ arguments: [String]) throws -> [String] {
            let run = try space.run(["ingest", "--json", log] + arguments)
            return try IngestReport(run.output).inputs.flatMap(\.formats)
        }
        #expect(try formats(["--source", "other", "--max-reject-rate", "100"]) == ["common"])
        #expect(try formats(["--source", "shop"]) == ["combined"])
        #expect(try formats(["--source", "third", "--format", "auto"]) == ["combined"])
        try set("sources: {\(log): {format: common}}")
        let explained = try space.run(["explain", "--json", log])
        #expect(
            explained.output.hasPrefix(#"{"file":""#) && explained.output.contains(#""rejected":"trailing fields""#))
    }

    @Test("inputs are read when neither a file nor a pipe is given")
    func inputs() throws {
        try space.write(Array(lines[..<100]).log, to: "a.log")
        try space.write(Array(lines[100..<250]).log, to: "b.log")
        try set("inputs: [\"\(space.folder)/*.log\"]")
        try expect(space.ingest([], input: .pieces([Array(lines[250..<260]).log])), Counts(accepted: 10))
        try expect(space.ingest([space.path("a.log")]), Counts(accepted: 100))
        try expect(space.ingest([]), Counts(accepted: 150, duplicate: 100))
        try set("inputs: [\(space.folder)/*.txt]")
        let run = try space.run(["ingest"])
        #expect(run.code == 66)
        #expect(run.errors.contains("*.txt"))
    }

    @Test("timezone says where the days of a new store begin, and must agree with those of an old one (78)")
    func timeZone() throws {
        let line = #"203.0.113.9 - - [01/Mar/2026:20:00:00 +0000] "GET / HTTP/1.1" 200 5 "-" "-""#
        try set("timezone: Asia/Seoul")
        let run = try space.run(["ingest", "--json"], input: .pieces([[line].log]))
        #expect(try IngestReport(run.output).days == ["2026-03-02": 1])
        for text in ["timezone: Asia/Seoul", "timezone: auto", ""] {
            try set(text)
            #expect(try space.run(["aggregate"]).code == 0)
        }
        try set("# moved\ntimezone: Europe/Berlin")
        for command in ["ingest", "aggregate", "report"] {
            let run = try space.run([command], input: .pieces([[line].log]))
            #expect(run.code == 78, "\(command)")
            #expect(run.errors.contains("footfall.yaml:2:11: ") && run.errors.contains("Asia/Seoul"), "\(command)")
        }
    }

    @Test(
        "A mistake is told by line and column before anything is done (78)",
        arguments: ["ingest", "aggregate", "report", "explain"])
    func mistake(command: String) throws {
        try set("format: auto\ncommit_intervall: 10s")
        let run = try space.run([command], input: .pieces([lines.log]))
        #expect(run.code == 78)
        #expect(run.output == "")
        #expect(
            run.errors
                == "footfall: \(space.store)/footfall.yaml:2:1: There is no setting of that name. Did you mean commit_interval?\n"
        )
        #expect(try space.storedRows() == 0)
    }
}
