import Events
import Foundation
import Privacy
import Testing

@testable import Pipeline
@testable import Store

@Suite("A restriction and the days that are open")
struct OpenDayRestrictionTests {
    private static let first = ErasedJobs.day("2026-03-08")
    private static let open = ErasedJobs.day("2026-03-10")

    private let jobs: ErasedJobs

    init() throws {
        jobs = try ErasedJobs()
        try jobs.jobs.ingest(ErasedJobs.log(Self.first), at: "2026-03-09T01:00Z")
        try jobs.jobs.close(through: Self.first, at: "2026-03-09T02:00Z")
        try jobs.jobs.ingest(ErasedJobs.log(Self.open), at: "2026-03-10T11:00Z")
    }

    private func restrict(at now: String = ErasedJobs.now) throws -> RequestOutcome {
        try jobs.carryOut(Restriction(), .restrict, at: now)
    }

    @Test("What came before on an open day is left out when it is closed, and closed days stay as they are")
    func openDay() throws {
        let before = EpochView(try jobs.jobs.rows(of: Epoch(day: Self.first)))
        let outcome = try restrict()
        #expect(outcome[.rows] == 2 && outcome.stays.allSatisfy { $0.kept == .raw })
        #expect(try restrict() == outcome)
        try jobs.jobs.ingest(ErasedJobs.log(Self.open, people: 0..<1, hour: 12), at: "2026-03-10T13:00Z")
        try jobs.jobs.close(through: Self.open, at: "2026-03-11T02:00Z")
        // The lines that bear nothing but the address are not known to be theirs.
        #expect(try jobs.ownRows(of: Epoch(day: Self.open)).count == 2)
        #expect(try jobs.othersRows(of: Epoch(day: Self.open)).count == 3 * (ErasedJobs.people - 1))
        #expect(EpochView(try jobs.jobs.rows(of: Epoch(day: Self.first))) == before)

        // They do not come back when somebody else's are taken out.
        try jobs.carryOut(Erasure(), .erase, "account: user1\n", number: 8, at: "2026-03-11T03:00Z")
        #expect(try jobs.ownRows(of: Epoch(day: Self.open)).count == 2)
        #expect(try jobs.ownRows(of: Epoch(day: Self.first)).count == 3)
        let report = try StoreVerification(environment: jobs.jobs.environment(at: "2026-03-11T04:00Z"))
            .run(officerKey: jobs.jobs.officer)
        #expect(report.findings.isEmpty, "\(report.findings)")
    }

    @Test("Where lines of an open day cannot be read, its events stay, and the answer says so")
    func damaged() throws {
        let file = try #require(try jobs.jobs.store.sealedSources(.raw, of: Self.open).first).file
        let path = "\(jobs.jobs.path)/store/\(StoreLayout.relativePath(of: file.name))"
        var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        bytes[bytes.count / 2] ^= 1
        try bytes.write(to: URL(fileURLWithPath: path))
        let outcome = try restrict()
        #expect(outcome.stays.contains { $0.kept == .events && $0.from == "2026-03-10" && $0.to == "2026-03-10" })
        #expect(outcome[.rows] == 0)
    }

    @Test("Who has restricted what is stored can still read all of it")
    func disclosed() throws {
        let store = try SearchedJobs()
        let log = CrowdLog(SearchedJobs.days[9], .alone, others: 200)
        try store.ingest(log.lines)
        let strong = Array(CrowdLog.identifiers.prefix(2))
        try store.request(.restrict, strong)
        let run = try store.request(.disclose, strong, into: store.jobs.path + "/answer")
        guard case .done(let outcome) = run.result else {
            Issue.record("not done")
            return
        }
        #expect(outcome[.lines] == log.strong.count && outcome.stays.isEmpty)
    }
}
