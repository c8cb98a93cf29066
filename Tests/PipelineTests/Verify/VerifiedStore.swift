import Events
import Foundation
import GRDB
import Privacy

@testable import Pipeline
@testable import Store

/// A store with something of everything: a destroyed day with certificates and statistics, days by two writers whose lines are
/// sealed, rejects, an audit log.
final class VerifiedStore {
    static let now = "2026-06-09T05:00Z"
    static let days = [Day("2026-06-07"), Day("2026-06-08")].compactMap(\.self)

    let jobs: SealedJobs
    var path: String { jobs.path + "/store" }

    init() throws {
        jobs = try SealedJobs()
        let old = TemporaryJobs.log(Day("2026-03-08") ?? Day(number: 0), visitors: 0..<12)
        try jobs.ingest(old, at: "2026-03-08T23:00Z")
        try jobs.ingest(TemporaryJobs.log(Self.days[0], visitors: 0..<12), at: "2026-06-07T23:00Z")
        try jobs.aggregate(at: "2026-06-09T04:00Z")
        try jobs.ingest(TemporaryJobs.log(Self.days[0], visitors: 20..<30), at: Self.now)
        try jobs.ingest(TemporaryJobs.log(Self.days[1], visitors: 0..<12) + ["no line of a log"], at: Self.now)
        let first = try jobs.store.takeWriter(host: "test")
        try jobs.ingest(TemporaryJobs.log(Self.days[1], visitors: 40..<50), at: Self.now)
        withExtendedLifetime(first) {}
    }

    func verify(withKey: Bool = false, repairs: Bool = false) throws -> StoreReport {
        try StoreVerification(environment: jobs.environment(at: Self.now)).run(
            officerKey: withKey ? jobs.officer : nil, repairs: repairs)
    }

    /// The partitions of the newest day, by writer and number.
    func partitions() throws -> [String] {
        try jobs.store.catalog.files(of: Self.days[1]).map { "events/date=\(Self.days[1])/\($0.name.final)" }
    }

    /// The sealed lines of a day, by writer and number.
    func sealed(_ day: Day = days[1]) throws -> [SealedFile] { try jobs.store.catalog.sealedFiles(.raw, of: day) }

    func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)")))
    }

    func write(_ bytes: [UInt8], to name: String) throws {
        let url = URL(fileURLWithPath: "\(path)/\(name)")
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
    }

    func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: "\(path)/\(name)") }

    func flip(_ name: String, at offset: Int) throws {
        var bytes = try bytes(name)
        bytes[offset < 0 ? bytes.count + offset : offset] ^= 1
        try write(bytes, to: name)
    }

    func change(_ sql: String) throws {
        try DatabaseQueue(path: path + "/catalog.sqlite").write { try $0.execute(sql: sql) }
    }

    /// Every file of the store but the audit log, and what SQLite keeps beside the catalog.
    func contents() throws -> [String: [UInt8]] {
        let files = try StoreFile.all(inStore: path).filter {
            $0.name != "audit.log" && !$0.name.hasPrefix("catalog.sqlite") && !$0.name.hasPrefix("locks/")
        }
        return try Dictionary(uniqueKeysWithValues: files.map { ($0.name, try bytes($0.name)) })
    }
}
