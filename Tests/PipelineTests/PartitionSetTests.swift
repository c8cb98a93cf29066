import Events
import Store
import TestSupport
import Testing

@testable import Pipeline
@testable import Store

@Suite("The partitions that an ingest is writing")
struct PartitionSetTests {
    private let jobs: TemporaryJobs
    private let writer: Writer

    init() throws {
        jobs = try TemporaryJobs()
        writer = try jobs.store.takeWriter(host: "test")
    }

    private func set(_ limits: PartitionSet.Limits = PartitionSet.Limits()) -> PartitionSet {
        PartitionSet(writer: writer, policy: "", seed: 1, limits: limits)
    }

    /// Appends rows that jump from day to day, and gives back what went into each.
    private func fill(_ set: inout PartitionSet, days: Int, rounds: Int, rows: Int) throws -> [Epoch: [EventRow]] {
        var events = RandomEvents(seed: 7)
        var expected: [Epoch: [EventRow]] = [:]
        for _ in 0..<rounds {
            for number in 0..<days {
                let epoch = Epoch(day: Day(number: Int32(20_000 + number)))
                _ = try jobs.store.catalog.openEpoch(of: epoch.day)
                let batch = events.batch(epoch, rows: rows)
                expected[epoch, default: []] += batch.spelledOut
                try set.append(batch)
            }
        }
        return expected
    }

    private func commit(_ set: inout PartitionSet) throws -> [PartitionFile] {
        let (files, ties) = try set.finishAll()
        var commit = Commit()
        commit.files = files
        commit.ties = ties
        _ = try writer.commit(commit)
        return files
    }

    private func expectRows(_ expected: [Epoch: [EventRow]]) throws {
        for (epoch, rows) in expected {
            let stored = try jobs.rows(of: epoch).map(\.withoutOrder)
            #expect(stored.count == rows.count)
            #expect(Set(stored) == Set(rows))
        }
    }

    @Test("A log that jumps between many days makes one file a day, and none before the commit")
    func manyDays() throws {
        var set = set()
        let expected = try fill(&set, days: 100, rounds: 3, rows: 2)
        #expect(try FileSystem.list(jobs.store.layout.staging) == [])
        let files = try commit(&set)
        #expect(files.map(\.epoch) == expected.keys.sorted())
        #expect(set.isEmpty)
        try expectRows(expected)
    }

    @Test(
        "Under any limits every row is stored once, in its own day",
        arguments: [(1, 1 << 20, 1), (5, 1 << 20, 2), (1 << 20, 1, 3), (1 << 20, 40_000, 2), (3, 20_000, 8)])
    func limits(_ rows: Int, _ bytes: Int, _ openFiles: Int) throws {
        var limits = PartitionSet.Limits()
        limits.rows = rows
        limits.bytes = bytes
        limits.openFiles = openFiles
        var set = set(limits)
        let expected = try fill(&set, days: 10, rounds: 4, rows: 3)
        let files = try commit(&set)
        #expect(files.count >= 10)
        #expect(files.reduce(0) { $0 + $1.rows } == 120)
        try expectRows(expected)
    }

    @Test("A day that is finished early and comes again gets higher ties")
    func ties() throws {
        var limits = PartitionSet.Limits()
        limits.rows = 1
        limits.openFiles = 1
        var set = set(limits)
        let expected = try fill(&set, days: 2, rounds: 5, rows: 4)
        _ = try commit(&set)
        for epoch in expected.keys {
            let highest = try jobs.rows(of: epoch).compactMap(\.tie).max() ?? 0
            #expect(try writer.nextTie(in: epoch) > highest)
        }
    }

    @Test("Whatever has been written is removed when it is discarded")
    func discard() throws {
        var limits = PartitionSet.Limits()
        limits.rows = 1
        limits.openFiles = 2
        var set = set(limits)
        _ = try fill(&set, days: 5, rounds: 1, rows: 2)
        #expect(try FileSystem.list(jobs.store.layout.staging).count == 5)
        try set.discard()
        #expect(try FileSystem.list(jobs.store.layout.staging) == [])
        #expect(set.isEmpty)
    }
}
