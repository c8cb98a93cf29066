import Foundation
import Testing

@Suite("A promised notice is kept")
struct PublishTests {
    private static var announced: Regex<Substring> {
        /policy: version [0-9a-f]{16} of 2026-03-20 rules until 2026-04-20; policy.yaml counts from then/
    }

    private let space: Workspace

    init() throws {
        space = try Workspace()
        _ = try space.run(["init"])
        try edit("notice: none", "notice: {major: 30d, other: 7d}")
    }

    /// Changes the one place in policy.yaml that says `old`.
    private func edit(_ old: String, _ new: String) throws {
        let text = String(decoding: try Workspace.bytes(space.store + "/policy.yaml"), as: UTF8.self)
        try #require(text.components(separatedBy: old).count == 2, "\(old)")
        try space.write(text.replacing(old, with: new), to: "store/policy.yaml")
    }

    private func ingest(_ seed: UInt64, now: String) throws -> Run {
        let log = try space.write(SampleLog.lines(20, seed: seed).log, to: "access.log")
        let run = try space.run(["ingest", log], now: now)
        #expect(run.code == 0 && run.errors == "", "\(run.errors)")
        return run
    }

    private func columns(_ now: String) throws -> String {
        let run = try space.run(["policy", "show"], now: now)
        #expect(run.code == 0)
        return run.output
    }

    @Test("The old version rules until the day of the new one, and everybody who works with it says so")
    func story() throws {
        #expect(try !ingest(1, now: "2026-03-20").output.contains("policy"))
        try edit("fields:\n", "fields:\n  gender: generalize\n")

        let unpublished = try ingest(2, now: "2026-03-20")
        #expect(
            unpublished.output.contains(
                "rules; policy.yaml has changed and is not published: run `footfall policy publish`"))
        let show = try space.run(["policy", "show"], now: "2026-03-20")
        #expect(!show.output.contains("gender:"))
        #expect(show.errors.contains("is not published"))

        let publish = try space.run(["policy", "publish"], now: "2026-03-21")
        #expect(publish.code == 0 && publish.errors == "")
        #expect(publish.output.hasPrefix("major: gender is stored (generalize), for statistics.\n"))
        #expect(publish.output.contains("it counts from 2026-04-20 (notice: 30 days)"))
        let again = try space.run(["policy", "publish"], now: "2026-03-29")
        #expect(again.output.contains("it counts from 2026-04-20") && again.output.contains("It was published before."))

        let waiting = try ingest(3, now: "2026-04-19T23:59:59Z")
        let lines = waiting.output.split(separator: "\n").filter { $0.contains("policy") }
        #expect(lines.count == 1 && lines.first?.contains(Self.announced) == true, "\(lines)")
        let closing = try space.run(["aggregate"], now: "2026-04-19")
        #expect(closing.output.contains(Self.announced))

        #expect(try !ingest(4, now: "2026-04-20").output.contains("policy"))
        #expect(try columns("2026-04-20").contains("gender: generalize"))
        let history = try space.run(["policy", "show", "--history"], now: "2026-04-20")
        #expect(
            history.output.replacing(/[0-9a-f]{16}/, with: "…") == """
                counts from  published   digest            state
                2026-03-20   2026-03-20  …  past
                2026-04-20   2026-03-21  …  rules

                """)
        #expect(history.errors == "")
    }

    @Test("What only collects less counts at once, and needs no publication")
    func less() throws {
        _ = try ingest(5, now: "2026-03-20")
        try edit("\nk: 10\n", "\nk: 20\n")
        #expect(try !ingest(6, now: "2026-03-20").output.contains("policy"))
        #expect(try columns("2026-03-20").contains("\nk: 20\n"))
    }

    @Test("A day that breaks the promise is refused (64), and one that is none")
    func refused() throws {
        _ = try ingest(7, now: "2026-03-20")
        try edit("\nk: 10\n", "\nk: 5\n")
        for (day, said) in [("2026-04-18", "2026-04-19 or later"), ("soon", "2026-03-01")] {
            let run = try space.run(["policy", "publish", "--effective", day], now: "2026-03-20")
            #expect(run.code == 64)
            #expect(run.output == "" && run.errors.contains(said), "\(run.errors)")
        }
        let later = try space.run(["policy", "publish", "--effective", "2026-05-01"], now: "2026-03-20")
        #expect(later.code == 0 && later.output.contains("counts from 2026-05-01"))
    }

    @Test("For programs there is JSON")
    func json() throws {
        _ = try ingest(8, now: "2026-03-20")
        try edit("\nvisit_gap: 30m\n", "\nvisit_gap: 60m\n")
        func object(_ arguments: [String]) throws -> [String: Any] {
            let run = try space.run(arguments + ["--json"], now: "2026-03-20")
            #expect(run.code == 0 && run.errors == "")
            return try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        }
        func ruling(_ arguments: [String], _ member: String) throws -> [String: Any] {
            try #require(try object(arguments)[member] as? [String: Any])
        }
        let log = try space.write(SampleLog.lines(20, seed: 9).log, to: "access.log")
        #expect(try ruling(["ingest", log], "policy")["file"] as? String == "unpublished")
        let publication = try object(["policy", "publish"])
        #expect(publication["class"] as? String == "other")
        #expect(publication["effective"] as? String == "2026-03-27")
        #expect(publication["notice_days"] as? Int == 7)
        #expect((publication["changes"] as? [[String: String]])?.map(\.count) == [2])
        let aggregated = try ruling(["aggregate"], "policy")
        #expect(aggregated["file"] as? String == "announced")
        #expect(aggregated["file_counts_from"] as? String == "2026-03-27")
        #expect(aggregated["since"] as? String == "2026-03-20")
        #expect(try ruling(["policy", "show"], "ruling")["file"] as? String == "announced")
        let versions = try #require(try object(["policy", "show", "--history"])["versions"] as? [[String: String]])
        #expect(versions.map { $0["state"] } == ["rules", "announced"])
        #expect(versions.last?["digest"] == publication["digest"] as? String)
    }

    @Test("Without a store there is nothing to publish (66), and the file is what is shown")
    func noStore() throws {
        let empty = try Workspace()
        #expect(try empty.run(["policy", "publish"]).code == 66)
        let shown = try empty.run(["policy", "show"])
        #expect(shown.code == 0 && shown.output.contains("\nk: 10\n") && shown.errors == "")
        #expect(try empty.files(below: empty.store).isEmpty)
    }
}
