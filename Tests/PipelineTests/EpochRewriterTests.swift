import Events
import Statistics
import Store
import TestSupport
import Testing

@testable import Pipeline

@Suite("Rewriting a day that is being closed")
struct EpochRewriterTests {
    /// 2026-03-01.
    private static let epoch = Epoch(day: Day(number: 20_513))

    /// A row as its writer wrote it.
    private struct Source {
        let writer: String
        let row: EventRow

        /// Where the row stands among those of its visitor.
        var order: (Int64, String, Int32) { (row.time, writer, row.tie ?? 0) }
    }

    private let jobs: TemporaryJobs

    init() throws {
        jobs = try TemporaryJobs()
        _ = try jobs.store.catalog.openEpoch(of: Self.epoch.day)
    }

    /// Commits random rows of several writers, each row with a number of its own in `bytes`.
    private func fill(_ seed: UInt64, rows total: Int) throws {
        var events = RandomEvents(seed: seed)
        events.visitors = 8
        events.texts = 12
        events.seconds = 20_000
        var shuffle = SplitMix64(seed: seed + 1000)
        var number: Int64 = 0
        let writers = [try jobs.store.takeWriter(host: "b"), try jobs.store.takeWriter(host: "a")]
        for writer in writers {
            for _ in 0..<2 {
                let file = try writer.beginFile(Self.epoch)
                var next = try writer.nextTie(in: Self.epoch)
                for _ in 0..<2 {
                    var batch = events.batch(Self.epoch, rows: total / 8)
                    // Few seconds, so that ties decide.
                    batch.time = batch.time.map { $0 / 400 * 400 }
                    batch[.bytes].values = batch.time.indices.map { number + Int64($0) }
                    number += Int64(batch.rowCount)
                    let (rows, after) = batch.shuffledWithinSeconds(firstTie: next, random: &shuffle)
                    try file.append(rows)
                    next = after
                }
                var commit = Commit()
                commit.files = [try file.finish(policy: "", closed: false)]
                commit.ties = [Self.epoch: next]
                _ = try writer.commit(commit)
            }
        }
    }

    private func sources() throws -> [Source] {
        try jobs.store.readers(of: Self.epoch).flatMap { writer, reader in
            try (0..<reader.rowGroupCount).flatMap { try reader.read(rowGroup: $0, .everything).spelledOut }
                .map { Source(writer: writer, row: $0) }
        }
    }

    private func rewrite(k: Int, bucketRows: Int) throws -> [EventBatch] {
        let writer = try jobs.store.takeWriter(host: "closing")
        var rewriter = EpochRewriter(
            store: jobs.store, writer: writer, epoch: Self.epoch, policy: "", seed: 5, bucketRows: bucketRows)
        let file = try rewriter.rewrite(k: k)
        let reader = try writer.reader(of: file)
        let batches = try (0..<reader.rowGroupCount).map { try reader.read(rowGroup: $0, .everything) }
        #expect(file.rows == batches.reduce(0) { $0 + $1.rowCount })
        try writer.discard([file])
        return batches
    }

    /// For each row's number, its visit and its place in it, made the slow way: visits are numbered over all visitors.
    private static func visits(_ sources: [Source]) -> [Int64: (visit: Int, sequence: Int32)] {
        var visits: [Int64: (visit: Int, sequence: Int32)] = [:]
        var count = 0
        for source in sources where source.row[.visitor] == nil {
            visits[source.row.number] = (count, 0)
            count += 1
        }
        for rows in Dictionary(grouping: sources.filter { $0.row[.visitor] != nil }, by: { $0.row[.visitor] }).values {
            var lastView: Int64?
            var sequence: Int32 = 0
            for source in rows.sorted(by: { $0.order < $1.order }) {
                if source.row[.pageView] {
                    if let lastView, source.row.time - lastView > 1800 {
                        count += 1
                        sequence = 0
                    }
                    lastView = source.row.time
                }
                visits[source.row.number] = (count, sequence)
                sequence += 1
            }
            count += 1
        }
        return visits
    }

    @Test(
        "The rows are the same, numbered by visit and in that order, in one bucket or in several", arguments: 0..<3,
        [12, 50, .max])
    func rewriting(_ seed: UInt64, bucketRows: Int) throws {
        try fill(seed, rows: 160)
        let sources = try self.sources()
        let batches = try rewrite(k: 1, bucketRows: bucketRows == .max ? 1 << 40 : bucketRows)
        let rows = batches.flatMap(\.spelledOut)
        #expect(batches.count == (bucketRows == .max ? 1 : (160 + bucketRows - 1) / bucketRows))
        func numbered(_ rows: [EventRow]) -> [EventRow] {
            rows.map(\.withoutOrder).sorted { $0.number < $1.number }
        }
        #expect(rows.count == sources.count)
        let nobodysTexts = Self.withoutNobodysTexts(sources.map(\.row))
        #expect(numbered(rows) == numbered(nobodysTexts))
        #expect(rows.allSatisfy { $0.tie == nil && $0.visit ?? -1 >= 0 })

        let expected = Self.visits(sources)
        var numbers: [Int: Int64] = [:]
        for row in rows {
            let place = try #require(expected[row.number])
            #expect(row.sequence == place.sequence)
            #expect(numbers[place.visit, default: row.visit ?? -1] == row.visit)
            numbers[place.visit] = row.visit
        }
        #expect(Set(numbers.values).count == numbers.count)
        for batch in batches {
            let places = batch.spelledOut.map { ($0.visit ?? -1, $0.sequence ?? -1) }
            #expect(zip(places, places.dropFirst()).allSatisfy { $0 < $1 })
        }
        for batch in batches.enumerated().map({ Set($1.spelledOut.compactMap { $0[.visitor] }) }).allPairs {
            #expect(batch.0.isDisjoint(with: batch.1), "a visitor's rows are in one row group")
        }
    }

    /// Texts that only rows without a visitor have become rare even for k = 1.
    private static func withoutNobodysTexts(_ rows: [EventRow]) -> [EventRow] {
        let free: [EventField.Text] = [
            .name, .host, .path, .referrerDomain, .keyword, .utmSource, .utmMedium, .utmCampaign, .searchWords,
        ]
        return rows.map { row in
            var row = row
            for field in free where row[field] != nil {
                let isSomebodys = rows.contains { $0[.visitor] != nil && $0[field] == row[field] }
                if !isSomebodys { row.texts[field.rawValue] = "(rare)" }
            }
            return row
        }
    }

    @Test("Several buckets are counted like one", arguments: [1, 4])
    func tallies(k: Int) throws {
        try fill(7, rows: 400)
        let counting = EpochCounting(
            epoch: Self.epoch, day: StoreCalendar.utc.localDay(Self.epoch.day), threshold: Threshold(k: k), seed: 3)
        // Which of the pairs that too few people are behind are told apart depends on the order of visitors.
        func counts(bucketRows: Int) throws -> [BareCount] {
            BareCount.all(of: counting.count(try rewrite(k: k, bucketRows: bucketRows))).filter {
                $0.table != "transitions"
            }
        }
        let one = try counts(bucketRows: 1 << 40)
        #expect(!one.isEmpty)
        for bucketRows in [60, 250] { #expect(try counts(bucketRows: bucketRows) == one) }
    }

    @Test("Texts of fewer than k visitors are rare, wherever in the day they stand", arguments: [20, 1 << 40])
    func rareTexts(bucketRows: Int) throws {
        try fill(8, rows: 200)
        let before = try sources().map(\.row)
        let after = try rewrite(k: 4, bucketRows: bucketRows).flatMap(\.spelledOut)
        var visitors: [String: Set<Pseudonym>] = [:]
        for row in before {
            if let path = row[.path], let visitor = row[.visitor] { visitors[path, default: []].insert(visitor) }
        }
        let shown = Set(after.compactMap { $0[.path] })
        #expect(shown.subtracting(["(rare)"]) == Set(visitors.filter { $0.value.count >= 4 }.keys))
        #expect(after.count { $0[.path] == nil } == before.count { $0[.path] == nil })
    }

    @Test("Visit numbers do not tell in which bucket a visitor was")
    func numbersOfBuckets() throws {
        try fill(10, rows: 400)
        let ranges = try rewrite(k: 1, bucketRows: 100).compactMap { batch in
            batch.visit.min().flatMap { low in batch.visit.max().map { low...$0 } }
        }
        #expect(ranges.count == 4)
        for (one, other) in ranges.allPairs { #expect(one.overlaps(other)) }
    }

    @Test("Visit numbers are drawn anew each time, and leave no spill file behind")
    func numbers() throws {
        try fill(9, rows: 80)
        let first = try rewrite(k: 1, bucketRows: 20).flatMap(\.visit)
        let second = try rewrite(k: 1, bucketRows: 20).flatMap(\.visit)
        #expect(Set(first).isDisjoint(with: second))
        try jobs.store.recover()
        #expect(try jobs.store.catalog.files(of: Self.epoch).count == 4)
    }
}

extension EventRow {
    /// The row's own number.
    fileprivate var number: Int64 { self[.bytes] ?? -1 }
}

extension Array {
    /// Each element with each that comes behind it.
    fileprivate var allPairs: [(Element, Element)] {
        indices.flatMap { first in indices[(first + 1)...].map { (self[first], self[$0]) } }
    }
}
