import Events
import Foundation
import Privacy
import TestSupport
import Testing

@testable import Pipeline
@testable import Store

@Suite("A correction")
struct CorrectionTests {
    private static let first = ErasedJobs.day("2026-03-08")
    private static let open = ErasedJobs.day("2026-03-10")
    private static let letter = "account: kim-secret\nset language: ko\n"

    private let erased: ErasedJobs

    init() throws {
        erased = try ErasedJobs()
        try erased.jobs.ingest(ErasedJobs.log(Self.first), at: "2026-03-09T01:00Z")
        try erased.jobs.close(through: Self.first, at: "2026-03-09T02:00Z")
        try erased.jobs.ingest(ErasedJobs.log(Self.open), at: "2026-03-10T11:00Z")
    }

    private func correct(at now: String) throws -> RequestOutcome {
        try erased.carryOut(Correction(), .correct, Self.letter, at: now)
    }

    private func languages(of epoch: Epoch) throws -> [String] {
        try erased.jobs.rows(of: epoch).compactMap { $0[.language] }
    }

    @Test("Puts values right in the rows of a closed day at once, and in those of an open one once it is closed")
    func closedAndOpen() throws {
        let others = EpochView(try erased.othersRows(of: Epoch(day: Self.first)))
        let outcome = try correct(at: ErasedJobs.now)
        #expect(outcome.waiting == [Self.open.description])
        #expect(outcome[.rows] == 2 && outcome[.lines] == 4)
        #expect(try languages(of: Epoch(day: Self.first)) == ["ko", "ko"])
        #expect(EpochView(try erased.othersRows(of: Epoch(day: Self.first))) == others)
        let catalog = try erased.jobs.store.catalog
        #expect(try !catalog.objections(at: catalog.objectionRevision()).isEmpty)

        try erased.jobs.close(through: Self.open, at: "2026-03-11T02:00Z")
        #expect(try languages(of: Epoch(day: Self.open)) == [])
        let done = try correct(at: "2026-03-11T03:00Z")
        #expect(!done.isWaiting && done[.rows] == 4)
        #expect(try languages(of: Epoch(day: Self.open)) == ["ko", "ko"])
        #expect(try catalog.objections(at: catalog.objectionRevision()).isEmpty)

        // Whoever is erased afterwards does not undo it.
        try erased.carryOut(Erasure(), .erase, "account: user1\n", number: 8, at: "2026-03-11T04:00Z")
        #expect(try languages(of: Epoch(day: Self.first)) == ["ko", "ko"])
        #expect(try erased.jobs.rows(of: Epoch(day: Self.first)).count { $0[.status] == 201 } == 2)
        let report = try StoreVerification(environment: erased.jobs.environment(at: "2026-03-11T04:00Z"))
            .run(officerKey: erased.jobs.officer)
        #expect(report.findings.isEmpty, "\(report.findings)")
    }
}
