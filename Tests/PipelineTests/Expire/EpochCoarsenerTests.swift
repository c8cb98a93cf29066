import Events
import Privacy
import Store
import TestSupport
import Testing

@testable import Pipeline

@Suite("Making a closed day coarse")
struct EpochCoarsenerTests {
    /// 2026-03-01.
    private static let epoch = Epoch(day: Day(number: 20_513))
    private let jobs: TemporaryJobs

    init() throws {
        jobs = try TemporaryJobs()
        _ = try jobs.store.catalog.openEpoch(of: Self.epoch.day)
    }

    /// A closed epoch of random rows, each with a number of its own in `status`.
    private func fill(_ seed: UInt64, rows: Int) throws -> [EventRow] {
        let writer = try jobs.store.takeWriter(host: "a")
        var events = RandomEvents(seed: seed)
        events.visitors = 12
        events.absence = 0.1
        var commit = Commit()
        let file = try writer.beginFile(Self.epoch)
        for part in 0..<4 {
            var batch = events.batch(Self.epoch, rows: rows / 4)
            batch[.status].values = batch.time.indices.map { Int64(part * rows / 4 + $0) }
            try file.append(batch)
        }
        commit.files = [try file.finish(policy: Policy.standard(site: "example.org").digest, closed: false)]
        _ = try writer.commit(commit)
        try jobs.store.catalog.beginClosing(Self.epoch)
        var rewriter = EpochRewriter(
            store: jobs.store, writer: writer, epoch: Self.epoch, policy: .standard(site: "example.org"), seed: 1,
            bucketRows: rows / 3)
        let closed = try rewriter.rewrite(k: 2)
        try jobs.store.close(
            Self.epoch, with: [closed], release: ReleaseRecord(epoch: Self.epoch, closedAt: 1, body: [1], digest: [2]))
        return try jobs.rows(of: Self.epoch)
    }

    private func coarsen(bucketRows: Int, zone: String = "UTC") throws -> (groups: [[EventRow]], policy: String) {
        let writer = try jobs.store.takeWriter(host: "expiring")
        let calendar = try #require(StoreCalendar(zone))
        var coarsener = EpochCoarsener(
            store: jobs.store, writer: writer, day: calendar.localDay(Self.epoch.day), seed: 2, bucketRows: bucketRows)
        let file = try coarsener.coarsen(Self.epoch)
        let reader = try writer.reader(of: file)
        let groups = try (0..<reader.rowGroupCount).map { try reader.read(rowGroup: $0, .everything).spelledOut }
        #expect(file.rows == groups.reduce(0) { $0 + $1.count })
        try writer.discard([file])
        return (groups, reader.policy)
    }

    /// A row without its pseudonyms.
    private struct Plain: Hashable {
        let time: Int64
        let visit: Int64?
        let sequence: Int32?
        var texts: [String?]
        var numbers: [Int64?]
        let flags: [Bool]

        init(_ row: EventRow, time: Int64) {
            self.time = time
            visit = row.visit
            sequence = row.sequence
            texts = row.texts
            numbers = row.numbers
            flags = row.flags
        }
    }

    /// What a row becomes.
    private static func coarse(_ row: EventRow) -> Plain {
        var plain = Plain(row, time: row.time / 3600 * 3600)
        plain.texts[EventField.Text.resolution.rawValue] = "hour"
        plain.texts[EventField.Text.address.rawValue] = nil
        for field in [EventField.Number.bytes, .duration] {
            plain.numbers[field.rawValue] = row[field].map(LogBin.lowest)
        }
        return plain
    }

    @Test(
        "Each row is there once, coarse, in the order of the hours, with one visitor for each visit",
        arguments: 0..<3 as Range<UInt64>, [7, 60, 1 << 40])
    func rows(_ seed: UInt64, bucketRows: Int) throws {
        let fine = try fill(seed, rows: 240)
        let (groups, policy) = try coarsen(bucketRows: bucketRows)
        let rows = groups.flatMap(\.self)
        #expect(policy == Policy.standard(site: "example.org").digest)
        if bucketRows > 240 { #expect(groups.count == 1) } else { #expect(groups.count >= 240 / bucketRows) }
        #expect(rows.map(\.time) == rows.map(\.time).sorted())
        func byNumber(_ rows: [EventRow]) -> [EventRow] { rows.sorted { $0[.status] ?? -1 < $1[.status] ?? -1 } }
        #expect(byNumber(rows).map { Plain($0, time: $0.time) } == byNumber(fine).map(Self.coarse))

        #expect(byNumber(rows).map { $0[.visitor] == nil } == byNumber(fine).map { $0[.visitor] == nil })
        #expect(rows.allSatisfy { $0.tie == nil && $0[.network] == nil && $0[.device] == nil })
        let visited = rows.filter { $0[.visitor] != nil }
        let visitorOfVisit = Dictionary(grouping: visited, by: \.visit).mapValues { Set($0.map { $0[.visitor] }) }
        #expect(visitorOfVisit.count > 12)
        #expect(visitorOfVisit.values.allSatisfy { $0.count == 1 })
        #expect(Set(visitorOfVisit.values).count == visitorOfVisit.count)
        let known = Set(fine.compactMap { $0[.visitor] })
        #expect(known.isDisjoint(with: visited.compactMap { $0[.visitor] }))
    }

    @Test("Rows of an hour stand in another order each time, and their visitors are others", arguments: [60, 1 << 40])
    func order(bucketRows: Int) throws {
        let fine = try fill(5, rows: 240)
        let first = try coarsen(bucketRows: bucketRows).groups.flatMap(\.self)
        let second = try coarsen(bucketRows: bucketRows).groups.flatMap(\.self)
        #expect(first.map { $0[.status] } != second.map { $0[.status] })
        #expect(first.map { $0[.status] } != fine.sorted { $0.time < $1.time }.map { $0[.status] })
        #expect(Set(first.compactMap { $0[.visitor] }).isDisjoint(with: second.compactMap { $0[.visitor] }))
        try jobs.store.recover()
        #expect(try jobs.rows(of: Self.epoch) == fine)
    }

    @Test("Hours are those of the store's zone, and times outside of the day are put within it")
    func zone() throws {
        let fine = try fill(6, rows: 240)
        let calendar = try #require(StoreCalendar("Asia/Kolkata"))
        let day = calendar.localDay(Self.epoch.day)
        let times = try coarsen(bucketRows: 50, zone: "Asia/Kolkata").groups.flatMap(\.self).map(\.time)
        #expect(times.allSatisfy { day.range.contains($0) && ($0 + 19_800) % 3600 == 0 })
        let inside = fine.filter { $0.time < day.range.upperBound }
        let last = day.range.upperBound - 3600
        #expect(
            times.filter { $0 < last }.count == inside.filter { $0.time < last }.count)
        #expect(times.count == 240)
    }

    @Test("A visit's number may be missing: then a row has a visitor of its own")
    func withoutVisits() throws {
        var events = RandomEvents(seed: 7)
        let batch = events.batch(Self.epoch, rows: 50)
        var coarsening = Coarsening(day: StoreCalendar.utc.localDay(Self.epoch.day))
        let coarse = coarsening.coarsened(batch).spelledOut
        let visitors = coarse.compactMap { $0[.visitor] }
        #expect(visitors.count == batch.spelledOut.count { $0[.visitor] != nil })
        #expect(Set(visitors).count == visitors.count)
    }
}
