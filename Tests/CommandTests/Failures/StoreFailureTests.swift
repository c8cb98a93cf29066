import Foundation
import Testing

@Suite("What is wrong with the store, the keys or the disk is said, and what was committed stays")
struct StoreFailureTests {
    private static let database = ["/usr/bin/sqlite3", "/usr/local/bin/sqlite3", "/bin/sqlite3"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    private let space: Workspace
    private let log: String

    init() throws {
        space = try Workspace()
        log = try space.write(SampleLog.lines(500, seed: 121).log, to: "access.log")
    }

    private func setMode(_ mode: Int, of name: String) throws {
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: space.path(name))
    }

    @Test(
        "A key folder or file that others may read or write (77), before anything is read",
        arguments: [
            ("store-keys", 0o750), ("store-keys", 0o701), ("store-keys/epochs", 0o770), ("store-keys/identity", 0o755),
            ("store-keys/identity/2026-03.key", 0o640), ("store-keys/identity/2026-03.key", 0o604),
            ("store-keys/epochs/2026-03-01.key", 0o660), ("store-keys/officers", 0o750),
            ("store-keys/officers/officer.pub", 0o644),
        ])
    func openKeys(name: String, mode: Int) throws {
        try expect(space.ingest([log]), Counts(accepted: 500))
        try setMode(mode, of: name)
        let more = try space.write(SampleLog.lines(30, seed: 122).log, to: "more.log")
        let run = try space.run(["ingest", more])
        #expect(run.code == 77)
        #expect(run.errors.contains(space.path(name)))
        #expect(run.output == "")
        #expect(try space.storedRows() == 500)
        let isFile = name.hasSuffix(".key") || name.hasSuffix(".pub")
        if !isFile { #expect(try space.run(["aggregate"]).code == 77) }
        try setMode(isFile ? 0o600 : 0o700, of: name)
        try expect(space.ingest([more]), Counts(accepted: 30))
    }

    @Test("A key folder that was made too open is refused before a key is put into it (77)")
    func openKeysFirst() throws {
        try FileManager.default.createDirectory(atPath: space.keys, withIntermediateDirectories: false)
        try setMode(0o755, of: "store-keys")
        let run = try space.run(["ingest", log])
        #expect(run.code == 77)
        #expect(run.errors.contains(space.keys))
        #expect(try space.files(below: space.keys).isEmpty)
        #expect(try space.storedRows() == 0)
    }

    @Test("Store and keys are readable by nobody else")
    func modes() throws {
        _ = try space.ingest([log])
        for file in try space.files(below: space.keys) {
            #expect(try mode(of: file) & 0o777 == 0o600, "\(file)")
        }
        for file in try space.files(below: space.store) {
            #expect(try mode(of: file) & 0o027 == 0, "\(file)")
        }
        for folder in ["store-keys"] + ["epochs", "identity", "officers", "kek", "days"].map({ "store-keys/" + $0 }) {
            #expect(try mode(of: space.path(folder)) & 0o777 == 0o700, "\(folder)")
        }
    }

    private func mode(of path: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0
    }

    @Test(
        "A store written by a newer version (78)", .enabled(if: database != nil, "needs sqlite3"),
        arguments: ["ingest", "report", "aggregate"])
    func newerStore(command: String) throws {
        _ = try space.ingest([log])
        let sqlite = try #require(StoreFailureTests.database)
        let change = try space.run(
            #""\#(sqlite)" "\#(space.store)/catalog.sqlite" "INSERT INTO grdb_migrations VALUES ('999')""#, [])
        #expect(change.code == 0)
        let run = try space.run([command] + (command == "ingest" ? [log] : []))
        #expect(run.code == 78)
        #expect(run.errors.contains("newer"))
        #expect(run.errors.contains(space.store))
        #expect(run.output == "")
    }

    @Test("A damaged catalog (74)", arguments: ["ingest", "report", "aggregate"], [0, 100, 5000])
    func damagedCatalog(command: String, offset: Int) throws {
        _ = try space.ingest([log])
        var bytes = try Workspace.bytes(space.store + "/catalog.sqlite")
        for index in offset..<min(offset + 30_000, bytes.count) {
            bytes[index] = UInt8(truncatingIfNeeded: index &* 31)
        }
        try space.write(bytes, to: "store/catalog.sqlite")
        let more = try space.write(SampleLog.lines(30, seed: 123).log, to: "more.log")
        let run = try space.run([command] + (command == "ingest" ? [more] : []))
        #expect(run.code == 74)
        #expect(run.errors.contains("catalog"))
    }

    @Test("A full disk (74): the message helps, and what was committed before stays whole", arguments: [1, 8, 64])
    func fullDisk(blocks: Int) throws {
        try expect(space.ingest([log]), Counts(accepted: 500))
        let more = try space.write(SampleLog.lines(20_000, seed: 124).log, to: "more.log")
        let run = try space.run(#"ulimit -f \#(blocks); exec "$@""#, ["ingest", more])
        #expect(run.code == 74)
        #expect(run.errors.contains("space"), "\(run.errors)")
        #expect(run.errors.contains("run the command again"), "\(run.errors)")
        #expect(try space.storedRows() == 500)
        try expect(space.ingest([log]), Counts(duplicate: 500))
        try expect(space.ingest([more]), Counts(accepted: 20_000))
        #expect(try space.storedRows() == 20_500)
    }

    @Test("A full disk while a day is closed (74) leaves the day open and whole")
    func fullDiskWhileClosing() throws {
        let more = try space.write(SampleLog.lines(20_000, seed: 125).log, to: "more.log")
        try expect(space.ingest([more]), Counts(accepted: 20_000))
        let run = try space.run(#"ulimit -f 8; exec "$@""#, ["aggregate"])
        #expect(run.code == 74)
        #expect(try space.storedRows() == 20_000)
        #expect(try space.run(["aggregate"]).code == 0)
        #expect(try space.storedRows() == 20_000)
    }
}
