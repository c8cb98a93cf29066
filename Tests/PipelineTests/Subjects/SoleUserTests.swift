import Events
import Foundation
import Intake
import Privacy
import Store
import Testing

@testable import Pipeline

@Suite("An address that is proved to be used by nobody else")
struct SoleUserTests {
    private let store: SearchedJobs
    private static let address = [SubjectIdentifier(.address, Array("198.51.100.1".utf8))]

    init() throws {
        store = try SearchedJobs(.own)
    }

    private func line(_ client: String, _ user: String, _ cookie: String, _ path: String, day: Int = 1) -> String {
        "\(client) - \(user) [0\(day)/Mar/2026:10:00:00 +0000] \"GET \(path) HTTP/1.1\" 200 512 \"-\" \"\(CrowdLog.agent)\" \"\(cookie)\""
    }

    private func paths(_ lines: [String]) -> [String] {
        lines.compactMap { $0.split(separator: " ").first { $0.hasPrefix("/") }.map(String.init) }.sorted()
    }

    /// One visitor with a cookie and at times an account; two with a cookie each; one who is elsewhere as well.
    private func ingest() throws {
        try store.ingest([
            line("198.51.100.1", "-", "c-one", "/a"), line("198.51.100.1", "kim", "c-one", "/b"),
            line("198.51.100.1", "-", "-", "/c"), line("198.51.100.2", "-", "c-two", "/other"),
            line("198.51.100.1", "-", "c-one", "/d", day: 2), line("198.51.100.1", "-", "c-two", "/e", day: 2),
            line("198.51.100.1", "-", "c-one", "/f", day: 3), line("198.51.100.9", "-", "c-one", "/g", day: 3),
        ])
    }

    @Test("Its lines are the subject's where only one visitor was seen with it, and no day is called shared")
    func lines() throws {
        try ingest()
        let (lines, findings) = try store.found(store.search(Self.address, isSoleUser: true))
        let days = SearchedJobs.days
        #expect(paths(lines[days[0]] ?? []) == ["/a", "/b", "/c"])
        #expect(lines[days[1]] == nil)
        #expect(paths(lines[days[2]] ?? []) == ["/f"])
        #expect(findings.days.map(\.ties) == [[.sole], [.unseen], [.sole]])
    }

    @Test("Without the proof no day is called shared on which each line of it names somebody")
    func unproved() throws {
        try store.ingest([line("198.51.100.1", "kim", "c-one", "/a"), line("198.51.100.1", "-", "c-two", "/b")])
        let (lines, findings) = try store.found(
            store.search([SubjectIdentifier(.user, Array("kim".utf8))] + Self.address))
        #expect(paths(lines[SearchedJobs.days[0]] ?? []) == ["/a"])
        #expect(findings.days.map(\.ties) == [[.unseen]])
    }

    @Test("An erasure takes out its lines, and tells of those whose visitor was elsewhere as well")
    func erasure() throws {
        try ingest()
        _ = try Aggregate(environment: store.environment()).run(.due)
        let path = store.jobs.path + "/letter.txt"
        try Data("ip: 198.51.100.1\n".utf8).write(to: URL(fileURLWithPath: path))
        let requests = try Requests(environment: store.environment())
        _ = try requests.open(.erase, isRepresented: false, language: .english, from: path)
        _ = try requests.verify(1, by: .document, provesAddress: true, showing: store.jobs.officer)
        _ = try requests.approve(1, showing: store.jobs.officer)
        let run = try requests.carryOut([1], into: nil, showing: store.jobs.officer)[0]
        guard case .done(let outcome) = run.result else {
            Issue.record("\(run.result)")
            return
        }
        #expect(outcome[.removed] == 3 && outcome[.rows] == 3)
        #expect(outcome[.withheld] == 1)
        #expect(outcome.stays.filter { $0.kept == .othersLines }.map(\.from) == ["2026-03-03"])
        #expect(!outcome.stays.contains { $0.kept == .sharedAddress })
        let verification = try StoreVerification(environment: store.environment()).run(officerKey: store.jobs.officer)
        #expect(verification.findings.isEmpty)
        for (day, left) in zip(SearchedJobs.days, [1, 2, 2]) {
            #expect(try store.seen(of: day).summary.lines == left, "\(day)")
        }
    }
}
