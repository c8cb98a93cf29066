import Events
import Privacy
import Testing

@testable import Pipeline
@testable import Store

@Suite("What is on record of sealed lines")
struct SealedRecordTests {
    private static let day = Day("2026-03-08") ?? Day(number: 0)
    private let jobs: SealedJobs

    init() throws {
        jobs = try SealedJobs()
    }

    private func files(_ kind: RetentionClass = .raw) throws -> [SealedFile] {
        try jobs.store.catalog.sealedFiles(kind, of: Self.day).sorted { $0.name.sequence < $1.name.sequence }
    }

    @Test("A file names the supplement that has the events of its lines")
    func supplements() throws {
        let line = "no line of a log"
        try jobs.ingest(TemporaryJobs.log(Self.day, visitors: 0..<12) + [line], at: "2026-03-08T23:00Z")
        #expect(try files().map(\.supplement) == [0])
        #expect(try files(.rejects).map(\.supplement) == [nil])
        try jobs.aggregate(at: "2026-03-09T04:00Z")
        try jobs.ingest(TemporaryJobs.log(Self.day, visitors: 20..<32), at: "2026-03-09T05:00Z")
        #expect(try files().map(\.supplement) == [0, 1])
        #expect(try files().map(\.revision) == [0, 0])
    }

    @Test("Lines are sealed to the last pair of their day, and a file names its own")
    func turns() throws {
        let lines = [0..<12, 20..<32, 40..<52].map { TemporaryJobs.log(Self.day, visitors: $0) }
        try jobs.ingest(lines[0], at: "2026-03-08T22:00Z")
        _ = try jobs.keys.pair(.day(Self.day, turn: 2), create: true)
        try jobs.ingest(lines[1], at: "2026-03-08T23:00Z")
        try jobs.ingest(lines[2], at: "2026-03-08T23:30Z")
        #expect(try files().map(\.pair) == [1, 2, 2].map { .day(Self.day, turn: $0) })

        let environment = jobs.environment(at: "2026-03-09T00:00Z")
        var read: [UInt8] = []
        let summary = try VaultReading(environment: environment).read(.vault, of: Self.day, .all, showing: jobs.officer)
        {
            read += $0.copied
            return true
        }
        #expect(summary.faults.isEmpty)
        #expect(String(decoding: read, as: UTF8.self) == lines.joined().map { $0 + "\n" }.joined())
        let report = try StoreVerification(environment: environment).run(officerKey: jobs.officer)
        #expect(report.findings.isEmpty && report.unopenedDays.isEmpty)

        // The day goes with both.
        #expect(try jobs.aggregate(at: "2026-06-09T00:00Z").destroyedDays == [Self.day])
        #expect(try jobs.keys.pairList() == [])
        #expect(try files() == [])
    }

    @Test("A first pair that goes before its day takes its files with it, and no others")
    func early() throws {
        let lines = [0..<12, 20..<32].map { TemporaryJobs.log(Self.day, visitors: $0) }
        try jobs.ingest(lines[0], at: "2026-03-08T22:00Z")
        _ = try jobs.keys.pair(.day(Self.day, turn: 2), create: true)
        try jobs.ingest(lines[1], at: "2026-03-08T23:00Z")
        _ = try jobs.keys.rotateKeyEncryption(destroying: [.day(Self.day, turn: 1)])
        var read: [UInt8] = []
        let environment = jobs.environment(at: "2026-03-09T00:00Z")
        let summary = try VaultReading(environment: environment).read(.vault, of: Self.day, .all, showing: jobs.officer)
        {
            read += $0.copied
            return true
        }
        #expect(summary.faults.map(\.fault.kind) == [.anotherKey])
        #expect(String(decoding: read, as: UTF8.self) == lines[1].map { $0 + "\n" }.joined())
    }
}
