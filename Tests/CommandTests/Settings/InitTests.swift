import Foundation
import Testing

@Suite("init makes a store, its keys and its footfall.yaml")
struct InitTests {
    private let space: Workspace

    init() throws {
        space = try Workspace()
    }

    private func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    @Test("It says what it has made")
    func makes() throws {
        let run = try space.run(["init"])
        #expect(run.code == 0)
        #expect(run.errors == "")
        #expect(
            run.output.replacing(space.folder, with: "…") == """
                made the store …/store
                made the key directory …/store-keys; put it on another disk
                made …/store/footfall.yaml: how it works; every setting with its default, commented out
                made …/store/policy.yaml: what may be stored, why and for how long; read it, and name your site in it
                note: site is not set in the policy: notices and answers to people say "default" instead of a name
                The officer's private half waits in …/store-keys/OFFICER-KEY-MOVE-ME: carry it away, then show it to `footfall officer taken --officer-key FILE`, which removes it.
                Next: footfall policy check, then footfall ingest with a log.

                """)
        #expect(try mode(space.store + "/footfall.yaml") == 0o640)
        #expect(try mode(space.keys) == 0o700)
        try expect(space.ingest(SampleLog.lines(20, seed: 401).log, as: .file), Counts(accepted: 20))
    }

    @Test("The file that it makes is the one on record")
    func template() throws {
        _ = try space.run(["init"])
        try expectSnapshot(
            String(decoding: Workspace.bytes(space.store + "/footfall.yaml"), as: UTF8.self), "footfall.yaml")
    }

    @Test("It overwrites nothing (73)")
    func refuses() throws {
        _ = try space.run(["init"])
        let path = space.store + "/footfall.yaml"
        try Data("format: combined\n".utf8).write(to: URL(fileURLWithPath: path))
        let run = try space.run(["init"])
        #expect(run.code == 73)
        #expect(run.output == "")
        #expect(run.errors.contains(path))
        #expect(try Workspace.bytes(path) == Array("format: combined\n".utf8))
    }

    @Test("A store that an ingest has made gets its file, and keeps what it has")
    func afterwards() throws {
        _ = try space.ingest(SampleLog.lines(20, seed: 402).log, as: .file)
        let run = try space.run(["init", "--json"])
        #expect(run.code == 0)
        let made = try #require(
            try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        #expect(
            made.compactMapValues { ($0 as? [String: Any])?["made"] as? Bool } == [
                "store": false, "keys": false, "settings": true, "policy": true,
            ])
        #expect(made["officer_key"] is NSNull)
        #expect(try space.storedRows() == 20)
    }

    @Test("It cannot be made where a file stands (73)")
    func storeIsAFile() throws {
        try space.write("here already", to: "store")
        #expect(try space.run(["init"]).code == 73)
    }
}
