import Foundation
import Testing

@Suite("expire")
struct ExpireCommandTests {
    private let space: Workspace

    /// A store whose lines of 2026-03-01 are kept to 2026-06-01.
    init() throws {
        space = try Workspace()
        let log = try space.write(SampleLog.lines(50, seed: 511).log, to: "access.log")
        _ = try space.ingest([log])
        try space.remove("access.log")
        #expect(try space.run(["aggregate"]).code == 0)
    }

    @Test(
        "A dry run says what is due and changes nothing; a run does it once, with certificates that anybody can check")
    func destroy() throws {
        let plan = try space.run(["expire", "--dry-run"], now: "2026-06-02")
        #expect(plan.code == 0)
        #expect(plan.output.contains("destroy the sealed lines of 2026-03-01 and the keys that open them\n"))
        #expect(plan.output.contains("make the events of 2026-03-01 coarse\n"))
        let run = try space.run(["expire"], now: "2026-06-02")
        #expect(run.code == 0, "\(run.errors)")
        #expect(run.output.contains("destroyed the sealed lines of 2026-03-01: "))
        #expect(run.output.contains("certificate 2026-03-01-raw.json\n"))
        #expect(try space.run(["expire"], now: "2026-06-02").output.hasPrefix("nothing to destroy\n"))

        let list = try space.run(["certificate", "list"])
        #expect(list.code == 0)
        #expect(list.output.contains("2026-03-01-raw.json: raw of 2026-03-01, 1 file, crypto-erasure 2026-06-02T"))
        let fingerprint = String(list.output.split(separator: " ").last?.dropLast() ?? "")
        let shown = try space.run(["certificate", "show", "2026-03-01"])
        #expect(shown.code == 0 && shown.output.contains("signed by  \(fingerprint)"))

        let file = space.store + "/certificates/2026-03-01-raw.json"
        let elsewhere = try space.write(Array(try Data(contentsOf: URL(fileURLWithPath: file))), to: "proof.json")
        let verified = try space.run(["certificate", "verify", elsewhere, "--key", fingerprint])
        #expect(verified.code == 0 && verified.output.contains("the key that was asked for"))
        #expect(try space.run(["certificate", "verify", elsewhere]).output.contains("signed by \(fingerprint), ask"))
        #expect(try space.run(["certificate", "verify", elsewhere, "--key", file]).code == 0)
        #expect(try space.run(["certificate", "verify", elsewhere, "--key", "0123456789abcdef"]).code == 65)
        let text = try String(contentsOfFile: elsewhere, encoding: .utf8)
        _ = try space.write(text.replacing("3 months", with: "9 months"), to: "proof.json")
        #expect(try space.run(["certificate", "verify", elsewhere, "--key", fingerprint]).code == 65)
    }

    @Test("A clock far ahead of the last run exits 75 after the statistics, until --now and --yes confirm it")
    func ahead() throws {
        let run = try space.run(["aggregate"], now: nil)
        #expect(run.code == 75)
        #expect(run.errors.contains("ahead of the time that the last run recorded"))
        #expect(run.output.hasPrefix("nothing to close\n"))
        #expect(try space.run(["aggregate", "--no-expire"], now: nil).code == 0)
        let now = Date(timeIntervalSinceNow: 0).ISO8601Format()
        let asked = try space.run(["aggregate"], now: now)
        #expect(asked.code == 64)
        #expect(asked.errors.contains("--yes"))
        #expect(try space.run(["aggregate", "--yes"], now: now).code == 0)
        #expect(try space.run(["aggregate"], now: nil).code == 0)
    }

    @Test("A clock behind the last run destroys nothing, with a remark")
    func behind() throws {
        let future = Date(timeIntervalSinceNow: 20 * 86_400).ISO8601Format()
        #expect(try space.run(["expire"], now: future).code == 64)
        #expect(try space.run(["expire", "--yes"], now: future).code == 0)
        let run = try space.run(["expire"], now: nil)
        #expect(run.code == 0)
        #expect(run.output.contains("behind the time that the last run recorded"))
    }

    @Test("--json prints one object")
    func json() throws {
        let run = try space.run(["expire", "--json"], now: "2026-06-02")
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        #expect((object["certificates"] as? [[String: Any]])?.map { $0["class"] as? String } == ["raw", "events"])
        #expect(object["clock"] as? String == "right")
    }

    @Test("Keys of another store exit 78 and name both")
    func foreignKeys() throws {
        let other = try Workspace()
        let log = try other.write(SampleLog.lines(5, seed: 3).log, to: "access.log")
        _ = try other.ingest([log])
        let run = try Workspace.run(["aggregate"], store: space.store, keys: other.keys)
        #expect(run.code == 78)
        #expect(run.errors.contains(space.store) && run.errors.contains(other.keys))
    }
}
