import Events
import Privacy
import Releases
import TestSupport
import Testing

@testable import Pipeline
@testable import Store

/// Runs of ingest, aggregate, `--today` and late lines in any order, and behind every number the people, counted from the
/// rows themselves.
@Suite("Sequences of runs")
struct RunSequenceTests {
    private static let k = 4
    private static let networks = 3
    /// 2026-03-01 and the days behind it.
    private static let first = Day(number: 20_513)
    private static let start = Int64(20_513) * 86_400

    /// A store and its logs.
    private final class Run {
        let jobs: TemporaryJobs
        var random: SplitMix64
        /// UTC seconds.
        var now = RunSequenceTests.start

        init(seed: UInt64) throws {
            jobs = try TemporaryJobs()
            random = SplitMix64(seed: seed)
        }

        var environment: JobEnvironment {
            var options = PolicyOptions()
            options.threshold = RunSequenceTests.k
            let time = now * 1000
            let known = jobs.environment()
            return JobEnvironment(
                storePath: known.storePath, keysPath: known.keysPath, hostName: "test",
                policy: .standard(site: "default", options: options), now: { time })
        }

        func ingest(_ lines: [String]) throws {
            let path = try jobs.write(Array(lines.map { $0 + "\n" }.joined().utf8))
            _ = try Ingest(options: Ingest.Options(), environment: environment).run([Ingest.Input(path)])
        }

        /// Lines of the hours since midnight, most of them new and some late.
        func lines(of day: Day, hours: Range<Int>) -> [String] {
            hours.flatMap { hour -> [String] in
                let visitors = [0, 1, 3, 6, 14][Int.random(in: 0..<5, using: &random)]
                return (0..<visitors).flatMap { _ -> [String] in
                    let visitor = Int.random(in: 0..<24, using: &random)
                    return (0..<Int.random(in: 1...3, using: &random)).map { _ in line(day, hour, visitor) }
                }
            }
        }

        private func line(_ day: Day, _ hour: Int, _ visitor: Int) -> String {
            func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
            let path = ["/", "/a", "/b", "/c.png"][Int.random(in: 0..<4, using: &random)]
            let status = [200, 200, 200, 404, 500][Int.random(in: 0..<5, using: &random)]
            let agent =
                visitor % 3 == 0
                ? TodayTests.agent
                : "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0"
                    + " Safari/605.1.15"
            let minute = padded(Int.random(in: 0..<60, using: &random))
            return
                "198.51.\(visitor).7 - - [\(padded(day.civil.day))/Mar/2026:\(padded(hour)):\(minute):00 +0000]"
                + " \"GET \(path) HTTP/1.1\" \(status) 512 \"-\" \"\(agent)\""
        }
    }

    /// The people behind hits, or page views, of some rows.
    private static func expectEnough(_ rows: [EventRow], _ what: String) {
        guard !rows.isEmpty else { return }
        #expect(Set(rows.compactMap { $0[.visitor] }).count >= k, "\(what)")
        #expect(Set(rows.compactMap { $0[.network] }).count >= networks, "\(what)")
    }

    private static func hour(_ row: EventRow) -> Int { Int((row.time % 86_400) / 3600) }

    /// Which rows a row of a table stands for; nil for tables that are not recounted here.
    private static func predicate(_ table: String) -> ((EventRow, String) -> Bool)? {
        switch table {
        case "totals": { _, _ in true }
        case "hours":
            { row, label in
                let ends = label.split(separator: "-").compactMap { Int($0) }
                return ends[0]...ends[ends.count - 1] ~= RunSequenceTests.hour(row)
            }
        case "status_codes": { $0[.status].map { String($0) } ?? "(none)" == $1 }
        case "browsers": { $0[.browser] ?? "(none)" == $1 }
        case "device_classes": { $0[.deviceClass] ?? "(none)" == $1 }
        case "pages": { row, label in row[.pageView] && (row[.path] ?? "(none)") == label }
        default: nil
        }
    }

    private static func number(_ value: PublishedTable.Value) -> Int64? {
        if case .number(let number) = value { number } else { nil }
    }

    /// Checks a table of an epoch: each row, and what is left of the total.
    private static func check(_ table: PublishedTable, _ rows: [EventRow], total: Int64?) {
        guard let isOf = predicate(table.name) else { return }
        let scope = table.name == "pages" ? rows.filter { $0[.pageView] } : rows
        var left = scope
        for row in table.rows where row.kind == .value {
            let behind = scope.filter { isOf($0, row.label) }
            left.removeAll { isOf($0, row.label) }
            expectEnough(behind, "\(table.epoch) \(table.name) \(row.label)")
            for (column, value) in zip(table.columns, row.values) {
                guard let number = number(value), number > 0 else { continue }
                switch column.name {
                case "hits": #expect(number == Int64(behind.count))
                case "page_views":
                    let views = behind.filter { $0[.pageView] }
                    #expect(number == Int64(views.count))
                    expectEnough(views, "\(table.epoch) \(table.name) \(row.label) page views")
                    expectEnough(
                        behind.filter { !$0[.pageView] }, "\(table.epoch) \(table.name) \(row.label) other hits")
                default: break
                }
            }
        }
        if total != nil, !left.isEmpty { expectEnough(left, "\(table.epoch) \(table.name), what is left of the total") }
    }

    /// One random sequence over three days.
    private static func play(seed: UInt64) throws -> Run {
        let run = try Run(seed: seed)
        for number in 0..<3 {
            let day = first.advanced(by: number)
            var hour = 0
            while hour < 24 {
                let next = min(24, hour + Int.random(in: 1...6, using: &run.random))
                run.now = start + Int64(number) * 86_400 + Int64(next) * 3600 - 1
                try run.ingest(run.lines(of: day, hours: hour..<next))
                if Bool.random(using: &run.random) {
                    run.now += Int64.random(in: 0..<3600, using: &run.random)
                    if run.now < start + Int64(number + 1) * 86_400 {
                        _ = try Today(environment: run.environment).run()
                    }
                }
                if Int.random(in: 0..<3, using: &run.random) == 0 {
                    // What comes late, of this day and those before.
                    let late = first.advanced(by: Int.random(in: 0...number, using: &run.random))
                    try run.ingest(run.lines(of: late, hours: late == day ? 0..<next : 5..<9))
                }
                hour = next
            }
            if Bool.random(using: &run.random) {
                run.now = start + Int64(number + 1) * 86_400 + 7200
                _ = try Aggregate(environment: run.environment).run(.due, expires: false)
            }
        }
        run.now = start + 4 * 86_400
        try run.ingest(run.lines(of: first.advanced(by: 1), hours: 0..<24))
        _ = try Aggregate(environment: run.environment).run(.due, expires: false)
        return run
    }

    @Test(
        "No number, and no difference of two outputs, is about fewer than k people", arguments: 0..<12 as Range<UInt64>)
    func nothingIsolates(seed: UInt64) throws {
        let run = try Self.play(seed: seed)
        let store = run.jobs.store
        let records = try store.catalog.releases(Self.first...Self.first.advanced(by: 5))
        #expect(records.count > 3)
        for record in records {
            let release = try ReleasedEpoch(
                verifying: record.body, digest: record.digest, sha256: SHA256Digest.digest)
            let rows = try run.jobs.rows(of: record.epoch).filter { !$0[.robot] }
            for table in release.tables { Self.check(table, rows, total: Self.hits(release)) }
            // What was told of the day's hours before, against the day itself.
            let told = try ReleasedHours(of: record.epoch, in: store).joined
            guard let hours = told?.tables.first else { continue }
            Self.check(hours, rows, total: nil)
            let own = try #require(release.table("hours"))
            for row in hours.rows where row.kind == .value {
                let same = try #require(own.rows.first { $0.label == row.label })
                for (column, value) in zip(hours.columns, row.values) where value != .hidden {
                    #expect(own.column(column.name).map { same.values[$0] == value } ?? true)
                }
                #expect(own.rows.allSatisfy { $0.label == row.label || $0.kind != .value || !Self.overlaps($0, row) })
            }
        }
    }

    private static func overlaps(_ one: PublishedTable.Row, _ other: PublishedTable.Row) -> Bool {
        func hours(_ row: PublishedTable.Row) -> ClosedRange<Int> {
            let ends = row.label.split(separator: "-").compactMap { Int($0) }
            return ends[0]...ends[ends.count - 1]
        }
        return hours(one).overlaps(hours(other))
    }

    private static func hits(_ release: ReleasedEpoch) -> Int64? {
        guard let totals = release.table("totals"), let column = totals.column("hits") else { return nil }
        return totals.rows.first.flatMap { number($0.values[column]) }
    }
}
