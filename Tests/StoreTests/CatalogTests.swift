import Events
import GRDB
import Testing

@testable import Store

@Suite("The catalog")
struct CatalogTests {
    /// 2026-03-01.
    private static let day = Day(number: 20_513)
    private let place: TemporaryStore
    private var catalog: Catalog { place.store.catalog }

    init() throws {
        place = try TemporaryStore()
    }

    @Test("A catalog of a newer version is refused, and left as it is")
    func newerVersion() throws {
        try catalog.write("pretend") { database in
            try database.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('99')")
        }
        let error = #expect(throws: StoreError.self) { _ = try place.reopened() }
        #expect(error?.kind == .configuration)
        #expect(error?.message.contains("newer version") == true)
    }

    @Test("A catalog that is no database is refused as damaged")
    func damaged() throws {
        let other = try TemporaryStore()
        let path = other.root + "/other.sqlite"
        let file = try FileSystem.createFile(path)
        try FileSystem.writeAll([UInt8](repeating: 65, count: 4096).span, to: file)
        let error = #expect(throws: StoreError.self) { _ = try Catalog(path: path) }
        #expect(error?.kind == .damaged)
    }

    @Test("A transaction survives a power cut, and deleted rows are overwritten")
    func pragmas() throws {
        let values = try catalog.read("look") { database in
            try ["journal_mode", "synchronous", "secure_delete", "foreign_keys"].map { name in
                try String.fetchOne(database, sql: "PRAGMA \(name)")
            }
        }
        #expect(values == ["wal", "2", "1", "1"])
    }

    @Test("A setting is fixed by whoever comes first")
    func settings() throws {
        #expect(try catalog.value(of: .timeZone) == nil)
        #expect(try catalog.fix(.timeZone, to: "Asia/Seoul") == "Asia/Seoul")
        #expect(try place.reopened().catalog.fix(.timeZone, to: "UTC") == "Asia/Seoul")
        #expect(try catalog.value(of: .timeZone) == "Asia/Seoul")
    }

    @Test("What is remembered of a source is replaced as a whole, and kept apart by scope")
    func sources() throws {
        let tail = (0..<64).map { Fingerprint(high: .max - UInt64($0), low: UInt64($0)) }
        func remember(_ scope: String, _ month: String, _ tail: [Fingerprint], _ format: String) throws {
            var commit = Commit()
            let source = SourceMemory(
                name: "access", key: ContentKeyName(month: month, scope: scope), tail: tail, format: format)
            commit.inputs = [InputUpdate(contents: [], source: source, revision: 0)]
            _ = try catalog.record(commit, writer: "a-1")
        }
        try remember("", "2026-03", tail, "common")
        try remember("web", "2026-03", [], "combined")
        try remember("", "2026-04", Array(tail.prefix(3)), "combined")
        let memory = try #require(try catalog.memory(ofSource: "access", scope: ""))
        #expect(memory.tail == Array(tail.prefix(3)))
        #expect(memory.key == ContentKeyName(month: "2026-04", scope: ""))
        #expect(memory.format == "combined")
        #expect(try catalog.memory(ofSource: "access", scope: "web")?.tail == [])
        #expect(try catalog.memory(ofSource: "error", scope: "") == nil)
    }

    @Test("Releases come back as they were frozen, in the order of days and supplements")
    func releases() throws {
        let writer = try place.store.takeWriter(host: "a")
        var expected: [Epoch] = []
        for (day, supplements) in [(Self.day.advanced(by: 1), 2), (Self.day, 11)] {
            for number in 0..<supplements {
                let epoch = try catalog.openEpoch(of: day)
                let release = ReleaseRecord(
                    epoch: epoch, closedAt: 1_772_500_000 + Int64(number), body: [UInt8](0...255),
                    digest: [UInt8(number)])
                try catalog.recordClosing(release, generation: number + 1, files: [])
                expected.append(epoch)
            }
        }
        _ = writer
        let all = try catalog.releases(Self.day...Self.day.advanced(by: 5))
        #expect(all.map(\.epoch) == expected.sorted())
        #expect(all.map(\.digest) == expected.sorted().map { [UInt8($0.supplement)] })
        #expect(all.allSatisfy { $0.body == [UInt8](0...255) })
        #expect(all.map(\.closedAt) == expected.sorted().map { 1_772_500_000 + Int64($0.supplement) })
        #expect(try catalog.releases(Self.day...Self.day).count == 11)
        #expect(try catalog.newestReleasedDay() == Self.day.advanced(by: 1))
        #expect(try catalog.generation(of: Self.day) == 11)
    }

    @Test("A closed epoch cannot be released again")
    func frozen() throws {
        let epoch = try catalog.openEpoch(of: Self.day)
        try catalog.recordClosing(.sample(epoch), generation: 1, files: [])
        #expect(throws: StoreError.self) { try catalog.recordClosing(.sample(epoch), generation: 2, files: []) }
        #expect(try catalog.generation(of: Self.day) == 1)
        #expect(try catalog.releases(Self.day...Self.day).count == 1)
    }

    @Test("A fingerprint is stored as sixteen bytes, big-endian")
    func fingerprints() {
        let fingerprint = Fingerprint(high: 0x0001_0203_0405_0607, low: 0x0809_0A0B_0C0D_0EFF)
        #expect(Array(fingerprint.data) == [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 255])
        #expect(Fingerprint.list(fingerprint.data + fingerprint.data) == [fingerprint, fingerprint])
        #expect(Fingerprint.list(fingerprint.data.dropLast()) == [])
    }
}
