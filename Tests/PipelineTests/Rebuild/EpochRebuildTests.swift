import Events
import Foundation
import GRDB
import Intake
import Privacy
import Releases
import Store
import TestSupport
import Testing

@testable import Pipeline

@Suite("Events of a closed epoch that are made anew")
struct EpochRebuildTests {
    private static let now = "2026-03-10T12:00Z"

    private let jobs: SealedJobs

    init() throws {
        jobs = try SealedJobs()
    }

    /// Makes an epoch anew and puts that on record.
    private func rebuild(
        _ epoch: Epoch,
        _ treat: @escaping EpochRebuild.Treatment = { batch, _, _ in
            LineFates([LineFate](repeating: .kept, count: batch.rowCount))
        }
    ) throws {
        let store = try jobs.store
        let rebuild = EpochRebuild(
            environment: jobs.environment(at: Self.now), store: store,
            opener: try .open(jobs.keys, showing: jobs.officer),
            calendar: .utc, writer: try store.takeWriter(host: "test"), seed: 3)
        let made = try rebuild.make(epoch, treat)
        try store.rebuild(
            Rebuilding(
                epoch: epoch, file: made.file, rowsBefore: made.rowsBefore, takenOut: made.takenOut, requests: [1: 0]))
    }

    @Test("Nobody left out, they are the same but for keys, visit numbers and order", arguments: 0..<8 as Range<UInt64>)
    func random(seed: UInt64) throws {
        var visits = RandomVisits(seed: seed)
        for part in 0..<4 {
            // A second writer from time to time.
            let other = try part == 2 ? jobs.store.takeWriter(host: "test") : nil
            try jobs.ingest(visits.lines(120), at: Self.now)
            withExtendedLifetime(other) {}
        }
        let epoch = Epoch(day: RandomVisits.day)
        try jobs.close(through: epoch.day, at: Self.now)
        let before = try jobs.rows(of: epoch)
        #expect(before.count == 480)
        try rebuild(epoch)
        let after = try jobs.rows(of: epoch)
        #expect(EpochView(after) == EpochView(before))
        #expect(Set(after.map(\.visit)).isDisjoint(with: before.map(\.visit)))
        for field in EventField.Identity.allCases {
            #expect(Set(after.compactMap { $0[field] }).isDisjoint(with: before.compactMap { $0[field] }))
        }
        #expect(try jobs.store.catalog.rebuiltEpochs(forRequest: 1) == [epoch: 0])
        #expect(try FileManager.default.contentsOfDirectory(atPath: jobs.path + "/store/staging") == [])
    }

    @Test("Texts stand on as many people as they had to when the day was released, if that is more than now")
    func threshold() throws {
        try jobs.ingest(ErasedJobs.log(RandomVisits.day), at: Self.now)
        let epoch = Epoch(day: RandomVisits.day)
        try jobs.close(through: epoch.day, at: Self.now)
        #expect(try jobs.rows(of: epoch).contains { $0[.path] == "/" })
        let record = try #require(try jobs.store.catalog.releases(epoch.day...epoch.day).first)
        let old = try ReleasedEpoch(verifying: record.body, digest: record.digest, sha256: SHA256Digest.digest)
        let strict = ReleasedEpoch(
            epoch: old.epoch, definitionsDigest: old.definitionsDigest, policyDigest: old.policyDigest, k: 50,
            timeZone: old.timeZone, tables: old.tables
        ).encode()
        try DatabaseQueue(path: jobs.path + "/store/catalog.sqlite").write { database in
            try database.execute(
                sql: "UPDATE release SET body = ?, sha256 = ?",
                arguments: [Data(strict), Data(SHA256Digest.digest(strict))])
        }
        try rebuild(epoch)
        let paths = Set(try jobs.rows(of: epoch).map { $0[.path] })
        #expect(paths == ["(rare)"])
    }

    @Test("So are those of lines of every format", arguments: SampleFormats.names)
    func formats(file: String) throws {
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(SampleFormats.folder)/\(file)")))
        try jobs.ingest([String(decoding: bytes, as: UTF8.self)], at: "2026-03-06T00:00Z")
        let days = try jobs.store.catalog.sealedDays(.raw)
        #expect(!days.isEmpty)
        for day in days.prefix(3) {
            try jobs.close(through: day, at: "2026-03-08T00:00Z")
            let before = try jobs.rows(of: Epoch(day: day))
            try rebuild(Epoch(day: day))
            #expect(EpochView(try jobs.rows(of: Epoch(day: day))) == EpochView(before), "\(day)")
        }
    }
}
