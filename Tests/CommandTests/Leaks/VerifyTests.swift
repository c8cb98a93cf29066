import Foundation
import Gzip
import Testing

@Suite("verify --leaks searches the store for identifiers")
struct VerifyTests {
    private static let mail = "anna.lee@example.com"
    private static let address = "198.51.100.77"
    private static let hardware = "00:00:5e:00:53:af"
    private static let list = "\(mail)\nbob\n\(address)\n\n\(hardware)\n"

    private let space: Workspace

    init() throws {
        space = try Workspace()
    }

    /// Fills a store and closes its days.
    private func fill(_ lines: [String]) throws {
        _ = try space.ingest(lines.log, as: .file)
        #expect(try space.run(["aggregate"]).code == 0)
    }

    private func verify(_ list: String, _ options: [String] = []) throws -> Run {
        try space.run(["verify", "--leaks", "-"] + options, input: .pieces([Array(list.utf8)]))
    }

    @Test(
        "The addresses of a log are not in the store that it was fed to (0)", arguments: [[], ["--json"], ["--quiet"]])
    func clean(options: [String]) throws {
        let lines = try String(contentsOfFile: "\(Guide.root)/samples/access.log", encoding: .utf8)
            .split(separator: "\n").map(String.init)
        let clients = Set(lines.compactMap { $0.split(separator: " ").first.map(String.init) })
        #expect(clients.count > 20)
        try fill(lines)
        _ = try space.ingest(SampleLog.lines(50, seed: 1).log, as: .file, name: "later.log")
        let path = try space.write(clients.sorted().joined(separator: "\n"), to: "clients.txt")
        let run = try space.run(["verify", "--leaks", path] + options)
        #expect(run.code == 0, "\(run.everything)")
        #expect(run.errors == "")
        #expect(run.output.isEmpty == options.contains("--quiet"))
        if options == [] { #expect(run.output.contains("nothing found")) }
        if options == ["--json"] { #expect(run.output.contains(#""findings":[],"unsearched":[]"#)) }
    }

    @Test("What is found is told by line and place, never by its value (1)", arguments: [[], ["--json"], ["--quiet"]])
    func silence(options: [String]) throws {
        try fill(SampleLog.lines(20, seed: 2))
        try space.write("allowed: [\(VerifyTests.mail.uppercased()), 00005e0053af]", to: "store/policy.yaml")
        try space.write(Workspace.gzip(Array(VerifyTests.address.utf8)), to: "store/locks/\(VerifyTests.address).gz")
        let run = try verify(VerifyTests.list, options)
        #expect(run.code == 1)
        #expect(run.errors == "")
        #expect(run.output.isEmpty == options.contains("--quiet"))
        for secret in [VerifyTests.mail, VerifyTests.address, VerifyTests.hardware, "00005e0053af", "bob", "anna"] {
            #expect(!run.everything.lowercased().contains(secret), "\(secret) in \(run.everything)")
        }
    }

    @Test("What verify prints of what it found")
    func found() throws {
        _ = try space.ingest(SampleLog.lines(1, seed: 2).log, as: .file)
        try space.write("allowed: [\(VerifyTests.mail), \(VerifyTests.mail), 00005e0053af]", to: "store/policy.yaml")
        try space.write(
            Workspace.gzip(Array("x\(VerifyTests.address)".utf8)), to: "store/locks/\(VerifyTests.address).gz")
        try FileManager.default.createSymbolicLink(atPath: space.store + "/link", withDestinationPath: "policy.yaml")
        let run = try verify(VerifyTests.list)
        #expect(run.code == 1)
        // The sizes of catalog and partition are no matter of the search.
        try expectSnapshot(run.output.replacing(/\([0-9.]+ [A-Za-z]+\)/, with: "(… bytes)"), "verify.txt")
        let json = try verify(VerifyTests.list, ["--json"]).output
        try expectSnapshot(json.replacing(/"((inflated_)?bytes)":[0-9]+/) { "\"\($0.1)\":…" }, "verify.json")
    }

    @Test("A list that cannot be searched for, and options that make no sense (64)")
    func usage() throws {
        try fill(SampleLog.lines(20, seed: 2))
        #expect(try verify("\n\n").code == 64)
        #expect(try verify(String(repeating: "x", count: 5000)).code == 64)
        #expect(try verify(VerifyTests.list, ["--repair"]).code == 64)
        #expect(try verify(VerifyTests.list, ["--officer-key", "-"]).code == 64)
    }

    @Test("Sealed lines are searched by an officer's key, and told apart by file, frame and reason (0)")
    func sealed() throws {
        let lines = SampleLog.lines(20, seed: 2)
        try fill(lines)
        let client = String(lines[0].prefix { $0 != " " })
        let key = "\(space.keys)/OFFICER-KEY-MOVE-ME"
        #expect(try verify("\(client)\n").code == 0)
        let run = try verify("absent.example.net\n\(client)\n", ["--officer-key", key])
        #expect(run.code == 0)
        #expect(run.output.contains(/line 2, text: sealed lines until [0-9-]+, vault\/date=/))
        #expect(run.output.contains("0 outside of what is kept for a reason"))
        #expect(run.output.contains("frame 1"))
        #expect(run.output.contains("nothing found outside of sealed lines"))
        #expect(!run.everything.contains(client))
        let json = try verify("\(client)\n", ["--officer-key", key, "--json"]).output
        #expect(json.contains(#""findings":[],"unsearched":[],"sealed_frames":"#) && json.contains(#""frame":1"#))
        let absent = try verify("absent.example.net\n", ["--officer-key", key])
        #expect(absent.code == 0)
        #expect(absent.output.contains("nothing found in sealed lines"))
    }

    @Test("The store or the list is missing (66)")
    func missing() throws {
        let noStore = try verify(VerifyTests.list)
        #expect(noStore.code == 66)
        #expect(noStore.errors.contains(space.store))
        #expect(try space.files(below: space.store).isEmpty)
        try fill(SampleLog.lines(20, seed: 2))
        let noList = try space.run(["verify", "--leaks", space.path("nowhere.txt")])
        #expect(noList.code == 66)
        #expect(noList.errors.contains("nowhere.txt"))
        #expect(try space.run(["verify", "--leaks", space.folder]).code == 66)
    }

    @Test("The search leaves the store as it was, but for the audit log")
    func untouched() throws {
        try fill(SampleLog.lines(20, seed: 2))
        func contents() throws -> [String: [UInt8]] {
            try Dictionary(
                uniqueKeysWithValues: space.files(below: space.store).filter { !$0.hasSuffix("/audit.log") }
                    .map { ($0, try Workspace.bytes($0)) })
        }
        let before = try contents()
        #expect(try verify(VerifyTests.list).code == 0)
        #expect(try contents() == before)
    }
}
