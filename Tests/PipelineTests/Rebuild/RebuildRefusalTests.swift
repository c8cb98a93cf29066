import Events
import Foundation
import GRDB
import Privacy
import TestSupport
import Testing

@testable import Pipeline
@testable import Store

@Suite("A day whose events cannot be made anew")
struct RebuildRefusalTests {
    /// What has happened to the day.
    enum Trouble: String, CaseIterable {
        case policy, file, rows

        /// What the person is told.
        var words: (reason: RequestOutcome.Reason, text: String) {
            switch self {
            case .policy: (.policyUnknown, "the rules by which they were evaluated are not on record any more")
            case .file: (.damaged, "a file is damaged")
            case .rows: (.rowsMissing, "some of their log lines are missing")
            }
        }
    }

    private static let day = ErasedJobs.day("2026-03-08")

    /// A day that was closed under another policy than the one that rules, and in trouble since.
    private static func jobs(in trouble: Trouble) throws -> ErasedJobs {
        let erased = try ErasedJobs()
        let jobs = erased.jobs
        try jobs.keep([.raw: "4 months", .rejects: "4 months"])
        let policy = try #require(jobs.policy)
        try jobs.ingest(ErasedJobs.log(day), at: "2026-03-08T23:00Z")
        try jobs.ingest(ErasedJobs.log(day, hour: 15), at: "2026-03-08T23:30Z")
        try jobs.close(through: day, at: "2026-03-09T02:00Z")
        jobs.policy = nil
        _ = try erased.site()
        let file = try #require(try jobs.store.catalog.sealedFiles(.raw, of: day).first)
        let path = "\(jobs.path)/store/\(StoreLayout.relativePath(of: file.name))"
        let catalog = try DatabaseQueue(path: jobs.path + "/store/catalog.sqlite")
        switch trouble {
        case .policy:
            try catalog.write { try $0.execute(sql: "DELETE FROM policy WHERE digest = ?", arguments: [policy.digest]) }
        case .file:
            var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
            bytes[bytes.count / 2] ^= 1
            try Data(bytes).write(to: URL(fileURLWithPath: path))
        case .rows:
            try FileManager.default.removeItem(atPath: path)
            try catalog.write {
                try $0.execute(
                    sql: "DELETE FROM sealed_file WHERE writer = ? AND sequence = ?",
                    arguments: [file.name.writer, file.name.sequence])
            }
        }
        return erased
    }

    @Test("Stays as it is, and the answer says what the trouble is", arguments: Trouble.allCases)
    func erasure(trouble: Trouble) throws {
        let erased = try Self.jobs(in: trouble)
        let rows = try erased.jobs.rows(of: Epoch(day: Self.day))
        #expect(rows.count == 2 * 3 * ErasedJobs.people)
        try check(try erased.erase(), erased, rows, trouble)
    }

    @Test("So it is for a correction", arguments: Trouble.allCases)
    func correction(trouble: Trouble) throws {
        let erased = try Self.jobs(in: trouble)
        let rows = try erased.jobs.rows(of: Epoch(day: Self.day))
        let outcome = try erased.carryOut(Correction(), .correct, "account: kim-secret\nset language: ko\n")
        try check(outcome, erased, rows, trouble)
    }

    private func check(
        _ outcome: RequestOutcome, _ erased: ErasedJobs, _ rows: [EventRow], _ trouble: Trouble
    ) throws {
        let events = outcome.stays.filter { $0.kept == .events }
        #expect(events == [.init(.events, trouble.words.reason, days: Self.day...Self.day)])
        #expect(outcome[.rows] == 0)
        #expect(try erased.jobs.rows(of: Epoch(day: Self.day)) == rows)
        let answer = RequestAnswer(
            site: "example.org", number: 7, kind: .erase, opened: Self.day, ended: Self.day, keptUntil: nil,
            result: .done(outcome))
        #expect(answer.text(.english).contains("Evaluated data (8 March 2026): \(trouble.words.text)"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: erased.jobs.path + "/store/staging") == [])
    }
}
