import Foundation
import Testing

@Suite("vault read, where somebody objects")
struct RestrictedVaultTests {
    @Test("It is told how many restricted lines are not shown")
    func told() throws {
        let space = try Workspace()
        let lines = SampleLog.lines(40, seed: 3)
        let log = try space.write(lines.log, to: "day.log")
        #expect(try space.run(["ingest", log], now: "2026-03-01T23:30:00Z").code == 0)
        let key = ["--officer-key", space.keys + "/OFFICER-KEY-MOVE-ME"]
        let client = lines[0].prefix { $0 != " " }
        let hidden = lines.count { $0.hasPrefix("\(client) ") }
        let read = ["vault", "read", "--date", "2026-03-01"] + key
        let whole = try space.run(read)
        #expect(whole.code == 0 && whole.errors == "" && whole.output.split(separator: "\n").count == 40)
        _ = try space.run(
            ["request", "open", "--kind", "restrict", "--from", "-"], input: .pieces([Array("ip: \(client)\n".utf8)]))
        for step in [["verify", "1", "--means", "in-person", "--sole-user"], ["approve", "1"], ["do", "1"]] {
            let run = try space.run(["request"] + step + key)
            #expect(run.code == 0, "\(run.everything)")
        }
        let run = try space.run(read)
        #expect(run.code == 0 && run.output.split(separator: "\n").count == 40 - hidden)
        let words = hidden == 1 ? "1 restricted line is not shown.\n" : "\(hidden) restricted lines are not shown.\n"
        #expect(run.errors == words)
        let top = try space.run(read + ["--top", "client", "--json"])
        #expect(top.output.hasPrefix(#"{"top":["#) && top.output.hasSuffix("],\"restricted\":\(hidden)}\n"))
    }
}
