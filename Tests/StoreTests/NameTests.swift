import Events
import Testing

@testable import Store

@Suite("Names and places in a store")
struct NameTests {
    /// 2026-03-01.
    private static let day = Day(number: 20_513)

    @Test(
        "A partition's name says writer, number and generation",
        arguments: [
            (PartitionName(writer: "web-1", sequence: 12), "web-1-12.parquet", ".web-1-12.inprogress"),
            (
                PartitionName(writer: "web-1", sequence: 12, generation: 3), "web-1-12-g3.parquet",
                ".web-1-12.inprogress"
            ),
        ])
    func names(_ name: PartitionName, final: String, inProgress: String) {
        #expect(name.final == final)
        #expect(name.inProgress == inProgress)
        #expect(PartitionName(inProgress: inProgress) == PartitionName(writer: "web-1", sequence: 12))
    }

    @Test(
        "Other names in the staging folder are nobody's",
        arguments: [
            "", ".", "notes", ".inprogress", ".a.inprogress", ".a-.inprogress", ".a-x.inprogress", "a-1.inprogress",
            ".a-1.parquet",
            "date=2026-03-01-g1",
        ])
    func strangeNames(_ name: String) {
        #expect(PartitionName(inProgress: name) == nil)
    }

    @Test("A store lies as the documentation says")
    func layout() {
        let layout = StoreLayout(root: "/s")
        #expect(layout.catalog == "/s/catalog.sqlite")
        #expect(layout.events == "/s/events")
        #expect(layout.folder(of: Self.day) == "/s/events/date=2026-03-01")
        #expect(layout.aside(Self.day, generation: 4) == "/s/staging/date=2026-03-01-g4")
        #expect(layout.generationMark(4) == ".generation-4")
    }

    @Test("A store is not made unless that is asked for")
    func missing() throws {
        let place = try TemporaryStore()
        let error = #expect(throws: StoreError.self) {
            _ = try Store(root: place.root + "/none", create: false) { TestDigest() }
        }
        #expect(error?.kind == .missing)
        #expect(error?.message.contains("/none") == true)
        #expect(!Store.exists(at: place.root + "/none"))
        #expect(Store.exists(at: place.root))
        _ = try Store(root: place.root + "/a/b/c", create: true) { TestDigest() }
        #expect(Store.exists(at: place.root + "/a/b/c"))
    }

    @Test("Everything that a path needs is said when a store cannot be made")
    func cannotCreate() throws {
        let place = try TemporaryStore()
        let error = #expect(throws: StoreError.self) {
            _ = try Store(root: place.store.layout.catalog + "/store", create: true) { TestDigest() }
        }
        #expect(error?.kind == .cannotCreate)
    }
}
