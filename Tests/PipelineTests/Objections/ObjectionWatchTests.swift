import Events
import Foundation
import Intake
import Privacy
import Store
import TestSupport
import Testing

@testable import Pipeline

@Suite("Waiting for lines that came before an objection")
struct ObjectionWatchTests {
    private static let kim = ["cookie": "kim"]

    private let store: ObjectedStore

    init() throws {
        store = try ObjectedStore()
    }

    private func isDrained(before revision: Int64, _ other: ObjectedStore? = nil) throws -> Bool {
        do {
            try (other ?? store).jobs.store.drainObjections(before: revision, waiting: false)
            return true
        } catch let error as StoreError where error.kind == .busy {
            return false
        }
    }

    @Test("Lines on the way are waited for until they are on record; the next line has them committed")
    func drain() throws {
        let lines = (0..<3).map { _ in store.line(Self.kim) }
        try store.read([
            { try $0.write(lines[0].text) },
            {
                $0.staysWithinInterval()
                #expect(try isDrained(before: 0))
                #expect(try store.object(.cookie, "kim") == 1)
                #expect(try !isDrained(before: 1))
                #expect(try store.stored() == [])
                try $0.write(lines[1].text)
            },
            {
                #expect(try store.stored() == [1])
                #expect(try isDrained(before: 2))
                try $0.write(lines[2].text)
            },
            { _ in try #expect(isDrained(before: 1) && !isDrained(before: 2)) },
            { _ in try #expect(isDrained(before: 2)) },
        ])
        #expect(try store.stored() == [1])
        #expect(try store.sealed() == [1, 2, 3])
    }

    @Test("Two that read at once treat their lines alike, and both are waited for")
    func twoWriters() throws {
        let own = (0..<2).map { _ in store.line(Self.kim) }
        let others = (0..<2).map { _ in store.line(Self.kim) }
        try store.read([
            { try $0.write(own[0].text) },
            { _ in
                try store.read(
                    source: "other",
                    [
                        { try $0.write(others[0].text) }, { _ in try store.object(.cookie, "kim") },
                        { try $0.write(others[1].text) },
                    ])
                #expect(try store.stored() == [3])
                #expect(try !isDrained(before: 1))
            }, { try $0.write(own[1].text) }, { _ in try #expect(isDrained(before: 1)) },
        ])
        #expect(try store.stored() == [1, 3])
        #expect(try store.sealed() == [1, 2, 3, 4])
    }

    @Test("No sealed file has lines that were held against two lists")
    func revisions() throws {
        let lines = (0..<4).map { _ in store.line(["cookie": "ann"]) }
        try store.read([
            { try $0.write(lines[0].text) },
            {
                $0.staysWithinInterval()
                try store.object(.cookie, "kim")
                try $0.write(lines[1].text, lines[2].text)
            },
            {
                try store.catalog.liftObjections(ofRequest: 1)
                try $0.write(lines[3].text)
            },
        ])
        let files = try store.catalog.sealedFiles(.raw, of: ObjectedStore.day)
        #expect(files.map(\.revision) == [0, 1, 2])
        #expect(files.map(\.lines) == [1, 2, 1])
    }

    @Test("A followed file is held against the list as it is now, too")
    func followed() throws {
        let folder = try FollowedFolder()
        let tagger = try ObjectedStore.tagger(of: folder.jobs, PolicyOptions())
        let tags = tagger.tags(of: SubjectIdentifier(.cookie, Array("kim".utf8)))
            .map { (tag: $0, day: Day?.none) }
        let lines = (0..<6).map { store.line(["cookie": $0.isMultiple(of: 2) ? "kim" : "ann"]).text }
        let summary = try folder.follow(
            ["a.log"], options: store.options,
            steps: [
                { _ in try folder.append(Array(lines[..<2]), to: "a.log") },
                { _ in _ = try folder.jobs.store.catalog.object(request: 1, tags) },
                { _ in try folder.append(Array(lines[2..<4]), to: "a.log") },
                { _ in try folder.append(Array(lines[4...]), to: "a.log") }, { $0.pass(20_000) },
                { _ in try folder.jobs.store.drainObjections(before: 2, waiting: false) },
            ])
        #expect(summary.tally.filtered(.objection) == 2)
        let stored = try folder.jobs.rows(of: Epoch(day: FollowedFolder.day)).compactMap { $0[.bytes] }.sorted()
        #expect(stored == [1, 2, 4, 6])
    }

    @Test("A line of which nothing is kept keeps nobody waiting")
    func nothingKept() throws {
        let store = try ObjectedStore(.own)
        try store.object(.cookie, "kim")
        let lines = ["kim", "ann"].map { store.line(["cookie": $0]) }
        try store.read([
            { try $0.write(lines[0].text) },
            {
                $0.staysWithinInterval()
                try #expect(isDrained(before: 2, store))
                try $0.write(lines[1].text)
            },
            { _ in try #expect(!isDrained(before: 2, store)) },
        ])
    }
}
