import Events
import GRDB
import Privacy
import Releases
import TestSupport
import Testing

@testable import Pipeline
@testable import Store

@Suite("Hours of the present day")
struct TodayTests {
    /// 2026-03-01.
    static let day = Day(number: 20_513)
    static let epoch = Epoch(day: day)
    static let supplement = Epoch(day: day, supplement: 1)

    static let agent = "Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0"

    /// One page view and one picture of each visitor in an hour.
    static func log(hour: Int, visitors: Range<Int>) -> [String] {
        let padded = hour < 10 ? "0\(hour)" : "\(hour)"
        return visitors.flatMap { visitor in
            ["/page", "/a.png"].map { path in
                "198.51.\(visitor).7 - - [01/Mar/2026:\(padded):10:00 +0000] \"GET \(path) HTTP/1.1\" 200 512 \"-\" \"\(agent)\""
            }
        }
    }

    static func log(hours: Range<Int>) -> [String] {
        hours.flatMap { log(hour: $0, visitors: 0..<20 + $0) }
    }

    static func run(_ jobs: TemporaryJobs, at time: String) throws -> TodaySummary {
        try Today(environment: jobs.environment(at: "2026-03-01T\(time)Z")).run()
    }

    static func frozen(_ jobs: TemporaryJobs) throws -> Int64? { try jobs.store.catalog.frozenEnd(of: day) }

    static func second(hour: Int) -> Int64 { Int64(day.number) * 86_400 + Int64(hour) * 3600 }

    @Test("Hours are told an hour after their end, once a later line has come, and once only")
    func release() throws {
        let jobs = try TemporaryJobs()
        try jobs.ingest(Self.log(hours: 0..<4), at: "2026-03-01T04:10Z")
        // The line of 03:10 says that hour 2 is over; at 03:30 not for an hour yet.
        let early = try Self.run(jobs, at: "03:30")
        #expect(early.told == [1] && early.hidden == [0])
        let first = try Self.run(jobs, at: "04:20")
        #expect(first.told == [2] && first.hidden == [])
        #expect(try Self.frozen(jobs) == Self.second(hour: 3))
        let again = try Self.run(jobs, at: "07:20")
        #expect(again.told + again.hidden == [])
        #expect(try Self.frozen(jobs) == Self.second(hour: 3))
        let table = try #require(ReleasedHours(of: Self.epoch, in: jobs.store).joined?.table("hours"))
        #expect(table.rows.map(\.label) == ["00", "01", "02"])
        #expect(table.rows[2].values == [.number(44), .number(22), .number(44 * 512), .hidden])
    }

    @Test("Nothing is told without a day, before an hour is over, or of a closed day")
    func nothing() throws {
        let jobs = try TemporaryJobs()
        #expect(throws: Never.self) { try jobs.ingest([], at: "2026-03-01T00:10Z") }
        #expect(try Self.run(jobs, at: "04:20").frozen == nil)
        try jobs.ingest(Self.log(hours: 0..<1), at: "2026-03-01T00:30Z")
        #expect(try Self.run(jobs, at: "00:40").frozen == nil)
        #expect(try Self.run(jobs, at: "05:40").frozen == nil)
        try jobs.ingest(Self.log(hours: 1..<4), at: "2026-03-01T04:00Z")
        try jobs.aggregate(at: "2026-03-02T04:00Z")
        #expect(try Self.run(jobs, at: "05:40").frozen == nil)
        #expect(try jobs.store.catalog.releasedHours(of: Self.epoch).isEmpty)
    }

    @Test("Lines that come late for a told hour go to the first supplement, rows and sealed lines alike")
    func late() throws {
        let jobs = try TemporaryJobs()
        try jobs.ingest(Self.log(hours: 0..<6), at: "2026-03-01T06:10Z")
        _ = try Self.run(jobs, at: "06:10")
        let before = try jobs.rows(of: Self.epoch).count
        // One file with lines of both sides, mixed.
        let late = Self.log(hour: 2, visitors: 50..<53)
        let due = Self.log(hour: 6, visitors: 60..<63)
        try jobs.ingest(zip(late, due).flatMap { [$0, $1] }, at: "2026-03-01T06:40Z")
        #expect(try jobs.rows(of: Self.epoch).count == before + 6)
        #expect(try jobs.rows(of: Self.supplement).count == 6)
        #expect(try jobs.rows(of: Self.supplement).allSatisfy { $0.time < Self.second(hour: 5) })
        let sealed = try jobs.store.sealedSources(.raw, of: Self.day).map(\.file)
        #expect(
            Dictionary(grouping: sealed, by: \.supplement).mapValues { $0.reduce(0) { $0 + $1.lines } }
                == [0: before + 6, 1: 6])

        let summary = try jobs.aggregate(at: "2026-03-02T01:00Z")
        #expect(summary.closed.map(\.epoch) == [Self.epoch, Self.supplement])
        #expect(summary.closed.map(\.rows) == [before + 6, 6])
        #expect(try jobs.keys().epochList() == [])
        #expect(try jobs.store.catalog.epochs([.open, .closing]) == [])
    }

    @Test("The closed day says what was told of its hours")
    func closing() throws {
        let jobs = try TemporaryJobs()
        for hour in 0..<24 {
            try jobs.ingest(Self.log(hours: hour..<hour + 1), at: "2026-03-01T23:50Z")
        }
        let summary = try Self.run(jobs, at: "23:59")
        #expect(summary.told == Array(1..<22) && summary.hidden == [0])
        let told = try ReleasedHours(of: Self.epoch, in: jobs.store).tables.flatMap(\.rows).filter { $0.kind == .value }
        try jobs.aggregate(at: "2026-03-02T01:00Z")
        let record = try #require(jobs.store.catalog.releases(Self.day...Self.day).first)
        let release = try ReleasedEpoch(verifying: record.body, digest: record.digest, sha256: SHA256Digest.digest)
        let hours = try #require(release.table("hours"))
        for row in told {
            #expect(hours.rows.first { $0.label == row.label }?.values.first == row.values.first)
        }
        #expect(release.tables.count > 5)
    }

    /// How far a killed run got.
    enum Step: CaseIterable {
        case frozen, drained, released
    }

    @Test("The next run finishes what a killed one began", arguments: Step.allCases)
    func killed(_ step: Step) throws {
        let jobs = try TemporaryJobs()
        try jobs.ingest(Self.log(hours: 0..<6), at: "2026-03-01T06:10Z")
        let other = try TemporaryJobs()
        try other.ingest(Self.log(hours: 0..<6), at: "2026-03-01T06:10Z")
        let expected = try Self.run(other, at: "06:10")
        if step == .released {
            _ = try Self.run(jobs, at: "06:10")
        } else {
            try jobs.store.catalog.freeze(Self.epoch, before: Self.second(hour: 5))
            if step == .drained { try jobs.store.drainHours(of: Self.day, before: 20) }
        }
        // What comes meanwhile is late already.
        try jobs.ingest(Self.log(hour: 3, visitors: 80..<95), at: "2026-03-01T06:20Z")
        let finished = try Self.run(jobs, at: "06:30")
        if step == .released {
            #expect(finished.told + finished.hidden == [])
        } else {
            #expect(finished.told == expected.told && finished.hidden == expected.hidden)
        }
        #expect(
            try ReleasedHours(of: Self.epoch, in: jobs.store).tables
                == ReleasedHours(of: Self.epoch, in: other.store).tables)
        #expect(try jobs.rows(of: Self.supplement).count == 30)
    }

    @Test("A killed run whose day is closed next has told nothing")
    func killedAndClosed() throws {
        let jobs = try TemporaryJobs()
        try jobs.ingest(Self.log(hours: 0..<6), at: "2026-03-01T06:10Z")
        try jobs.store.catalog.freeze(Self.epoch, before: Self.second(hour: 5))
        try jobs.ingest(Self.log(hour: 3, visitors: 80..<95), at: "2026-03-01T06:20Z")
        #expect(try jobs.aggregate(at: "2026-03-02T01:00Z").closed.map(\.epoch) == [Self.epoch, Self.supplement])
        // The closed day is not frozen any more; its lines go to the next supplement.
        try jobs.ingest(Self.log(hour: 8, visitors: 0..<2), at: "2026-03-02T06:20Z")
        #expect(try jobs.rows(of: Epoch(day: Self.day, supplement: 2)).count == 4)
    }

    @Test("What was released of an hour is refused once it was changed")
    func tampered() throws {
        let jobs = try TemporaryJobs()
        try jobs.ingest(Self.log(hours: 0..<6), at: "2026-03-01T06:10Z")
        _ = try Self.run(jobs, at: "06:10")
        try jobs.store.catalog.write("change an hour") {
            try $0.execute(sql: "UPDATE released_hour SET body = x'00' WHERE hour = 2")
        }
        #expect(throws: StoreError.self) { try ReleasedHours(of: Self.epoch, in: jobs.store) }
    }
}
