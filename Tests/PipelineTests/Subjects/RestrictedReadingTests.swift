import Events
import Foundation
import Privacy
import Testing

@testable import Pipeline

@Suite("Reading the vault leaves out what somebody objects to")
struct RestrictedReadingTests {
    private let store: SearchedJobs
    private let log: CrowdLog
    private let rejected = ["broken \(CrowdLog.cookie) line", "another broken line"]

    init() throws {
        store = try SearchedJobs()
        log = CrowdLog(SearchedJobs.days[0], .alone, others: 3000)
        try store.ingest(log.lines + rejected)
    }

    @Test("Lines of who objects are not shown but counted, and all others are there byte for byte")
    func withheld() throws {
        #expect(try store.seen(of: log.day).lines == log.lines.sorted())
        try store.request(.restrict, Array(CrowdLog.identifiers.prefix(2)))
        let (lines, summary) = try store.seen(of: log.day)
        #expect(lines == log.lines.filter { !log.strong.contains($0) }.sorted())
        #expect(summary.withheld == log.strong.count)
        #expect(summary.shown == lines.count)
        #expect(summary.lines == log.lines.count)
    }

    @Test("Nor are they found by a filter, or counted among the most frequent")
    func filtered() throws {
        try store.request(.restrict, Array(CrowdLog.identifiers.prefix(2)))
        let (lines, summary) = try store.seen(of: log.day, "client=\(CrowdLog.address)")
        #expect(lines == log.bare.sorted())
        #expect(summary.withheld == 2)
        let filter = try LineFilter("client=198.51.100.7")
        let top = try VaultReading(environment: store.environment()).top(
            .client, count: 5, .vault, of: log.day, filter, showing: store.jobs.officer)
        #expect(top.values.isEmpty)
        #expect(top.summary.withheld == 1)
    }

    @Test("A rejected line is left out by an identifier that stands in it")
    func rejects() throws {
        try store.request(.restrict, Array(CrowdLog.identifiers.prefix(2)))
        let (lines, summary) = try store.seen(.rejects, of: try #require(Day("2026-03-11")))
        #expect(lines == [rejected[1]])
        #expect(summary.withheld == 1)
    }
}
