import Events
import Foundation
import Gzip
import Intake
import Store
import TestSupport
import Testing

@testable import Pipeline

/// A folder of logs that are followed while a script changes them.
final class FollowedFolder {
    /// 2026-03-01.
    static let day = Day(number: 20_513)

    let jobs: TemporaryJobs
    private let logs: TemporaryFolder
    let reports = Reports()
    let clock = Clock()
    private var lineCount = 0

    /// What was told on the way; all of it happens on the test's thread.
    final class Reports: @unchecked Sendable {
        var texts: [String] = []
    }

    /// What a step throws to end a run as a crash does: nothing more is committed.
    struct Death: Error {}

    /// The time of day, which the script may change.
    final class Clock: @unchecked Sendable {
        var now = "2026-03-10T12:00Z"
    }

    init() throws {
        jobs = try TemporaryJobs()
        logs = try TemporaryFolder()
    }

    func path(_ name: String) -> String { logs.path + "/" + name }

    /// Lines that no other call has given.
    func lines(_ count: Int) -> [String] {
        defer { lineCount += count }
        return (lineCount..<lineCount + count).map(Self.line)
    }

    /// All lines have the same length.
    static func line(_ number: Int) -> String {
        let client = "198.51.\(100 + number / 100).\(100 + number % 100)"
        let time = "01/Mar/2026:10:\(10 + number / 50 % 50):\(10 + number % 50) +0000"
        return "\(client) - - [\(time)] \"GET /p\(1000 + number) HTTP/1.1\" 200 \(512 + number)"
    }

    /// Appends to a file as a server does, making it if it is not there.
    func append(_ lines: [String], to name: String) throws {
        try append(lines.map { $0 + "\n" }.joined(), to: name)
    }

    func append(_ text: String, to name: String) throws {
        if !FileManager.default.fileExists(atPath: path(name)) {
            _ = FileManager.default.createFile(atPath: path(name), contents: nil)
        }
        let handle = try #require(FileHandle(forWritingAtPath: path(name)))
        try handle.seekToEnd()
        try handle.write(contentsOf: Data(text.utf8))
        try handle.close()
    }

    func rename(_ name: String, to other: String) throws {
        try FileManager.default.moveItem(atPath: path(name), toPath: path(other))
    }

    func copy(_ name: String, to other: String) throws {
        try FileManager.default.copyItem(atPath: path(name), toPath: path(other))
    }

    func remove(_ name: String) throws {
        try FileManager.default.removeItem(atPath: path(name))
    }

    /// Empties a file in place.
    func truncate(_ name: String) throws {
        let handle = try #require(FileHandle(forWritingAtPath: path(name)))
        try handle.truncate(atOffset: 0)
        try handle.close()
    }

    /// Compresses a file as logrotate does.
    func gzip(_ name: String) throws {
        var deflater = GzipDeflater()
        var output: [UInt8] = []
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path(name))))
        deflater.deflate(bytes.span, appendingTo: &output)
        try Data(output).write(to: URL(fileURLWithPath: path(name + ".gz")))
        try remove(name)
    }

    /// Follows names in the folder while the steps are done one after the other.
    @discardableResult
    func follow(
        _ names: String..., options: Ingest.Options = Ingest.Options(), steps: ScriptedWaiter.Step...
    ) throws -> IngestSummary {
        try follow(names, options: options, steps: steps)
    }

    func follow(
        _ names: [String], options: Ingest.Options, steps: [ScriptedWaiter.Step]
    ) throws -> IngestSummary {
        var options = options
        options.report = { [reports] in reports.texts.append($0) }
        let waiter = ScriptedWaiter(steps)
        let job = try Ingest(options: options, environment: environment, waiter: waiter)
        let summary = try job.follow(names.map { $0.hasPrefix("/") ? $0 : path($0) })
        #expect(waiter.waits < 10_000, "the run does not come to rest")
        #expect(summary.rowsByDay.values.reduce(0, +) == summary.tally.accepted, "the sums do not balance")
        return summary
    }

    private var environment: JobEnvironment {
        let base = jobs.environment()
        return JobEnvironment(
            storePath: base.storePath, keysPath: base.keysPath, hostName: base.hostName,
            now: { [clock] in InstantText.milliseconds(clock.now) ?? 0 })
    }

    /// Reads files once, as another process does.
    func ingest(_ names: String..., waiter: (any Waiter)? = nil) throws -> IngestSummary {
        try Ingest(options: Ingest.Options(), environment: environment, waiter: waiter)
            .run(names.map { Ingest.Input(path($0)) })
    }

    /// Rows of the day on record.
    var rowCount: Int {
        get throws { try jobs.rows(of: Epoch(day: Self.day)).count }
    }

    /// Demands that each of the first lines is on record once.
    func expectEachLineOnce(_ count: Int? = nil, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let bytes = try jobs.rows(of: Epoch(day: Self.day)).compactMap { $0[.bytes] }.sorted()
        #expect(bytes == (0..<(count ?? lineCount)).map { Int64(512 + $0) }, sourceLocation: sourceLocation)
    }
}

extension FollowedFolder {
    func size(_ name: String) throws -> Int {
        try Data(contentsOf: URL(fileURLWithPath: path(name))).count
    }
}
