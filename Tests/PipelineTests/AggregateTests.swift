import Events
import Privacy
import Releases
import Statistics
import TestSupport
import Testing

@testable import Pipeline
@testable import Store

@Suite("Closing days")
struct AggregateTests {
    /// 2026-03-01.
    private static let day = Day(number: 20_513)
    private static let epoch = Epoch(day: day)
    private let jobs: TemporaryJobs

    init() throws {
        jobs = try TemporaryJobs()
    }

    private func expectClosed(_ epoch: Epoch, rows: Int, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let stored = try jobs.rows(of: epoch)
        #expect(stored.count == rows, sourceLocation: sourceLocation)
        #expect(stored.allSatisfy { $0.visit != nil && $0.tie == nil }, sourceLocation: sourceLocation)
        #expect(try jobs.store.catalog.state(of: epoch) == .closed, sourceLocation: sourceLocation)
        #expect(try !jobs.keys().epochList().contains(epoch), sourceLocation: sourceLocation)
        #expect(try FileSystem.list(jobs.store.layout.staging) == [], sourceLocation: sourceLocation)
        #expect(
            try jobs.store.catalog.releases(epoch.day...epoch.day).contains { $0.epoch == epoch },
            sourceLocation: sourceLocation)
    }

    private func release(of epoch: Epoch) throws -> ReleasedEpoch? {
        try jobs.store.catalog.releases(epoch.day...epoch.day).first { $0.epoch == epoch }.map {
            try ReleasedEpoch(verifying: $0.body, digest: $0.digest, sha256: SHA256Digest.digest)
        }
    }

    @Test("A finished day is rewritten, counted and released, and its key destroyed")
    func close() throws {
        try jobs.ingest(TemporaryJobs.log(Self.day, visitors: 0..<12))
        try jobs.ingest(TemporaryJobs.log(Self.day, visitors: 12..<15))
        #expect(try jobs.keys().epochList() == [Self.epoch])
        let summary = try jobs.aggregate()
        #expect(summary.closed.map(\.epoch) == [Self.epoch])
        #expect(summary.closed.map(\.rows) == [30])
        #expect(summary.open.isEmpty)
        try expectClosed(Self.epoch, rows: 30)
        #expect(try jobs.store.catalog.files(of: Self.day).count == 1)
        let release = try #require(try release(of: Self.epoch))
        #expect(release.timeZone == "UTC")
        #expect(release.k == 10)
        #expect(!release.tables.isEmpty)
        #expect(summary.closed.map(\.tables) == [release.tables.count])
    }

    @Test("A day that few people stand behind is released without a table")
    func fewPeople() throws {
        try jobs.ingest(TemporaryJobs.log(Self.day, visitors: 0..<2))
        try jobs.aggregate()
        try expectClosed(Self.epoch, rows: 4)
        #expect(try release(of: Self.epoch)?.tables == [])
        #expect(try jobs.rows(of: Self.epoch).allSatisfy { $0[.path] == "(rare)" })
    }

    @Test("Closing again changes nothing")
    func idempotent() throws {
        try jobs.ingest(TemporaryJobs.log(Self.day, visitors: 0..<12))
        try jobs.aggregate()
        let files = try jobs.store.catalog.files(of: Self.day)
        let release = try release(of: Self.epoch)
        for selection in [Aggregate.Selection.due, .day(Self.day), .through(Self.day)] {
            let summary = try jobs.aggregate(selection)
            #expect(summary.closed.isEmpty)
            #expect(try jobs.store.catalog.files(of: Self.day) == files)
            #expect(try self.release(of: Self.epoch) == release)
        }
        try expectClosed(Self.epoch, rows: 24)
    }

    @Test("Late lines go to a supplement with a key and a release of its own")
    func supplements() throws {
        try jobs.ingest(TemporaryJobs.log(Self.day, visitors: 0..<12))
        try jobs.aggregate()
        let first = try release(of: Self.epoch)
        let visitors = Set(try jobs.rows(of: Self.epoch).map { $0[.visitor] })
        for number in 1...2 {
            let supplement = Epoch(day: Self.day, supplement: number)
            try jobs.ingest(TemporaryJobs.log(Self.day, visitors: 0..<11, pages: ["/late\(number)"]))
            #expect(try jobs.keys().epochList() == [supplement])
            #expect(try visitors.isDisjoint(with: jobs.rows(of: supplement).map { $0[.visitor] }))
            let summary = try jobs.aggregate()
            #expect(summary.closed.map(\.epoch) == [supplement])
            try expectClosed(supplement, rows: 11)
            try expectClosed(Self.epoch, rows: 24)
            #expect(try release(of: Self.epoch) == first)
        }
        #expect(try jobs.store.catalog.releases(Self.day...Self.day).map(\.epoch.supplement) == [0, 1, 2])
        #expect(try jobs.store.catalog.files(of: Self.day).allSatisfy { $0.name.generation == 3 })
    }

    @Test("An epoch that never got a row is closed without a release, and its key destroyed")
    func emptyEpoch() throws {
        _ = try jobs.store.catalog.openEpoch(of: Self.day)
        _ = try jobs.keys().epochKey(Self.epoch, create: true)
        let summary = try jobs.aggregate()
        #expect(summary.closed.isEmpty)
        #expect(try jobs.store.catalog.state(of: Self.epoch) == .closed)
        #expect(try jobs.keys().epochList() == [])
        #expect(try release(of: Self.epoch) == nil)
    }

    @Test(
        "A day is due an hour after its end, and may be named as soon as it is over",
        arguments: [
            (Aggregate.Selection.due, "2026-03-02T00:59:59Z", false), (.due, "2026-03-02T01:00Z", true),
            (.day(day), "2026-03-02T00:00Z", true), (.through(day), "2026-03-02T00:00Z", true),
            (.through(day), "2026-03-01T23:59:59Z", false), (.through(day.advanced(by: -1)), "2026-03-05", false),
            (.day(day.advanced(by: 1)), "2026-03-05", false),
            (.through(day.advanced(by: 1)), "2026-03-02T00:00Z", true),
        ])
    func due(_ selection: Aggregate.Selection, at now: String, isClosed: Bool) throws {
        try jobs.ingest(TemporaryJobs.log(Self.day, visitors: 0..<2))
        let summary = try jobs.aggregate(selection, at: now)
        #expect(summary.closed.map(\.epoch) == (isClosed ? [Self.epoch] : []))
        #expect(summary.open.map(\.epoch) == (isClosed ? [] : [Self.epoch]))
        #expect(try jobs.store.catalog.state(of: Self.epoch) == (isClosed ? .closed : .open))
    }

    @Test("A day that is named before it is over is refused, and nothing is done")
    func unfinished() throws {
        try jobs.ingest(TemporaryJobs.log(Self.day, visitors: 0..<2))
        let error = #expect(throws: JobError.self) { try jobs.aggregate(.day(Self.day), at: "2026-03-01T23:59:59Z") }
        #expect(error?.kind == .usage)
        #expect(try jobs.store.catalog.state(of: Self.epoch) == .open)
        #expect(try jobs.keys().epochList() == [Self.epoch])
    }

    @Test("A store or another aggregation that is missing or running is said so")
    func refusals() throws {
        let lock = try jobs.store.lockAggregation()
        _ = try jobs.keys()
        let busy = #expect(throws: StoreError.self) { try jobs.aggregate() }
        #expect(busy?.kind == .busy)
        withExtendedLifetime(lock) {}
        let elsewhere = JobEnvironment(
            storePath: jobs.store.layout.root + "/none", keysPath: "/none", hostName: "x", now: { 0 })
        let missing = #expect(throws: StoreError.self) { _ = try Aggregate(environment: elsewhere) }
        #expect(missing?.kind == .missing)
    }

    @Test("Several days are closed in their order")
    func severalDays() throws {
        let days = [2, 0, 1].map { Self.day.advanced(by: $0) }
        try jobs.ingest(days.flatMap { TemporaryJobs.log($0, visitors: 0..<3) })
        let summary = try jobs.aggregate(.through(Self.day.advanced(by: 1)))
        #expect(summary.closed.map(\.epoch.day) == [Self.day, Self.day.advanced(by: 1)])
        #expect(summary.open.map(\.epoch.day) == [Self.day.advanced(by: 2)])
        #expect(summary.open.map(\.rows) == [6])
    }

    @Test("The bare counts of an open day are those of the closed one")
    func bareCounts() throws {
        try jobs.ingest(TemporaryJobs.log(Self.day, visitors: 0..<12, pages: ["/", "/a", "/b", "/a"]))
        let bare = BareTally(environment: jobs.environment())
        let open = try bare.counts(Self.epoch)
        try jobs.aggregate()
        #expect(try bare.epochs() == [Self.epoch])
        #expect(try bare.counts(Self.epoch) == open)
        #expect(open.first { $0.measure == "hits" }?.sum == 48)
    }
}
