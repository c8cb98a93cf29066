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
        #expect(try erased.findings(at: "2026-03-11T04:00Z").isEmpty)
    }

    /// Rows of person number 0.
    private func count(_ epoch: Epoch) throws -> Int { try erased.ownRows(of: epoch).count }

    @Test("Lines that were left out while it was under way come back, whenever they came, and stay there")
    func comingBack() throws {
        let later = ErasedJobs.day("2026-03-11")
        let (first, open, next) = (Epoch(day: Self.first), Epoch(day: Self.open), Epoch(day: later))
        let jobs = erased.jobs
        _ = try correct(at: ErasedJobs.now)
        try jobs.ingest(ErasedJobs.log(Self.open, people: 0..<2, hour: 15), at: "2026-03-10T16:00Z")
        try jobs.close(through: Self.open, at: "2026-03-11T02:00Z")
        // The person's line with nothing but the address is nobody's.
        #expect(try count(open) == 4)
        try jobs.ingest(ErasedJobs.log(later, people: 0..<2, hour: 10), at: "2026-03-11T10:30Z")

        let done = try correct(at: "2026-03-11T11:00Z")
        #expect(done.waiting == [later.description])
        #expect(try count(open) == 6)
        #expect(try languages(of: open) == ["ko", "ko", "ko", "ko"])
        let catalog = try jobs.store.catalog
        #expect(try catalog.objections(at: catalog.objectionRevision()).isEmpty)
        try jobs.ingest(ErasedJobs.log(later, people: 0..<2, hour: 15), at: "2026-03-11T16:00Z")
        try jobs.close(through: later, at: "2026-03-12T02:00Z")
        #expect(try count(next) == 4)

        let last = try correct(at: "2026-03-12T03:00Z")
        #expect(!last.isWaiting && last[.rows] == 8)
        #expect(try [first, open, next].map(count) == [3, 6, 6])
        #expect(try catalog.objections(at: catalog.objectionRevision()).isEmpty)

        // Another's erasure counts them among what there is, and the person's own takes them out.
        let other = try erased.carryOut(
            Erasure(), .erase, "account: user1\n", number: 8, at: "2026-03-12T04:00Z")
        #expect(!other.stays.contains { $0.kept == .events })
        #expect(try [first, open, next].map(count) == [3, 6, 6])
        #expect(try languages(of: open) == ["ko", "ko", "ko", "ko"])
        let own = try erased.carryOut(
            Erasure(), .erase, "account: kim-secret\n", number: 9, at: "2026-03-12T05:00Z")
        #expect(!own.stays.contains { $0.kept == .events })
        #expect(try [first, open, next].map(count) == [1, 2, 2])
        try erased.carryOut(Erasure(), .erase, "account: user2\n", number: 10, at: "2026-03-12T06:00Z")
        #expect(try [first, open, next].map(count) == [1, 2, 2])
        #expect(try erased.findings(at: "2026-03-12T06:00Z").isEmpty)
    }

    @Test("A disclosure tells beside each line what is right of it")
    func disclosed() throws {
        _ = try correct(at: ErasedJobs.now)
        let folder = erased.jobs.path + "/answer"
        let outcome = try erased.carryOut(
            DisclosureWork(), .disclose, "account: kim-secret\n", number: 8, into: folder)
        #expect(outcome[.lines] == 4)
        func content(_ name: String) throws -> String {
            try String(contentsOfFile: "\(folder)/request-8/\(name)", encoding: .utf8)
        }
        #expect(try content("disclosure.json").ranges(of: #""corrections":{"language":"ko"}"#).count == 4)
        #expect(try content("disclosure.txt").ranges(of: "\n    corrected: language is ko\n").count == 4)

        let other = try erased.carryOut(
            DisclosureWork(), .disclose, "account: user1\n", number: 9, into: folder)
        #expect(other[.lines] == 2)
        let text = try String(contentsOfFile: "\(folder)/request-9/disclosure.json", encoding: .utf8)
        #expect(!text.contains("corrections"))
    }

    @Test("A correction that cannot be opened is told by the disclosure that cannot show it")
    func unreadable() throws {
        _ = try correct(at: ErasedJobs.now)
        let file = try #require(try erased.jobs.store.catalog.sealedFiles(.corrections, of: Self.open).first)
        let path = "\(erased.jobs.path)/store/\(StoreLayout.relativePath(of: file.name))"
        try Data([1, 2, 3]).write(to: URL(fileURLWithPath: path))
        let outcome = try erased.carryOut(
            DisclosureWork(), .disclose, "account: kim-secret\n", number: 8, into: erased.jobs.path + "/answer")
        #expect(outcome[.lines] == 4)
        #expect(outcome.faults.map(\.file) == [StoreLayout.relativePath(of: file.name)])
    }

    @Test("Goes with the lines of the last day that it concerns, and not before")
    func expiry() throws {
        _ = try correct(at: ErasedJobs.now)
        try erased.jobs.close(through: Self.open, at: "2026-03-11T02:00Z")
        _ = try correct(at: "2026-03-11T03:00Z")
        let catalog = try erased.jobs.store.catalog
        for night in ["2026-03-12", "2026-04-15", "2026-05-20", "2026-06-10", "2026-06-11"] {
            let now = night + "T04:00Z"
            let environment = erased.jobs.environment(at: now, machine: now, answer: true)
            _ = try Expire(environment: environment).run()
            let isThere = night < "2026-06-11"
            #expect(try catalog.sealedDays(.corrections) == (isThere ? [Self.open] : []), "\(night)")
            #expect(try erased.jobs.keys.pairList().contains(.correction(7)) == isThere, "\(night)")
        }
        let folder = erased.jobs.path + "/store/corrections"
        let left = FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? []
        #expect(!left.contains { $0.hasSuffix(".sealed") })
        #expect(try catalog.doomedPairs() == [])
        #expect(try erased.findings(at: "2026-06-11T05:00Z").isEmpty)
    }
}
