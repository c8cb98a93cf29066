import Events
import Privacy
import Testing

@testable import Pipeline

@Suite("What lives until when")
struct KeysStatusTests {
    private let jobs: TemporaryJobs

    init() throws {
        jobs = try TemporaryJobs()
    }

    private func terms() throws -> [String: KeysStatus.Term] {
        let keys = try KeysStatus(environment: jobs.environment()).run().keys
        return Dictionary(uniqueKeysWithValues: keys.map { ("\($0.record.kind.rawValue) \($0.record.name)", $0.term) })
    }

    @Test("A pair of a day and the key around it are told, with the end of the day's term")
    func day() throws {
        let keys = try jobs.keys()
        _ = try jobs.environment().makeFirstOfficer(in: keys)
        let day = try #require(Day("2025-11-29"))
        _ = try keys.dayKey(day, create: true)
        #expect(
            try terms() == [
                "day 2025-11-29": .raw(last: Day("2026-02-28")), "key-encryption 1": .replaced,
                "officer officer": .removed,
                "officer-private OFFICER-KEY-MOVE-ME": .taken,
            ])
    }

    @Test("A key that a crash has left of a closed day goes with the next closing")
    func leftover() throws {
        let day = try #require(Day("2026-03-01"))
        try jobs.ingest(TemporaryJobs.log(day, visitors: 0..<20))
        let epoch = Epoch(day: day)
        #expect(try terms()["epoch 2026-03-01"] == .closing(from: 1_772_409_600 + 3600))
        try jobs.aggregate()
        _ = try jobs.keys().epochKey(epoch, create: true)
        #expect(try terms()["epoch 2026-03-01"] == .leftover)
        try jobs.aggregate()
        #expect(try terms()["epoch 2026-03-01"] == nil)
    }

    @Test(
        "The key of a month lives as long as the raw lines of its last day",
        arguments: [("2026-11", "2027-02-28"), ("2026-12", "2027-03-31")])
    func month(name: String, last: String) throws {
        let month = try #require(Month(name))
        _ = try jobs.keys().identityKey(month, create: true)
        #expect(try terms()["identity \(name)"] == .raw(last: Day(last)))
    }
}
