import Foundation
import Testing

@Suite("evidence")
struct EvidenceCommandTests {
    private let space: Workspace
    private static let now = "2026-06-03T00:30:00Z"

    /// A store with four days, of which two are destroyed.
    init() throws {
        space = try Workspace()
        for day in 0..<4 {
            let lines = SampleLog.lines(40, seed: 900 + UInt64(day), second: day * 86_400)
            let log = try space.write(lines.log, to: "day\(day).log")
            #expect(try space.run(["ingest", log], now: "2026-03-0\(day + 1)T23:30:00Z").code == 0)
            try space.remove("day\(day).log")
        }
        try space.aggregate(on: ["2026-03-05", "2026-04-10", "2026-05-15", "2026-06-03"])
    }

    private func collect(_ name: String = "evidence", from: String = "2026-03-01", to: String = "2026-03-31") throws
        -> Run
    {
        try space.run(["evidence", "--from", from, "--to", to, "-o", space.path(name)], now: Self.now)
    }

    private func text(_ name: String) throws -> String {
        try String(contentsOfFile: space.path("evidence/" + name), encoding: .utf8)
    }

    private func names(_ folder: String = "evidence") throws -> [String] {
        try space.files(below: space.path(folder)).map { String($0.dropFirst(space.path(folder).count + 1)) }
    }

    @Test("All that is asked for is in the folder, and nothing else")
    func files() throws {
        let run = try collect()
        #expect(run.code == 0, "\(run.everything)")
        #expect(run.errors == "")
        try expectSnapshot(run.output.replacing(space.folder, with: "…"), "evidence.txt")
        #expect(
            try names()
                == [
                    "MANIFEST.sha256", "README.md", "audit/audit.log", "audit/head.txt", "audit/verification.txt",
                    "certificates/2026-03-01-events.json", "certificates/2026-03-01-raw.json",
                    "certificates/2026-03-02-events.json", "certificates/2026-03-02-raw.json", "certificates.txt",
                    "days.txt", "holds.txt", "requests.txt",
                    "officers.txt", "policy/terms.txt", "policy/version-1.yaml", "policy/versions.txt", "signer.pem",
                    "signer.pub",
                ].sorted())
        let days = try text("days.txt").split(separator: "\n").filter { !$0.hasPrefix(" ") }.map { $0.prefix(20) }
        #expect(
            days == [
                "# day  state", "2026-03-01  destroye", "2026-03-02  destroye", "2026-03-03  sealed  ",
                "2026-03-04  sealed  ",
            ])
        #expect(try text("policy/terms.txt").contains("raw  3 months  basis law"))
        #expect(try text("policy/versions.txt").contains("ruled 2026-03-01 to 2026-03-31"))
        #expect(try text("officers.txt").contains("private half not carried away"))
        #expect(try text("audit/verification.txt").contains("nothing is wrong"))
    }

    @Test("The certificates verify with the signer's public key")
    func certificates() throws {
        _ = try collect()
        let files = try space.files(below: space.path("evidence/certificates"))
        let run = try space.run(["certificate", "verify", "--key", space.path("evidence/signer.pub")] + files)
        #expect(run.code == 0, "\(run.everything)")
    }

    // Skipped on machines without openssl or Python.
    @Test(
        "The commands of its page accept the folder, and refuse each changed file",
        .enabled(
            if: ["openssl", "python3"].allSatisfy { FileManager.default.isExecutableFile(atPath: "/usr/bin/\($0)") }))
    func commands() throws {
        _ = try collect()
        let blocks = try text("README.md").components(separatedBy: "```sh\n").dropFirst().map {
            $0.components(separatedBy: "```")[0]
        }
        #expect(blocks.count == 4)
        func check(_ block: Int) throws -> Int32 {
            try space.run("cd '\(space.path("evidence"))' && \(blocks[block])", []).code
        }
        for block in blocks.indices { #expect(try check(block) == 0, "\(blocks[block])") }
        #expect(try space.run("cd '\(space.path("evidence"))' && \(blocks[2])", []).output.prefix(16).count == 16)
        for (name, old, new, block) in [
            ("certificates/2026-03-01-raw.json", "\"class\":\"raw\"", "\"class\":\"row\"", 1),
            ("audit/audit.log", "\"accepted\":", "\"accepted\":1", 3),
        ] {
            let good = try text(name)
            try space.write(good.replacing(old, with: new), to: "evidence/" + name)
            #expect(try check(0) != 0)
            #expect(try check(block) != 0)
            try space.write(good, to: "evidence/" + name)
        }
    }

    @Test("The same store at the same time gives the same bytes")
    func deterministic() throws {
        _ = try collect()
        _ = try collect("again")
        #expect(try names() == names("again"))
        for name in try names() {
            #expect(
                try Workspace.bytes(space.path("evidence/" + name)) == Workspace.bytes(space.path("again/" + name)),
                "\(name)")
        }
    }

    @Test("No address, no path of a page and no key is in it")
    func secrecy() throws {
        _ = try collect()
        let secrets = try [space.path("store-keys/signing.key"), space.path("store-keys/audit.key")].map(
            Workspace.bytes)
        for name in try names() {
            let bytes = try Workspace.bytes(space.path("evidence/" + name))
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(!text.contains("203.0."), "\(name)")
            #expect(!text.contains("Mozilla"), "\(name)")
            for secret in secrets { #expect(!text.contains(Data(secret).base64EncodedString())) }
        }
    }

    @Test("Days outside the period are left out")
    func period() throws {
        let run = try collect(from: "2026-03-02", to: "2026-03-02")
        #expect(run.code == 0)
        #expect(
            try names().filter { $0.hasPrefix("certificates/") } == [
                "certificates/2026-03-02-events.json", "certificates/2026-03-02-raw.json",
            ])
        #expect(try !text("days.txt").contains("2026-03-01"))
        #expect(try !text("audit/audit.log").contains("\"time\":\"2026-03-01"))
    }

    @Test("A policy that began within the period ruled from its day on")
    func policies() throws {
        #expect(try collect(from: "2026-02-01", to: "2026-03-03").code == 0)
        #expect(try text("policy/versions.txt").contains("ruled 2026-03-01 to 2026-03-03  "))
    }

    @Test("A folder that is there is not touched (73)")
    func present() throws {
        try space.write("mine", to: "evidence")
        let run = try collect()
        #expect(run.code == 73)
        #expect(run.errors.contains(space.path("evidence")))
        #expect(try String(contentsOfFile: space.path("evidence"), encoding: .utf8) == "mine")
    }

    @Test("What is wrong with certificates or the audit log is said, and stands in the folder (65)")
    func faults() throws {
        let path = space.store + "/certificates/2026-03-01-raw.json"
        let certificate = try String(contentsOfFile: path, encoding: .utf8)
        try space.write(certificate.replacing("\"raw\"", with: "\"row\""), to: "store/certificates/2026-03-01-raw.json")
        let log = try String(contentsOfFile: space.store + "/audit.log", encoding: .utf8)
        try space.write(log.replacing("\"accepted\":", with: "\"accepted\":1"), to: "store/audit.log")
        let run = try collect()
        #expect(run.code == 65)
        #expect(run.output.contains("wrong: 2026-03-01-raw.json"))
        #expect(run.output.contains("wrong: audit log: "))
        #expect(try text("certificates.txt").contains("2026-03-01-raw.json  NOT INCLUDED"))
        #expect(try !text("audit/verification.txt").contains("nothing is wrong"))
    }
}
