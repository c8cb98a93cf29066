import Events
import Privacy
import Testing

@testable import Pipeline
@testable import Store

@Suite("A store that is held against its catalog")
struct StoreVerificationTests {
    @Test("An intact store has no finding, with and without a key", arguments: [false, true])
    func intact(withKey: Bool) throws {
        let store = try VerifiedStore()
        let report = try store.verify(withKey: withKey)
        #expect(report.findings == [])
        let catalog = try store.jobs.store.catalog
        let days = try catalog.daysOnRecord()
        #expect(try report.partitions == days.reduce(0) { try $0 + catalog.files(of: $1).count })
        let sealed = try days.flatMap { try catalog.sealedFiles(.raw, of: $0) + catalog.sealedFiles(.rejects, of: $0) }
        #expect(report.sealedFiles == sealed.count && sealed.count >= 4)
        #expect(report.certificates == 2 && report.releases == 2)
        #expect(withKey ? report.frames >= 10 : report.frames == 0)
        #expect(report.unopenedDays == [])
    }

    @Test(
        "Damage is reported with file and frame, nothing else is, and nothing is changed",
        arguments: StoreDamage.allCases)
    func damage(_ damage: StoreDamage) throws {
        let store = try VerifiedStore()
        let expected = try damage.happen(to: store)
        let before = try store.contents()
        let findings = try store.verify(withKey: true).findings
        #expect(findings.count == expected.count, "\(findings)")
        for (finding, expected) in zip(findings, expected) {
            #expect(expected.matches(finding), "\(finding)")
        }
        // Without a key the same files are named, if not always the frames.
        #expect(try Set(store.verify().findings.map(\.file)) == Set(expected.map(\.file)))
        #expect(try store.contents() == before)
        // Nothing of this is repaired but what a writer that died has left.
        let report = try store.verify(repairs: true)
        #expect(report.isGood == (damage == .leftover), "\(report)")
        if damage != .leftover { #expect(try store.contents() == before) }
    }

    @Test(
        "The frames that are not damaged still open",
        arguments: [StoreDamage.headerBit, .frameBit, .trailerBit, .swappedFrames, .frameOfAnotherDay])
    func others(_ damage: StoreDamage) throws {
        let store = try VerifiedStore()
        let whole = try store.verify(withKey: true).frames
        _ = try damage.happen(to: store)
        let lost = damage == .frameBit || damage == .frameOfAnotherDay ? 1 : 0
        #expect(try store.verify(withKey: true).frames == whole - lost)
    }

    @Test("What a living writer has in hand is no finding")
    func living() throws {
        let store = try VerifiedStore()
        let writer = try store.jobs.store.takeWriter(host: "busy")
        let partition = try writer.beginFile(Epoch(day: VerifiedStore.days[1]))
        let sealed = try writer.beginSealedFile(
            .raw, of: VerifiedStore.days[1], to: .day(VerifiedStore.days[1], turn: 1))
        #expect(try store.verify(withKey: true).findings == [])
        withExtendedLifetime((writer, partition, sealed)) {}
    }
}
