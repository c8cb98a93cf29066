import Events
import Foundation
import Privacy
import Store
import TestSupport
import Testing

@testable import Pipeline

@Suite("Three years of nights")
struct ThreeYearsTests {
    /// What is kept of a day, and the last day on which it is.
    private struct Kept {
        let pair: PairName
        let last: Day
    }

    private static let first = Day("2026-01-29") ?? Day(number: 0)
    private let jobs: SealedJobs

    init() throws {
        jobs = try SealedJobs()
    }

    /// The last day on which something of a day is kept for so many months, as another calendar counts it.
    private static func lastKept(_ day: Day, months: Int) throws -> Day {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let start = day.advanced(by: 1)
        let date = Date(timeIntervalSince1970: TimeInterval(start.number) * 86_400)
        let end = try #require(calendar.date(byAdding: .month, value: months, to: date))
        let reached = Day(number: Int32(end.timeIntervalSince1970 / 86_400))
        return reached.civil.day == start.civil.day ? reached.advanced(by: -1) : reached
    }

    @Test("Lines, held records of each class and filters go each on their own day")
    func nights() throws {
        // Days at the ends of months, and such as follow each other; an order for longer and one for shorter than lines are kept.
        let days = ["2026-01-29", "2026-01-30", "2026-01-31", "2026-02-27", "2026-02-28", "2026-03-01", "2026-05-30"]
            .compactMap { Day($0) }
        let order = try #require(Day("2028-02-29"))
        let soon = try #require(Day("2026-03-03"))
        var kept: [Kept] = []
        var ends: [Int: Day] = [:]
        var number = 0
        func hold(_ kind: RetentionClass, _ range: ClosedRange<Day>, until: Day? = nil, on day: Day, months: Int = 0)
            throws
        {
            number += 1
            let outcome = try jobs.hold(kind, range, until: until, at: "\(day)T05:00Z")
            #expect(outcome.hold.state == .active)
            for part in outcome.parts {
                let last = try until ?? Self.lastKept(part.day, months: months)
                #expect(part.until == last)
                kept.append(Kept(pair: .hold(number, part.day), last: last))
                ends[number] = max(ends[number] ?? last, last)
            }
        }

        var today = Self.first
        let end = try #require(Day("2032-06-04"))
        var gone = 0
        while today < end {
            if days.contains(today) {
                try jobs.ingest(TemporaryJobs.log(today, visitors: 0..<2), at: "\(today)T22:00Z")
                kept.append(Kept(pair: .day(today, turn: 1), last: try Self.lastKept(today, months: 3)))
            }
            today = today.advanced(by: 1)
            // Every night on which something is added or goes, and those around it; else one a week.
            let marks = kept.map(\.last) + days + [soon, order]
            let isBusy = marks.contains { abs(Int($0.number) - Int(today.number)) < 4 } || today <= days[6]
            guard isBusy || today.number % 7 == 0 else { continue }
            let summary =
                today.number % 14 == 0
                ? try jobs.aggregate(at: "\(today)T04:00Z")
                : try Expire(environment: jobs.environment(at: "\(today)T04:00Z")).run()
            let expected = kept.filter { $0.last >= today }.map(\.pair)
            let filters = try ends.filter { try Self.lastKept($0.value.advanced(by: 1), months: 36) >= today }
                .map { PairName.filter($0.key) }
            #expect(try jobs.keys.pairList() == (expected + filters).sorted(), "\(today)")
            gone += summary.certificates.count { [.raw, .misuse, .illegal, .order].contains($0.kind) }
            switch "\(today)" {
            case "2026-02-01": try hold(.misuse, days[0]...days[2], on: today, months: 6)
            case "2026-03-02":
                try hold(.order, days[4]...days[5], until: order, on: today)
                try hold(.order, days[3]...days[3], until: soon, on: today)
            // The last day on which the lines of 2026-01-31 are there.
            case "2026-04-30": try hold(.illegal, days[2]...days[2], on: today, months: 36)
            case "2026-05-01":
                #expect(throws: JobError.self) {
                    try hold(.illegal, days[2]...days[2], on: today, months: 36)
                }
                number -= 1
            case "2026-06-01": try hold(.illegal, days[6]...days[6], on: today, months: 36)
            default: break
            }
        }
        #expect(gone == kept.count)
        #expect(try jobs.keys.pairList() == [])
        #expect(try jobs.store.catalog.holds().map(\.state) == Array(repeating: .ended, count: number))
        let environment = jobs.environment(at: "\(today)T05:00Z")
        #expect(try Certificates(environment: environment).list().isGood)
        #expect(try StoreVerification(environment: environment).run(officerKey: jobs.officer).findings == [])
    }
}
