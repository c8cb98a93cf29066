import Events
import Foundation
import Privacy
import Testing

@testable import Pipeline

@Suite("An authority is handed exactly what its order asks for")
struct AuthorityPackageTests {
    private let store: SearchedJobs
    private let log: CrowdLog

    init() throws {
        store = try SearchedJobs()
        log = CrowdLog(SearchedJobs.days[0], .anotherCookie, others: 300)
        try store.ingest(log.lines + CrowdLog(SearchedJobs.days[1], .alone, others: 20).lines)
    }

    /// The pair of an authority, as it makes it itself.
    private func recipient(_ name: String) throws -> (officer: Officer, key: OfficerKeyFile) {
        let path = "\(store.jobs.path)/\(name).key"
        let pair = try OfficerPair.make(name: name, on: SearchedJobs.days[0])
        try pair.write(to: path)
        let text = try String(contentsOfFile: path + ".pub", encoding: .utf8)
        return (try #require(Officer(named: name, publicKey: text)), OfficerKeyFile(path))
    }

    private func make(_ filter: String, for officer: Officer) throws -> AuthorityPackageSummary {
        let order = AuthorityOrder(
            days: log.day...log.day, filter: try LineFilter(filter), recipient: officer, reference: "3 Js 1/26")
        let package = try AuthorityPackage(environment: store.environment(), showing: store.jobs.officer)
        return try package.run(order, request: 7, to: store.jobs.path + "/order.package")
    }

    private func open(_ path: String, _ key: OfficerKeyFile) throws -> (lines: [String], PackageOpening.Outcome) {
        var bytes: [UInt8] = []
        let outcome = try PackageOpening.run(path, showing: key) { bytes += $0.copied }
        return (String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init), outcome)
    }

    @Test("The recipient opens the lines that the filter lets through, and no others are in it")
    func roundTrip() throws {
        let (officer, key) = try recipient("police")
        let summary = try make("client=\(CrowdLog.address)", for: officer)
        let (lines, outcome) = try open(summary.path, key)
        #expect(lines.sorted() == log.lines.filter { $0.hasPrefix(CrowdLog.address + " ") }.sorted())
        #expect(outcome.isWhole)
        #expect(outcome.manifest == summary.manifest)
        let manifest = try #require(outcome.manifest)
        #expect(manifest.lines == lines.count)
        #expect(manifest.parts.map(\.day) == ["2026-03-01"])
        #expect(manifest.parts.map(\.kept) == ["raw"])
        #expect(manifest.reference == Certificate.hexadecimal(SHA256Digest.digest(Array("3 Js 1/26".utf8))))
        let mode = try FileManager.default.attributesOfItem(atPath: summary.path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
    }

    @Test("A line that a hold keeps as well is handed over once, and when its day is gone from the hold")
    func holds() throws {
        let (officer, key) = try recipient("police")
        let filter = try LineFilter("client=\(CrowdLog.address)")
        for kind in [RetentionClass.misuse, .illegal] {
            _ = try Holds(environment: store.environment()).add(
                HoldRequest(kind, log.day...log.day, until: nil, filter: filter), showing: store.jobs.officer)
        }
        let wanted = log.lines.filter { $0.hasPrefix(CrowdLog.address + " ") }.sorted()
        let summary = try make("client=\(CrowdLog.address)", for: officer)
        #expect(try open(summary.path, key).lines.sorted() == wanted)
        try FileManager.default.removeItem(atPath: summary.path)
        _ = try store.jobs.aggregate(at: "2026-06-05T05:00Z")
        let later = try make("client=\(CrowdLog.address)", for: officer)
        #expect(try open(later.path, key).lines.sorted() == wanted)
        #expect(later.manifest.parts.map(\.hold) == [1])
        #expect(later.manifest.destroyed == ["2026-03-01"])
    }

    @Test("What was handed over is on record with the digest of the package")
    func record() throws {
        let summary = try make("", for: try recipient("police").officer)
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: summary.path)))
        #expect(summary.digest == AuditDigest(SHA256Digest.digest(bytes)))
        #expect(Int64(bytes.count) == summary.bytes)
        var selection = AuditShow.Selection()
        selection.provisions = true
        var records: [String] = []
        try AuditShow(environment: store.environment()).run(selection) { entry in
            if case .record(let line) = entry { records.append("\(line.record)") }
            return true
        }
        #expect(records.count == 1)
        let text = try String(contentsOfFile: "\(store.jobs.path)/store/audit.log", encoding: .utf8)
        #expect(text.contains(#""package":"\#(summary.digest.text)""#))
        #expect(!text.contains("3 Js") && !text.contains(CrowdLog.address))
    }

    @Test("Nobody else opens it, not even an officer of the store")
    func wrongRecipient() throws {
        let summary = try make("", for: try recipient("police").officer)
        for key in [try recipient("customs").key, store.jobs.officer] {
            #expect(throws: JobError.self) { try open(summary.path, key) }
        }
    }

    @Test("A package that was cut off or changed tells so, and gives what is whole", arguments: [0.5, 0.9])
    func cut(share: Double) throws {
        let (officer, key) = try recipient("police")
        let summary = try make("", for: officer)
        let bytes = try Data(contentsOf: URL(fileURLWithPath: summary.path))
        let path = store.jobs.path + "/cut.package"
        try bytes.prefix(Int(Double(bytes.count) * share)).write(to: URL(fileURLWithPath: path))
        let (lines, outcome) = try open(path, key)
        #expect(!outcome.isWhole)
        #expect(Set(lines).isSubset(of: log.lines))
        try bytes.prefix(50).write(to: URL(fileURLWithPath: path))
        #expect(throws: JobError.self) { try open(path, key) }
    }

    @Test("Nothing is overwritten, and nothing is left")
    func present() throws {
        let (officer, _) = try recipient("police")
        let path = store.jobs.path + "/order.package"
        try Data("here".utf8).write(to: URL(fileURLWithPath: path))
        #expect(throws: JobError.self) { try make("", for: officer) }
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "here")
        let names = try FileManager.default.contentsOfDirectory(atPath: store.jobs.path)
        #expect(!names.contains { $0.hasSuffix(".tmp") })
    }
}
