import Foundation
import Testing

@Suite("hold add, approve, list, show, read and release")
struct HoldCommandTests {
    private let space: Workspace
    private let lines: [String]
    private var key: String { space.keys + "/OFFICER-KEY-MOVE-ME" }

    init() throws {
        space = try Workspace()
        lines = SampleLog.lines(60, seed: 77)
        let log = try space.write(lines.log, to: "day.log")
        #expect(try space.run(["ingest", log], now: "2026-03-01T23:30:00Z").code == 0)
        try space.remove("day.log")
    }

    private func add(_ arguments: [String], input: Child.Input = .nothing, now: String = Workspace.now) throws -> Run {
        try space.run(["hold", "add", "--officer-key", key] + arguments, now: now, input: input)
    }

    /// The text with what differs from run to run taken out.
    private func settled(_ text: String) -> String {
        text.replacing(/[0-9a-f]{16}/, with: "(fingerprint)")
    }

    private var shoes: [String] { lines.filter { $0.contains("/shop/shoes") } }

    @Test("A hold is added, listed, shown, read and released")
    func whole() throws {
        let run = try add(["--class", "misuse", "--date", "2026-03-01", "--filter", "path~/shop"])
        #expect(run.code == 0, "\(run.everything)")
        #expect(run.errors == "")
        #expect(
            settled(run.output) == """
                hold 1: misuse, 2026-03-01, \(shoes.count) records, active
                  2026-03-01  \(shoes.count) records, kept to 2026-09-01
                  officer     officer (fingerprint), 2026-03-20T12:00:00.000Z
                  active      2026-03-20T12:00:00.000Z

                """)
        #expect(
            try space.run(["hold", "list"]).output == "hold 1: misuse, 2026-03-01, \(shoes.count) records, active\n")
        let list = try JSONSerialization.jsonObject(with: Data(try space.run(["hold", "list", "--json"]).output.utf8))
        let hold = try #require((list as? [[String: Any]])?.first)
        #expect(hold["records"] as? Int == shoes.count && hold["state"] as? String == "active")
        #expect(hold["filter"] == nil)
        #expect(try !space.run(["hold", "show", "1"]).output.contains("filter"))
        let shown = try space.run(["hold", "show", "1", "--officer-key", key])
        #expect(shown.output.contains("  filter      path~/shop\n"))
        let read = try space.run(["hold", "read", "1", "--officer-key", "-"], input: .file(key))
        #expect(read.code == 0 && read.errors == "")
        #expect(read.output == shoes.map { $0 + "\n" }.joined())
        let refused = try space.run(["hold", "release", "1"] + ["--officer-key", key])
        #expect(refused.code == 64 && refused.errors.contains("--yes"))
        let released = try space.run(["hold", "release", "1", "--yes"] + ["--officer-key", key])
        #expect(released.code == 0, "\(released.everything)")
        #expect(released.output.contains("released") && released.output.contains("2026-03-01-misuse-hold-1.json"))
        let certificate = try space.run(["certificate", "show", "2026-03-01-misuse-hold-1.json"])
        #expect(certificate.output.contains("  hold       1, released\n"))
        #expect(try space.run(["hold", "read", "1", "--officer-key", key]).code == 66)
        #expect(try space.run(["verify", "--officer-key", key]).code == 0)
    }

    @Test("What names somebody comes from a file or the standard input, and never as an argument")
    func identifiers() throws {
        let address = String(lines[7].prefix { $0 != " " })
        let argument = try add(["--class", "illegal", "--date", "2026-03-01", "--filter", "client=\(address)"])
        #expect(argument.code == 64)
        let input = try add(
            ["--class", "illegal", "--date", "2026-03-01", "--filter-file", "-"],
            input: .pieces([Array("client=\(address)\n".utf8)]))
        #expect(input.code == 0, "\(input.everything)")
        #expect(!input.everything.contains(address))
        let read = try space.run(["hold", "read", "1", "--officer-key", key])
        #expect(read.output == lines.filter { $0.hasPrefix(address + " ") }.map { $0 + "\n" }.joined())
    }

    @Test("A hold of everything has to be said, and an order needs a last day (64)")
    func usage() throws {
        let day = ["--date", "2026-03-01"]
        #expect(try add(["--class", "misuse"] + day).code == 64)
        #expect(try add(["--class", "misuse", "--all", "--filter", "status=200"] + day).code == 64)
        #expect(try add(["--class", "misuse", "--filter", " "] + day).code == 64)
        #expect(try add(["--class", "raw", "--all"] + day).code == 64)
        #expect(try add(["--class", "order", "--all"] + day).code == 64)
        #expect(try add(["--class", "misuse", "--all", "--until", "2027-01-01"] + day).code == 64)
        #expect(try add(["--class", "misuse", "--all", "--date", "2026-03-01", "--to", "2026-02-01"]).code == 64)
        #expect(try space.run(["hold", "list"]).output == "no holds\n")
        let order = try add(["--class", "order", "--all", "--until", "2029-12-31"] + day)
        #expect(order.code == 0)
        #expect(order.output.contains("hold 1: order until 2029-12-31, 2026-03-01, 60 records, active"))
    }

    @Test("Lines of somebody who objects are left out of a hold, and the command says how many")
    func locked() throws {
        let address = String(lines[7].prefix { $0 != " " })
        let step = { (arguments: [String]) in try space.run(["request"] + arguments + ["--officer-key", key]) }
        _ = try space.run(
            ["request", "open", "--kind", "restrict", "--from", "-"], input: .pieces([Array("ip: \(address)\n".utf8)]))
        _ = try step(["verify", "1", "--means", "document", "--sole-user"])
        _ = try step(["approve", "1"])
        #expect(try step(["do", "1"]).code == 0)
        let own = lines.count { $0.hasPrefix(address + " ") }
        let run = try add(["--class", "misuse", "--date", "2026-03-01", "--all"])
        #expect(run.code == 0)
        #expect(run.output.hasPrefix("hold 1: misuse, 2026-03-01, \(lines.count - own) records, active\n"))
        let told = own == 1 ? "1 restricted line is" : "\(own) restricted lines are"
        #expect(run.output.contains("\n  \(told) left out: "))
        let order = try add(["--class", "order", "--date", "2026-03-01", "--all", "--until", "2029-12-31", "--json"])
        #expect(order.output.contains(#""records":\#(lines.count),"left_out":0"#))
    }

    @Test("On the last day of its term a day can be held, and a day later the answer says why not (66)")
    func lastDay() throws {
        let arguments = ["--class", "misuse", "--date", "2026-03-01", "--all"]
        try space.aggregate(on: ["2026-03-05", "2026-04-10", "2026-05-15", "2026-06-01"])
        #expect(try add(arguments, now: "2026-06-01T23:00:00Z").code == 0)
        let late = try add(arguments, now: "2026-06-02T00:30:00Z")
        #expect(late.code == 66)
        #expect(late.errors.contains("2026-06-02"))
        try space.aggregate(on: ["2026-06-02"])
        let gone = try add(arguments, now: "2026-06-02T12:00:00Z")
        #expect(gone.code == 66)
        #expect(gone.errors.contains("2026-06-02") && gone.errors.contains("2026-03-01-raw.json"))
        let read = try space.run(["hold", "read", "1", "--officer-key", key], now: "2026-06-02T12:00:00Z")
        #expect(read.output == lines.map { $0 + "\n" }.joined())
        let plan = try space.run(["expire", "--dry-run"], now: "2026-09-02T12:00:00Z")
        #expect(
            plan.output.contains(
                "destroy the records of 2026-03-01 in hold 1 (misuse) and the keys that open them\n"))
    }

    @Test("Somebody else's key (65), one that others can read (77), a hold that is not there (66)")
    func keys() throws {
        #expect(try space.run(["officer", "new", "eve", "-o", space.path("eve.key")]).code == 0)
        let stranger = try space.run([
            "hold", "add", "--class", "misuse", "--date", "2026-03-01", "--all", "--officer-key", space.path("eve.key"),
        ])
        #expect(stranger.code == 65)
        try FileManager.default.copyItem(atPath: key, toPath: space.path("open.key"))
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: space.path("open.key"))
        let open = try space.run(["hold", "approve", "1", "--officer-key", space.path("open.key")])
        #expect(open.code == 77)
        #expect(try space.run(["hold", "show", "4"]).code == 66)
        #expect(try space.run(["hold", "release", "4", "--yes"] + ["--officer-key", key]).code == 66)
    }
}
