import Foundation
import Privacy
import Store
import Synchronization
import TestSupport

@testable import Pipeline

/// A store with keys, and the audit log that is written to it.
final class AuditedStore: Sendable {
    struct Death: Error {}

    /// 2026-03-01T04:00:00Z.
    static let start: Int64 = 1_772_337_600

    private let folder: TemporaryFolder
    private let told = Mutex<[String]>([])
    let keys: KeyDirectory

    init() throws {
        folder = try TemporaryFolder()
        _ = try Store(root: folder.path + "/store", create: true) { SHA256Digest() }
        keys = try KeyDirectory(path: folder.path + "/keys", create: true)
    }

    var logPath: String { folder.path + "/store/audit.log" }
    /// What people were told.
    var warnings: [String] { told.withLock { $0 } }
    /// The first officer's private half, which waits.
    var officerKey: OfficerKeyFile { OfficerKeyFile(keys.waitingKeyPath) }

    func path(ofKey name: String) -> String { folder.path + "/keys/" + name }

    func environment(at seconds: Int64 = AuditedStore.start) -> JobEnvironment {
        JobEnvironment(
            storePath: folder.path + "/store", keysPath: folder.path + "/keys", hostName: "test",
            warn: { [weak self] text in self?.told.withLock { $0.append(text) } }, now: { seconds * 1000 })
    }

    func log(at seconds: Int64 = AuditedStore.start) -> AuditLog { environment(at: seconds).audit(keys) }

    /// A log whose work ends at the `count`-th occasion of a step, as a crash ends it.
    func log(dyingAt step: AuditStep, at seconds: Int64 = AuditedStore.start) -> AuditLog {
        var log = log(at: seconds)
        log.step = { if $0 == step { throw Death() } }
        return log
    }

    func append(_ count: Int) throws {
        for _ in 0..<count { try log().append(.ingest, [.count(.accepted, 1)]) }
    }

    func check(head: String? = nil) throws -> AuditCheck.Outcome {
        let outcome = try AuditCheck(environment: environment()).run(officerKey: nil, head: head)
        let shown = try AuditCheck(environment: environment()).run(officerKey: officerKey, head: head)
        // The officer's key finds what is found without it, and perhaps more.
        return shown.findings.faultCount >= outcome.findings.faultCount ? shown : outcome
    }

    /// The numbers and events that are on record.
    func records() throws -> [String] {
        var texts: [String] = []
        try AuditShow(environment: environment()).run(AuditShow.Selection()) { entry in
            switch entry {
            case .record(let line): texts.append("\(line.record.number) \(line.record.event)")
            case .unreadable(let line): texts.append("unreadable \(line)")
            }
            return true
        }
        return texts
    }

    func bytes() throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(fileURLWithPath: logPath))) }

    func write(_ bytes: some Collection<UInt8>) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: logPath))
    }

    /// Puts the state of store and keys aside, or back.
    func copy(_ paths: [String]) throws -> [String: Data] {
        try Dictionary(uniqueKeysWithValues: paths.map { ($0, try Data(contentsOf: URL(fileURLWithPath: $0))) })
    }

    func restore(_ files: [String: Data]) throws {
        for (path, bytes) in files {
            try bytes.write(to: URL(fileURLWithPath: path))
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        }
    }
}
