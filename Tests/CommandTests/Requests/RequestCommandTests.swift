import Foundation
import Testing

@Suite("request open, verify, approve, refuse, do, list, show and receipt")
struct RequestCommandTests {
    private let space: Workspace
    private var officer: String { space.keys + "/OFFICER-KEY-MOVE-ME" }

    init() throws {
        space = try Workspace()
        #expect(try space.run(["init"]).code == 0)
    }

    private func open(_ text: String, _ arguments: [String]) throws -> Run {
        try space.run(["request", "open", "--from", "-"] + arguments, input: .pieces([Array(text.utf8)]))
    }

    private func step(_ arguments: [String]) throws -> Run {
        try space.run(["request"] + arguments + ["--officer-key", officer])
    }

    /// The text with what differs from run to run taken out.
    private func settled(_ text: String) -> String {
        text.replacing(/[0-9a-f]{32}/, with: "(word)").replacing(/[0-9a-f]{16}/, with: "(fingerprint)")
    }

    @Test("A request goes its way, and says at each step where it is")
    func whole() throws {
        let opening = try open("cookie: c-7\n", ["--kind", "restrict", "--language", "ja"])
        #expect(opening.code == 0 && opening.errors == "")
        #expect(opening.output == "request 1: restrict, due 2026-04-20\n")
        #expect(try space.run(["request", "list"]).output == "1  restrict  opened  due 2026-04-20\n")
        let verified = try step(["verify", "1", "--means", "login"])
        #expect(verified.code == 0 && verified.output == "request 1: verified\n")
        #expect(try step(["approve", "1"]).output == "request 1: approved\n")
        let done = try step(["do", "1"])
        #expect(done.code == 0)
        #expect(done.output == "request 1: restrict, done\n  stays  raw  law\n")
        #expect(try space.run(["request", "list"]).output == "1  restrict  done\n")
        let receipt = try step(["receipt", "1"])
        #expect(receipt.code == 0 && receipt.output.contains("2026年3月20日にご請求のありました個人データの利用停止を"))
        #expect(
            settled(try step(["show", "1"]).output) == """
                request    1
                kind       restrict
                by         self
                state      done
                opened     2026-03-20
                due        2026-04-20
                language   ja
                verified   2026-03-20  login  officer (fingerprint)
                approved   2026-03-20  officer (fingerprint)
                begun      2026-03-20  officer (fingerprint)
                done       2026-03-20  officer (fingerprint)

                cookie: c-7

                """)
    }

    @Test("What the same person has asked before is told to officers alone")
    func earlier() throws {
        _ = try open("cookie: c-7\n", ["--kind", "erase"])
        #expect(try open("cookie: c-7\n", ["--kind", "restrict"]).output == "request 2: restrict, due 2026-04-20\n")
        #expect(try !space.run(["request", "show", "2"]).output.contains("asked before"))
        let told = "The same person has asked before: request 1, erase, opened.\n"
        #expect(try step(["show", "2"]).output.contains(told))
        #expect(try step(["show", "2", "--json"]).output.contains(#""earlier":[1]"#))
        _ = try step(["verify", "2", "--means", "login"])
        _ = try step(["approve", "2"])
        #expect(try step(["do", "2"]).output.contains("  " + told))
    }

    @Test("What was lifted is seen in the list and among the steps")
    func lifted() throws {
        _ = try open("cookie: c-7\n", ["--kind", "restrict"])
        _ = try step(["verify", "1", "--means", "login"])
        _ = try step(["approve", "1"])
        _ = try step(["do", "1"])
        #expect(try step(["lift", "1", "--yes"]).code == 0)
        #expect(try space.run(["request", "list"]).output == "1  restrict  done, lifted\n")
        #expect(try space.run(["request", "show", "1"]).output.contains("\nlifted     2026-03-20  officer "))
        #expect(try step(["lift", "1", "--yes"]).code == 64)
    }

    @Test("What misses a folder is not begun")
    func missingFolder() throws {
        _ = try open("cookie: c-7\n", ["--kind", "disclose"])
        _ = try step(["verify", "1", "--means", "login"])
        _ = try step(["approve", "1"])
        #expect(try step(["do", "1"]).code == 64)
        #expect(try space.run(["request", "list"]).output == "1  disclose  approved  due 2026-04-20\n")
        #expect(try !space.run(["request", "show", "1"]).output.contains("begun"))
    }

    @Test("A step that does not fit is refused with 64 and names the one that does")
    func wrongState() throws {
        _ = try open("cookie: c-7\n", ["--kind", "erase"])
        let run = try step(["approve", "1"])
        #expect(run.code == 64 && run.output == "")
        #expect(
            run.errors.contains("Request 1 is opened and not verified. Verify it first: `footfall request verify 1`."))
        #expect(try step(["approve", "2"]).code == 64)
    }

    @Test("A mistake in what a request says is told by its line and never repeated")
    func mistake() throws {
        let run = try open("account: kim-secret\nkim-secret\n", ["--kind", "erase"])
        #expect(run.code == 64 && run.errors.contains("Line 2") && !run.errors.contains("kim-secret"))
        #expect(try space.run(["request", "list"]).output == "No requests.\n")
    }

    @Test(
        "A letter that says more or less than the command is refused, and told what to write",
        arguments: [
            ("erase", "account: kim\nrepresentative: Lee\n", "Add --by representative"),
            ("authority", "authority: a\nreference: b\nfrom: 2026-03-01\nto: 2026-03-02\n", "Add the line `date:`"),
            (
                "authority", "authority: a\nreference: b\ndate: 2026-03-21\nfrom: 2026-03-01\nto: 2026-03-02\n",
                "still to come"
            ),
        ])
    func unfit(kind: String, letter: String, told: String) throws {
        let run = try open(letter, ["--kind", kind])
        #expect(run.code == 64 && run.errors.contains(told), "\(run.errors)")
        #expect(try space.run(["request", "list"]).output == "No requests.\n")
    }

    @Test(
        "What cannot be meant is refused",
        arguments: [
            ["open", "--kind", "erase"], ["open", "--kind", "forget", "--from", "-"],
            ["open", "--kind", "erase", "--from", "-", "--from-file", "x"],
            ["open", "--kind", "disclose", "--from-file", "-"],
            ["open", "--kind", "erase", "--by", "friend", "--from", "-"],
            ["open", "--kind", "erase", "--language", "fr", "--from", "-"],
            ["open", "--kind", "authority", "--by", "representative", "--from", "-"],
            ["verify", "1"], ["verify", "1", "--means", "possession", "--officer-key", "x"],
            ["verify", "1", "--means", "login"],
            ["verify", "1", "--path", "--sole-user"],
            ["verify", "1", "--renew", "--means", "login", "--officer-key", "x"],
            ["refuse", "1", "--grounds", "whim", "--officer-key", "x"], ["do", "--officer-key", "x"],
            ["do", "1", "--all", "--officer-key", "x"], ["receipt", "1", "--language", "fr", "--officer-key", "x"],
        ])
    func usage(arguments: [String]) throws {
        #expect(try space.run(["request"] + arguments).code == 64)
    }

    @Test("Who was made an officer after a request came in neither verifies, approves nor refuses it (65)")
    func laterOfficer() throws {
        _ = try open("cookie: c-7\n", ["--kind", "erase"])
        let later = space.path("later.key")
        #expect(try space.run(["officer", "new", "later", "-o", later, "--add"]).code == 0)
        for arguments in [
            ["verify", "1", "--means", "login"], ["approve", "1"], ["refuse", "1", "--grounds", "unverified"],
        ] {
            let run = try space.run(["request"] + arguments + ["--officer-key", later])
            #expect(run.code == 65 && run.errors.contains("not sealed to later"), "\(run.everything)")
        }
        #expect(try space.run(["request", "list"]).output == "1  erase  opened  due 2026-04-20\n")
    }

    @Test("A refusal on a ground that does not hold is refused (64)")
    func groundless() throws {
        _ = try open("cookie: c-7\n", ["--kind", "erase"])
        let run = try step(["refuse", "1", "--grounds", "repetitive"])
        #expect(run.code == 64 && run.errors.contains("No earlier request of the same person"))
        #expect(try step(["refuse", "1", "--grounds", "no-data"]).code == 0)
    }

    @Test("A refusal prints the notice")
    func refusal() throws {
        _ = try open("ip: 192.0.2.7\n", ["--kind", "disclose"])
        let run = try step(["refuse", "1", "--grounds", "address-shared"])
        #expect(run.code == 0 && run.output.contains("The request names only a network address"))
        #expect(try space.run(["request", "list"]).output == "1  disclose  refused (address-shared)\n")
    }

    @Test("A one-time path is told once, and asked again the command says that nobody came")
    func path() throws {
        _ = try open("cookie: c-7\n", ["--kind", "restrict"])
        let made = try space.run(["request", "verify", "1", "--path"])
        #expect(made.code == 0)
        #expect(
            settled(made.output).hasPrefix(
                "/.well-known/footfall-proof/(word)\nIt is told this once, and watched until 2026-03-21T12:00:00.000Z.")
        )
        let waiting = try space.run(["request", "verify", "1", "--path"])
        #expect(waiting.code == 75 && waiting.errors == "")
        #expect(
            waiting.output
                == "waiting: nobody has asked for the path yet; it is watched until 2026-03-21T12:00:00.000Z\n")
        let expired = try space.run(["request", "verify", "1", "--path"], now: "2026-03-22")
        #expect(expired.code == 1 && expired.output.hasPrefix("expired: "))
        #expect(try space.run(["request", "verify", "1", "--path", "--renew"], now: "2026-03-22").code == 0)
    }

    @Test("A day before it is due a request asks for a person, and when it is overdue too")
    func status() throws {
        _ = try open("cookie: c-7\n", ["--kind", "restrict"])
        let early = try space.run(["status"], now: "2026-04-12")
        #expect(!early.output.contains("Request 1"))
        let due = try space.run(["status"], now: "2026-04-13")
        #expect(due.code == 1)
        #expect(due.output.contains("wrong: Request 1 (restrict, opened) has to be answered by 2026-04-20."))
        #expect(
            try space.run(["status"], now: "2026-04-21").output
                .contains("Request 1 (restrict, opened) is overdue: it had to be answered by 2026-04-20."))
    }
}
