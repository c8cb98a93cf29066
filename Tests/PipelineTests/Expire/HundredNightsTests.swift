import Events
import Foundation
import TestSupport
import Testing

@testable import Pipeline
@testable import Privacy
@testable import Store

@Suite("A hundred nights")
struct HundredNightsTests {
    /// The nights go over the ends of three months, the shortest of which has no 29th, 30th and 31st.
    private static let first = Day("2025-11-26") ?? Day(number: 0)
    private let jobs: SealedJobs

    init() throws {
        jobs = try SealedJobs()
    }

    /// The last day on which lines of a day are kept for three months, as another calendar counts it.
    private static func lastKept(_ day: Day) throws -> Day {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        func date(_ day: Day) -> Date { Date(timeIntervalSince1970: TimeInterval(day.number) * 86_400) }
        let start = day.advanced(by: 1)
        let end = try #require(calendar.date(byAdding: .month, value: 3, to: date(start)))
        let reached = Day(number: Int32(end.timeIntervalSince1970 / 86_400))
        return reached.civil.day == start.civil.day ? reached.advanced(by: -1) : reached
    }

    @Test("On each morning exactly the days are readable that the calendar says, and each line as it came")
    func nights() throws {
        var logs: [Day: String] = [:]
        for night in 0..<100 {
            let day = Self.first.advanced(by: night)
            let lines = TemporaryJobs.log(day, visitors: night..<night + 2, pages: ["/\(night)"])
            try jobs.ingest(lines, at: "\(day)T22:00Z")
            logs[day] = lines.joined(separator: "\n") + "\n"
            let today = day.advanced(by: 1)
            let summary = try jobs.aggregate(at: "\(today)T04:00Z")
            let alive = try logs.keys.filter { try Self.lastKept($0) >= today }.sorted()
            let gone = try logs.keys.filter { try Self.lastKept($0) == day }.sorted()
            #expect(summary.destroyedDays == gone, "\(today)")
            #expect(summary.late == [], "\(today)")
            #expect(try jobs.keys.dayList() == alive, "\(today)")
            let isThorough = night % 20 == 19 || !gone.isEmpty
            for day in isThorough ? logs.keys.sorted() : [alive[0], day] {
                #expect(try jobs.lines(of: day) == (alive.contains(day) ? logs[day] : nil), "\(day) on \(today)")
            }
        }
        // 2025-11-26 to 2025-12-05 but for the three days whose term ends with February.
        #expect(try jobs.store.catalog.markedDays(isFinished: true).count == 10)
        let list = try Certificates(environment: jobs.environment(at: "2026-03-07")).list()
        #expect(list.isGood)
        #expect(list.entries.count == 20)
        let check = try AuditCheck(environment: jobs.environment(at: "2026-03-07")).run(
            officerKey: jobs.officer, head: nil)
        #expect(check.findings.isGood)
    }
}
