import Events
import Store
import TestSupport
import Testing

@testable import Pipeline
@testable import Store

@Suite("Merging the small files of an open day")
struct SmallFileMergerTests {
    /// 2026-03-01.
    private static let epoch = Epoch(day: Day(number: 20_513))
    private let jobs: TemporaryJobs
    private let writer: Writer

    init() throws {
        jobs = try TemporaryJobs()
        writer = try jobs.store.takeWriter(host: "test")
        _ = try jobs.store.catalog.openEpoch(of: Self.epoch.day)
    }

    /// Commits files of random rows of few visitors and seconds, each row with a number of its own in `bytes`, in the
    /// order of which it was read.
    private func commit(_ sizes: [Int], policy: String = "p", seed: UInt64 = 1) throws {
        var events = RandomEvents(seed: seed)
        events.visitors = 4
        events.seconds = 6
        var shuffle = SplitMix64(seed: seed + 1000)
        var number = Int64(try jobs.store.catalog.rowCount(of: Self.epoch))
        for size in sizes {
            var batch = events.batch(Self.epoch, rows: size)
            batch[.bytes].values = (0..<size).map { number + Int64($0) }
            number += Int64(size)
            let (rows, next) = batch.shuffledWithinSeconds(
                firstTie: try writer.nextTie(in: Self.epoch), random: &shuffle)
            let file = try writer.beginFile(Self.epoch)
            try file.append(rows)
            var commit = Commit()
            commit.files = [try file.finish(policy: policy, closed: false)]
            commit.ties = [Self.epoch: next]
            _ = try writer.commit(commit)
        }
    }

    private func merge(files: Int = 4, smallRows: Int = 1000, rows: Int = 1 << 20, bytes: Int = 1 << 24) throws {
        var limits = SmallFileMerger.Limits()
        limits.files = files
        limits.smallRows = smallRows
        limits.rows = rows
        limits.bytes = bytes
        var merger = SmallFileMerger(writer: writer, seed: 1, limits: limits)
        try merger.mergeIfDue(Self.epoch)
    }

    private var sizes: [Int] { get throws { try jobs.store.catalog.files(of: Self.epoch).map(\.rows) } }

    @Test("Nothing is merged before enough files have gathered")
    func notDue() throws {
        try commit([5, 5, 5])
        try merge()
        #expect(try sizes == [5, 5, 5])
        try commit([5])
        try merge()
        #expect(try sizes == [20])
    }

    @Test("A file of many rows is left alone, and no more than the limit is merged at once")
    func limits() throws {
        try commit([5, 30, 6, 7, 8, 9])
        try merge(files: 5, smallRows: 30, rows: 18)
        // 5, 6 and 7 reach 18 rows; the merged file has the highest number.
        #expect(try sizes == [30, 8, 9, 18])
        try jobs.store.recover()
        #expect(try FileSystem.list(jobs.store.layout.staging) == [])
    }

    @Test(
        "Every row keeps its values and its tie, and every row group its order",
        arguments: [(1000, 1 << 24), (12, 1 << 24), (1000, 1)])
    func rows(_ smallRows: Int, _ bytes: Int) throws {
        try commit([9, 10, 11, 7, 8])
        let before = try jobs.rows(of: Self.epoch)
        try merge(smallRows: smallRows, bytes: bytes)
        let files = try jobs.store.readers(of: Self.epoch)
        #expect(files.count == 1)
        let reader = files[0].reader
        #expect(smallRows == 1000 && bytes > 1 ? reader.rowGroupCount == 1 : reader.rowGroupCount > 2)
        #expect(reader.policy == "p")
        let after = try jobs.rows(of: Self.epoch)
        #expect(after.count == before.count)
        #expect(Set(after) == Set(before))
        for group in 0..<reader.rowGroupCount {
            let times = try reader.read(rowGroup: group, .everything).time
            #expect(times == times.sorted())
        }
        #expect(after.map { $0[.bytes] } != before.sorted { $0.time < $1.time }.map { $0[.bytes] })
    }

    @Test("A visitor's events of one second are told apart as before, also from those that come later")
    func ties() throws {
        try commit([20, 20, 20, 20])
        try merge()
        try commit([20], seed: 2)
        struct Moment: Hashable {
            let visitor: Pseudonym?
            let time: Int64
        }
        let groups = Dictionary(grouping: try jobs.rows(of: Self.epoch)) {
            Moment(visitor: $0[.visitor], time: $0.time)
        }
        for rows in groups.values {
            let numbers = rows.sorted { ($0.tie ?? -1) < ($1.tie ?? -1) }.map { $0[.bytes] ?? -1 }
            #expect(Set(rows.map(\.tie)).count == rows.count)
            #expect(numbers == numbers.sorted())
        }
    }

    @Test("Rows that two policies let through stay in files of their own")
    func policies() throws {
        try commit([1, 2, 3], policy: "old")
        try commit([4, 5, 6, 7], policy: "new")
        try merge()
        #expect(try sizes == [1, 2, 3, 22])
        #expect(try jobs.store.readers(of: Self.epoch).map(\.reader.policy) == ["old", "old", "old", "new"])
    }

    @Test("Ingest merges its files of an open day, and the statistics are those of the same lines in one file")
    func endToEnd() throws {
        let day = Day(number: 20_513)
        let lines = TemporaryJobs.log(day, visitors: 0..<70)
        let other = try TemporaryJobs()
        try other.ingest(lines)
        for start in stride(from: 0, to: lines.count, by: 4) {
            try jobs.ingest(Array(lines[start..<min(start + 4, lines.count)]))
        }
        // 35 runs: the 32nd merged what there was.
        #expect(try jobs.store.catalog.files(of: day).count == 4)
        #expect(try jobs.store.catalog.rowCount(of: Self.epoch) == lines.count)
        try jobs.aggregate()
        try other.aggregate()
        let tables = try [jobs, other].map { try $0.store.catalog.releases(day...day).map(\.digest) }
        #expect(tables[0] == tables[1])
        #expect(!tables[0].isEmpty)
    }
}
