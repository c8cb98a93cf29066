import Foundation
import Testing

@Suite("keys status")
struct KeysStatusTests {
    private let space: Workspace
    private let log: String

    init() throws {
        space = try Workspace()
        log = try space.write(SampleLog.lines(50, seed: 511).log, to: "access.log")
    }

    /// Gives every key the same time of making.
    private func settleTimes() throws {
        for file in try space.files(below: space.keys) {
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSince1970: 1_774_008_000)], ofItemAtPath: file)
        }
    }

    @Test("Every key is listed with what ends its life")
    func list() throws {
        _ = try space.ingest([log])
        try settleTimes()
        let run = try space.run(["keys", "status"])
        #expect(run.code == 0)
        #expect(run.errors == "")
        #expect(
            run.output.replacing(space.folder, with: "…") == """
                kind             name                 made               lives until
                epoch            2026-03-01           2026-03-20 12:00Z  aggregate closes its day, from 2026-03-02 01:00Z
                identity         2026-03              2026-03-20 12:00Z  the end of 2026-06-30 by the policy
                day              2026-03-01           2026-03-20 12:00Z  the end of 2026-06-01 by the policy
                key-encryption   1                    2026-03-20 12:00Z  a day is destroyed
                audit            audit                2026-03-20 12:00Z  the next record of the audit log is written
                audit-origin     audit                2026-03-20 12:00Z  without end; by it officers check the audit log
                officer          officer              2026-03-20 12:00Z  you remove the officer
                officer-private  OFFICER-KEY-MOVE-ME  2026-03-20 12:00Z  footfall officer taken; carry it away
                8 keys in …/store-keys; none can be read by others

                """)
    }

    @Test("The key of a day is gone from the list once the day is closed")
    func closed() throws {
        _ = try space.ingest([log])
        #expect(try space.run(["aggregate"]).code == 0)
        #expect(try !space.run(["keys", "status"]).output.contains("epoch"))
    }

    @Test("The policy says how long raw lines are kept, and so when the key of a month ends")
    func term() throws {
        _ = try space.run(["init"])
        _ = try space.ingest([log])
        let path = space.store + "/policy.yaml"
        for (term, end) in [("30 days", "\"2026-04-30\""), ("unlimited", "null")] {
            let text = try String(contentsOfFile: path, encoding: .utf8)
            try space.write(
                text.replacing(/(?m)^  (raw|rejects): .*$/) { "  \($0.1): \(term)" }, to: "store/policy.yaml")
            let run = try space.run(["keys", "status", "--json"])
            #expect(run.code == 0, "\(run.errors)")
            #expect(run.output.contains(#""until":"end of term","date":\#(end)"#), "\(run.output)")
        }
    }

    @Test("As JSON, one object")
    func json() throws {
        _ = try space.ingest([log])
        try settleTimes()
        let run = try space.run(["keys", "status", "--json"])
        let object = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        let keys = try #require(object["keys"] as? [[String: Any]])
        #expect(
            keys.map { $0["kind"] as? String }
                == [
                    "epoch", "identity", "day", "key-encryption", "audit", "audit-origin", "officer",
                    "officer-private",
                ])
        #expect(keys.map { $0["made"] as? String } == Array(repeating: "2026-03-20T12:00:00.000Z", count: 8))
        #expect(keys.first?["date"] as? String == "2026-03-02T01:00:00.000Z")
    }

    @Test(
        "A key or a folder that others may read is named (77)",
        arguments: [
            "/officers", "/kek", "/days", "/OFFICER-KEY-MOVE-ME", "/officers/officer.pub", "/epochs/2026-03-01.key",
            "/identity/2026-03.key", "/audit.key", "/audit.origin",
        ])
    func open(name: String) throws {
        _ = try space.ingest([log])
        try FileManager.default.setAttributes([.posixPermissions: 0o750], ofItemAtPath: space.keys + name)
        let run = try space.run(["keys", "status"])
        #expect(run.code == 77)
        #expect(run.errors.contains(space.keys + name))
        #expect(run.output == "")
    }

    @Test("Keys without a store are listed too")
    func noStore() throws {
        _ = try space.ingest([log])
        try space.remove("store")
        let run = try space.run(["keys", "status"])
        #expect(run.code == 0)
        #expect(run.output.contains("epoch"))
        #expect(!FileManager.default.fileExists(atPath: space.store))
    }
}
