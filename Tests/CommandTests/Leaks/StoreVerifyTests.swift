import Foundation
import Testing

@Suite("verify holds the store against its catalog")
struct StoreVerifyTests {
    private let space: Workspace

    init() throws {
        space = try Workspace()
        _ = try space.ingest(SampleLog.lines(50, seed: 1).log, as: .file)
        #expect(try space.run(["aggregate"]).code == 0)
        _ = try space.ingest(SampleLog.lines(60, seed: 3).log, as: .file, name: "later.log")
    }

    private var key: String { "\(space.keys)/OFFICER-KEY-MOVE-ME" }

    private func sealed() throws -> String {
        try #require(try space.files(below: space.store + "/vault").first)
    }

    @Test("An intact store (0)", arguments: [[], ["--json"], ["--quiet"], ["--repair"]])
    func intact(options: [String]) throws {
        let run = try space.run(["verify", "--officer-key", key] + options)
        #expect(run.code == 0, "\(run.everything)")
        #expect(run.errors == "")
        #expect(run.output.isEmpty == options.contains("--quiet"))
        if options == [] { #expect(run.output.hasSuffix("nothing is wrong\n")) }
        if options == ["--json"] { #expect(run.output.contains(#""good":true"#)) }
    }

    @Test("A key is read from the standard input once, for however many days")
    func pipedKey() throws {
        let run = try space.run(["verify", "--officer-key", "-"], input: .file(key))
        #expect(run.code == 0, "\(run.everything)")
        #expect(run.output.contains("by the officer's key"))
    }

    @Test("A changed bit is named with file and frame, and with what to do (65)")
    func damage() throws {
        let path = try sealed()
        var bytes = try Workspace.bytes(path)
        bytes[bytes.count / 2] ^= 1
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        let name = String(path.dropFirst(space.store.count + 1))
        let run = try space.run(["verify", "--officer-key", key])
        #expect(run.code == 65)
        #expect(run.output.contains("\(name), frame 1, byte "))
        #expect(run.output.contains("Restore the file from a backup"))
        #expect(run.output.hasSuffix("found 1 fault\n"))
        let json = try space.run(["verify", "--json", "--officer-key", key])
        #expect(json.code == 65)
        #expect(json.output.contains(#""kind":"sealed","file":"\#(name)","first_frame":1,"last_frame":1"#))
        #expect(try space.run(["verify", "--quiet"]).code == 65)
    }

    @Test("A repair says what it did and what it left (65), and then only what it left")
    func repair() throws {
        try space.write("x", to: "store/staging/.gone-1-5.inprogress")
        try space.write("x", to: "store/certificates-notes.txt")
        try space.write("x", to: "store/events/notes.txt")
        let first = try space.run(["verify", "--repair"])
        #expect(first.code == 65)
        #expect(first.output.contains("repaired: staging/.gone-1-5.inprogress"))
        #expect(first.output.contains("events/notes.txt: orphan"))
        #expect(first.output.contains("repaired 1, left 1"))
        try space.remove("store/events/notes.txt")
        #expect(try space.run(["verify"]).code == 0)
        let log = try space.run(["audit", "show", "--event", "repair"])
        #expect(log.output.contains("findings=1"))
    }

    @Test("While another process reads a growing log, what it is about to write is no fault (0)")
    func concurrent() throws {
        let growing = try space.write(SampleLog.lines(4000, seed: 5).log, to: "growing.log")
        let child = try space.start(["ingest", "--follow", growing])
        for _ in 0..<4 {
            let run = try space.run(["verify", "--officer-key", key])
            #expect(run.code == 0, "\(run.everything)")
        }
        child.send(SIGTERM)
        _ = child.finish()
        #expect(try space.run(["verify", "--officer-key", key]).code == 0)
    }

    @Test("A key that is no officer's (65), a key file that is not there, or no store (66)")
    func refused() throws {
        #expect(try space.run(["verify", "--officer-key", space.path("nowhere")]).code == 66)
        #expect(try space.run(["officer", "new", "eve", "-o", space.path("eve.key")]).code == 0)
        #expect(try space.run(["verify", "--officer-key", space.path("eve.key")]).code == 65)
        try space.remove("store")
        #expect(try space.run(["verify"]).code == 66)
    }
}
