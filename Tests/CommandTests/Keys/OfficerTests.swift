import Foundation
import Testing

@Suite("officer new, taken, test and list")
struct OfficerTests {
    private let space: Workspace

    init() throws {
        space = try Workspace()
    }

    private var waiting: String { space.keys + "/OFFICER-KEY-MOVE-ME" }

    /// The text with what differs from run to run taken out.
    private func settled(_ text: String) -> String {
        text.replacing(space.folder, with: "…").replacing(/[0-9a-f]{16}/, with: "(fingerprint)")
    }

    private func isThere(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    private func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    private func carryAway() throws -> String {
        try FileManager.default.copyItem(atPath: waiting, toPath: space.path("carried"))
        return space.path("carried")
    }

    private func object(_ run: Run) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    }

    @Test("The first private half is carried away, shown, and removed; then it opens what is sealed")
    func taken() throws {
        #expect(try space.run(["init"]).code == 0)
        let before = try space.run(["officer", "list"])
        #expect(
            settled(before.output) == """
                officer  (fingerprint)  since 2026-03-20  private half not carried away yet
                The officer's private half waits in …/store-keys/OFFICER-KEY-MOVE-ME: carry it away, then show it to `footfall officer taken --officer-key FILE`, which removes it.
                There is one officer only: if that key is lost, nobody can open what is sealed. `footfall officer new NAME --add` makes a second.

                """)
        let key = try carryAway()
        let run = try space.run(["officer", "taken", "--officer-key", key])
        #expect(run.code == 0)
        #expect(run.errors == "")
        #expect(
            settled(run.output) == """
                This is the key of officer, fingerprint (fingerprint).
                removed …/store-keys/OFFICER-KEY-MOVE-ME

                """)
        #expect(!isThere(waiting))
        for (file, input) in [
            (key, Child.Input.nothing), ("-", .file(key)), ("-", .pieces([try Workspace.bytes(key)])),
        ] {
            let test = try space.run(["officer", "test", "--officer-key", file], input: input)
            #expect(test.code == 0)
            #expect(settled(test.output) == "This is the key of officer, fingerprint (fingerprint).\n")
        }
        let list = try object(try space.run(["officer", "list", "--json"]))
        #expect(list["waiting"] is NSNull)
        #expect(list["needs_second"] as? Bool == true)
        let again = try space.run(["officer", "taken", "--officer-key", key])
        #expect(again.code == 66)
        #expect(again.errors.contains(waiting))
    }

    @Test("A first ingest makes the pair as init does, once")
    func ingest() throws {
        _ = try space.ingest(SampleLog.lines(20, seed: 501).log, as: .file)
        let key = try carryAway()
        #expect(try space.run(["officer", "taken", "--officer-key", "-"], input: .file(key)).code == 0)
        _ = try space.ingest(SampleLog.lines(40, seed: 501).log, as: .file)
        #expect(!isThere(waiting))
    }

    @Test("The private half that waits is no proof that it was carried away (64)", arguments: [false, true])
    func itself(redirected: Bool) throws {
        _ = try space.run(["init"])
        let run = try space.run(
            ["officer", "taken", "--officer-key", redirected ? "-" : waiting],
            input: redirected ? .file(waiting) : .nothing)
        #expect(run.code == 64)
        #expect(run.errors.contains(waiting))
        #expect(isThere(waiting))
    }

    @Test("A key that is another one, or none, removes nothing (65)")
    func another() throws {
        _ = try space.run(["init"])
        #expect(try space.run(["officer", "new", "anna", "-o", space.path("anna")]).code == 0)
        try space.write("Roses are red\n", to: "poem")
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: space.path("poem"))
        for name in ["anna", "poem"] {
            for command in ["taken", "test"] {
                let run = try space.run(["officer", command, "--officer-key", space.path(name)])
                #expect(run.code == 65, "\(command) \(name): \(run.errors)")
                #expect(run.output == "")
            }
        }
        #expect(try space.run(["officer", "test", "--officer-key", "-"]).code == 65, "nothing is no key")
        #expect(isThere(waiting))
    }

    @Test("A key file that is not there (66), and one that others may read (77)")
    func unreadable() throws {
        _ = try space.run(["init"])
        for command in ["taken", "test"] {
            let run = try space.run(["officer", command, "--officer-key", space.path("nothing")])
            #expect(run.code == 66)
            #expect(run.errors.contains(space.path("nothing")))
        }
        let key = try carryAway()
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: key)
        for command in ["taken", "test"] {
            #expect(try space.run(["officer", command, "--officer-key", key]).code == 77)
        }
        #expect(isThere(waiting))
    }

    @Test("A pair is made without a store, with the modes of keys")
    func new() throws {
        let run = try space.run(["officer", "new", "anna", "-o", space.path("anna.key")])
        #expect(run.code == 0)
        #expect(run.errors == "")
        #expect(
            settled(run.output) == """
                made …/anna.key: the private half; keep it, and a second copy, where only anna can read it
                made …/anna.key.pub: the public half, fingerprint (fingerprint)
                Next, if the officer is to open what is sealed here: put the public half into the key directory as officers/anna.pub, mode 600; or hand …/anna.key.pub to whoever is to send you sealed data.

                """)
        #expect(try mode(space.path("anna.key")) == 0o600)
        #expect(!isThere(space.store))
        #expect(!isThere(space.keys))
        let before = try Workspace.bytes(space.path("anna.key"))
        #expect(try space.run(["officer", "new", "anna", "-o", space.path("anna.key")]).code == 73)
        #expect(try Workspace.bytes(space.path("anna.key")) == before)
    }

    @Test("Without a name for the file it is made in the folder that the program runs in")
    func defaultPlace() throws {
        let run = try space.run("cd '\(space.folder)' && \"$@\"", ["officer", "new", "anna"])
        #expect(run.code == 0)
        #expect(isThere(space.path("anna.officer-key")))
        #expect(isThere(space.path("anna.officer-key.pub")))
    }

    @Test("A public half that was made elsewhere, put where it belongs, makes an officer")
    func putInPlace() throws {
        _ = try space.run(["init"])
        _ = try space.run(["officer", "new", "anna", "-o", space.path("anna.key")])
        try FileManager.default.copyItem(
            atPath: space.path("anna.key.pub"), toPath: space.keys + "/officers/anna.pub")
        let run = try space.run(["officer", "test", "--officer-key", space.path("anna.key")])
        #expect(run.code == 0)
        #expect(run.output.contains("anna"))
    }

    @Test("--add makes a second officer, once; a taken name is refused (73) and leaves nothing")
    func add() throws {
        _ = try space.run(["init"])
        let run = try space.run(["officer", "new", "anna", "--add", "--json", "-o", space.path("anna.key")])
        #expect(run.code == 0)
        #expect(try object(run)["added"] as? String == space.keys + "/officers/anna.pub")
        let list = try space.run(["officer", "list"])
        #expect(list.output.contains("anna"))
        #expect(!list.output.contains("one officer only"))
        let again = try space.run(["officer", "new", "anna", "--add", "-o", space.path("other.key")])
        #expect(again.code == 73)
        #expect(!isThere(space.path("other.key")))
    }

    @Test("--add needs a key directory (66)")
    func addNowhere() throws {
        let run = try space.run(["officer", "new", "anna", "--add", "-o", space.path("anna.key")])
        #expect(run.code == 66)
        #expect(!isThere(space.path("anna.key")))
    }

    @Test("A private half is not put where the data or the other keys are (64)")
    func apart() throws {
        _ = try space.run(["init"])
        try FileManager.default.createSymbolicLink(atPath: space.path("link"), withDestinationPath: space.store)
        for place in [space.store, space.keys, space.keys + "/officers", space.path("link"), space.path("./store")] {
            let run = try space.run(["officer", "new", "anna", "-o", place + "/anna.key"])
            #expect(run.code == 64)
            #expect(!isThere(place + "/anna.key"))
        }
    }

    @Test("Ingests that start at once make one pair")
    func race() throws {
        let path = try space.write(SampleLog.lines(50, seed: 502).log, to: "access.log")
        let run = try space.run(
            #"for i in 1 2 3 4; do "$@" --source $i --quiet & done; for i in 1 2 3 4; do wait -n || echo failed; done"#,
            ["ingest", path])
        #expect(run.everything == "")
        #expect(try FileManager.default.contentsOfDirectory(atPath: space.keys + "/officers") == ["officer.pub"])
        #expect(try space.run(["officer", "taken", "--officer-key", carryAway()]).code == 0)
    }
}
