import Events
import Foundation
import Intake
import Privacy
import Store
import TestSupport

@testable import Pipeline

/// A store with sealed lines, and the officer who can read them.
final class SealedJobs {
    private let folder: TemporaryFolder?
    /// The folder of both.
    let path: String
    private var logCount = 0
    /// By whose terms things go; nil for the built-in policy.
    var policy: Policy?

    /// - Parameter copy: a folder with a store and its keys that this one begins as.
    init(copyOf copy: String? = nil) throws {
        let folder = try TemporaryFolder()
        self.folder = folder
        path = folder.path
        if let copy {
            for name in ["store", "keys"] {
                try FileManager.default.copyItem(atPath: "\(copy)/\(name)", toPath: "\(path)/\(name)")
            }
        } else {
            let store = try Store(root: path + "/store", create: true) { SHA256Digest() }
            _ = try store.catalog.fix(.timeZone, to: "UTC")
        }
    }

    /// The store that another process has made in a folder.
    init(at path: String) {
        folder = nil
        self.path = path
    }

    var store: Store {
        get throws { try Store(root: path + "/store", create: false) { SHA256Digest() } }
    }

    var keys: KeyDirectory {
        get throws { try KeyDirectory(path: path + "/keys") }
    }

    /// Keeps things for other terms from now on, as `retention` in policy.yaml says.
    func keep(_ terms: [RetentionClass: String]) throws {
        var text = PolicyText.yaml(PolicyFile.builtIn)
        for (kind, term) in terms {
            text = text.replacing("\n  \(kind.rawValue): 3 months\n", with: "\n  \(kind.rawValue): \(term)\n")
        }
        policy = try PolicyFile.policy(Array(text.utf8), path: "policy.yaml")
    }

    /// The first officer's private half, which still waits.
    var officer: OfficerKeyFile { OfficerKeyFile(path + "/keys/OFFICER-KEY-MOVE-ME") }

    /// - Parameters:
    ///   - machine: the machine's time, if `now` was given by hand.
    ///   - answer: what somebody says who is asked whether that time is meant.
    func environment(at now: String, machine: String? = nil, answer: Bool = false) -> JobEnvironment {
        let milliseconds = InstantText.milliseconds(now) ?? 0
        var clock: (@Sendable () -> Int64)?
        if let machine = machine.flatMap(InstantText.milliseconds) { clock = { machine } }
        var environment = JobEnvironment(
            storePath: path + "/store", keysPath: path + "/keys", hostName: "test",
            policy: policy ?? PolicyFile.builtIn, clock: clock,
            now: { milliseconds })
        environment.confirm = { _ in answer }
        return environment
    }

    /// Writes a log, reads it, and removes it unless it is to be kept.
    @discardableResult
    func ingest(_ lines: [String], at now: String, keepsFile: Bool = false) throws -> IngestSummary {
        logCount += 1
        let path = "\(path)/server\(logCount).log"
        try Data(lines.map { $0 + "\n" }.joined().utf8).write(to: URL(fileURLWithPath: path))
        defer { if !keepsFile { try? FileManager.default.removeItem(atPath: path) } }
        return try Ingest(options: Ingest.Options(), environment: environment(at: now)).run([Ingest.Input(path)])
    }

    @discardableResult
    func aggregate(at now: String) throws -> ExpirySummary {
        let summary = try Aggregate(environment: environment(at: now)).run(.due)
        guard let expiry = summary.expiry else { preconditionFailure("an aggregation expires") }
        return expiry
    }

    /// What an officer reads of a day; nil if there is nothing to be read, or nobody can.
    func lines(of day: Day) throws -> String? {
        guard let half = try keys.privateHalf(of: day, showing: officer) else { return nil }
        var lines: [UInt8] = []
        for source in try store.sealedSources(.raw, of: day) {
            let reader = try SealedFileReader.survey(source.file.name, size: Int(source.size)) { offset, count in
                try source.read(Int64(offset), count)
            }
            _ = try reader.open(with: half) { frame in
                if frame.label.source != OpenSealedFile.definitions { lines += frame.lines }
            }
        }
        return lines.isEmpty ? nil : String(decoding: lines, as: UTF8.self)
    }
}
