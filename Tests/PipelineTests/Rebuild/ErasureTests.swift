import Events
import Foundation
import Privacy
import TestSupport
import Testing

@testable import Pipeline
@testable import Store

@Suite("An erasure")
struct ErasureTests {
    private static let gone = ErasedJobs.day("2025-12-01")
    private static let first = ErasedJobs.day("2026-03-06")
    private static let coarse = ErasedJobs.day("2026-03-07")
    private static let shared = ErasedJobs.day("2026-03-08")
    private static let open = ErasedJobs.day("2026-03-10")

    /// A destroyed day; one with a supplement; a coarse one; one on which the address is somebody else's as well; an open one.
    private static func filled(_ erased: ErasedJobs) throws {
        let jobs = erased.jobs
        try jobs.ingest(ErasedJobs.log(gone), at: "2025-12-02T01:00Z")
        try jobs.close(through: gone, at: "2025-12-02T02:00Z")
        try jobs.ingest(ErasedJobs.log(first), at: "2026-03-07T01:00Z")
        try jobs.close(through: first, at: "2026-03-07T02:00Z")
        try jobs.ingest(ErasedJobs.log(first, hour: 15), at: "2026-03-07T03:00Z")
        try jobs.ingest(ErasedJobs.log(coarse), at: "2026-03-08T01:00Z")
        let other = ErasedJobs.log(shared, people: 1..<2).map { $0.replacing("198.51.1.7", with: "198.51.0.7") }
        try jobs.ingest(ErasedJobs.log(shared) + other, at: "2026-03-09T01:00Z")
        try jobs.close(through: shared, at: "2026-03-09T02:00Z")
        let store = try jobs.store
        try EventExpiry(store: store, writer: store.takeWriter(host: "test"), calendar: .utc, seed: 2)
            .coarsen(coarse, [Epoch(day: coarse)])
        try store.catalog.recordTime(InstantText.milliseconds("2026-03-09T02:00Z") ?? 0)
        _ = try Expire(environment: jobs.environment(at: "2026-03-09T03:00Z")).run()
        try jobs.ingest(ErasedJobs.log(open), at: "2026-03-10T11:00Z")
    }

    private static let closed = [
        Epoch(day: first), Epoch(day: first, supplement: 1), Epoch(day: coarse), Epoch(day: shared),
    ]

    @Test(
        "Takes a person out of all days that can be told, and leaves everybody else as they were",
        arguments: ["law", "own"])
    func everyDay(basis: String) throws {
        let erased = try ErasedJobs(basis: basis)
        try Self.filled(erased)
        let jobs = erased.jobs
        #expect(try jobs.store.catalog.isSealable(Self.gone) == false)
        let days = [Self.first, Self.coarse, Self.shared, Self.open]
        let rows = try Self.closed.map { EpochView(try erased.othersRows(of: $0)) }
        let lines = try days.map { try erased.lines(of: $0) }
        let releases = try erased.releases()
        let unreached = try jobs.rows(of: Epoch(day: Self.gone))
        #expect(!unreached.isEmpty)

        let outcome = try erased.erase()

        for (epoch, rows) in zip(Self.closed, rows) {
            #expect(EpochView(try erased.othersRows(of: epoch)) == rows, "\(epoch)")
            // On the day on which the address is shared, the line with nothing but it stays.
            #expect(try erased.ownRows(of: epoch).count == (epoch.day == Self.shared ? 1 : 0), "\(epoch)")
        }
        for (day, before) in zip(days, lines) {
            let isOwn = { (line: String) in
                line.contains("kim-secret") || (day != Self.shared && line.hasPrefix("198.51.0.7 "))
            }
            let expected = basis == "law" ? before : before.filter { !isOwn($0) }
            #expect(try erased.lines(of: day) == expected, "\(day)")
        }
        #expect(try erased.releases() == releases)
        #expect(try jobs.rows(of: Epoch(day: Self.gone)) == unreached)
        #expect(outcome[.rows] == 14)
        #expect(outcome[.lines] == 14)
        #expect(outcome[.removed] == (basis == "law" ? 0 : 14))
        #expect(outcome.days == days.map(\.description))
        #expect(!outcome.isWaiting)
        #expect(outcome.stays.contains { $0.kept == .unattributable && $0.from == "2025-12-01" })
        #expect(outcome.stays.contains { $0.kept == .sharedAddress && $0.from == "2026-03-08" })
        #expect(outcome.stays.contains { $0.kept == .statistics })
        let raw = outcome.stays.filter { $0.kept == .raw }.map { [$0.from, $0.to, $0.until] }
        let kept = [["2026-03-06", "2026-03-08", "2026-06-08"], ["2026-03-10", "2026-03-10", "2026-06-10"]]
        #expect(raw == (basis == "law" ? kept : []))
        try check(erased)

        // What was open is closed without them, and nothing tells afterwards who was erased.
        try jobs.close(through: Self.open, at: "2026-03-11T02:00Z")
        #expect(try erased.ownRows(of: Epoch(day: Self.open)).isEmpty)
        #expect(try erased.othersRows(of: Epoch(day: Self.open)).count == 3 * (ErasedJobs.people - 1))
        #expect(try jobs.store.catalog.erasedPseudonyms(of: Epoch(day: Self.open)).isEmpty)
        let again = try erased.erase(at: "2026-03-11T03:00Z")
        for count in RequestOutcome.Count.allCases { #expect(again[count] == outcome[count]) }
        #expect(again.days == outcome.days && !again.isWaiting)
        try check(erased)
    }

    @Test(
        "What was erased for one stays out when another is erased, and counts still agree", arguments: ["law", "own"])
    func twice(basis: String) throws {
        let erased = try ErasedJobs(basis: basis)
        try Self.filled(erased)
        try erased.erase()
        try erased.jobs.close(through: Self.open, at: "2026-03-11T02:00Z")
        let outcome = try erased.carryOut(Erasure(), .erase, "account: user3\n", number: 8, at: "2026-03-11T12:00Z")
        #expect(outcome[.rows] == 5)
        #expect(!outcome.stays.contains { $0.kept == .events })
        for epoch in Self.closed + [Epoch(day: Self.open)] {
            let rows = try erased.jobs.rows(of: epoch)
            #expect(rows.count { $0[.status] == 203 } == 2, "\(epoch)")
            #expect(rows.count { $0[.status] == 200 } == (epoch.day == Self.shared ? 1 : 0), "\(epoch)")
        }
        try check(erased)
    }

    @Test("What a hold keeps of the person is counted and stays, and the answer says until when")
    func held() throws {
        let erased = try ErasedJobs()
        try Self.filled(erased)
        for (kind, day) in [(RetentionClass.misuse, Self.first), (.misuse, Self.coarse), (.order, Self.shared)] {
            try erased.jobs.hold(
                kind, day...day, until: kind == .order ? Self.shared.advanced(by: 30) : nil, "user=kim-secret",
                at: ErasedJobs.now, approvals: 1)
        }
        let outcome = try erased.erase()
        // Of the first day there is a supplement.
        #expect(outcome[.held] == 8)
        let stays = outcome.stays.filter { $0.reason == .hold }
        #expect(stays.map(\.kept) == [.misuse, .order])
        #expect(
            stays.map { [$0.from, $0.to, $0.until] } == [
                ["2026-03-06", "2026-03-07", "2026-09-07"], ["2026-03-08", "2026-03-08", "2026-04-07"],
            ])
        #expect(try erased.jobs.records(ofHold: 1, at: ErasedJobs.now)?.contains("kim-secret") == true)
        try check(erased)
    }

    @Test(
        "Lines that come while it goes on are left out of the events, and nobody else's is lost",
        arguments: ["law", "own"])
    func meanwhile(basis: String) async throws {
        let erased = try ErasedJobs(basis: basis)
        try Self.filled(erased)
        let days = [Self.first, Self.coarse, Self.shared, Self.open]
        let count = 12
        let (path, policy) = (erased.jobs.path, erased.jobs.policy)
        let ingested = Task.detached {
            let jobs = SealedJobs(at: path)
            jobs.policy = policy
            for number in 0..<count {
                let lines = ErasedJobs.log(days[number % days.count], people: 0..<2, hour: 16 + number / days.count)
                try jobs.ingest(lines, at: ErasedJobs.now)
            }
        }
        try erased.erase()
        try await ingested.value
        // Events of days that are closed have become supplements, open as yet.
        try erased.jobs.close(through: Self.open, at: "2026-03-11T02:00Z")
        let outcome = try erased.erase(at: "2026-03-11T03:00Z")
        #expect(!outcome.isWaiting && !outcome.stays.contains { $0.kept == .events })
        for day in days {
            let rows = try erased.jobs.store.catalog.epochs([.closed]).filter { $0.day == day }.flatMap {
                try erased.jobs.rows(of: $0)
            }
            #expect(rows.filter { $0[.status] == 201 }.count >= 3 + count / days.count * 3, "\(day)")
            #expect(!rows.contains { $0[.status] == 200 } || day == Self.shared, "\(day)")
        }
        try check(erased)
    }

    private func check(_ erased: ErasedJobs) throws {
        let findings = try erased.findings()
        #expect(findings.isEmpty, "\(findings)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: erased.jobs.path + "/store/staging") == [])
        #expect(try erased.jobs.store.catalog.doomedPairs() == [])
        #expect(try erased.jobs.store.catalog.replacedFiles() == [])
    }
}
