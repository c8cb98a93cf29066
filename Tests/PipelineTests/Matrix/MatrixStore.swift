import Events
import Foundation
import Privacy
import TestSupport
import Testing

@testable import Pipeline
@testable import Store

/// A store with its keys, into which the steps of a scenario are read.
final class MatrixStore {
    /// A commit after each piece of an input, or after several.
    private static let commitIntervals: [Int64] = [1, 10_000, 25_000]
    /// Milliseconds by which the clock goes on whenever it is asked.
    private static let clockStep: Int64 = 1500

    /// Where store and keys lie.
    let root: String
    private let store: Store
    private let logs: LogFolder
    private let seed: UInt64

    /// Milliseconds between commits.
    var commitInterval: Int64 { MatrixStore.commitIntervals[Int(seed / 3) % MatrixStore.commitIntervals.count] }

    init(root: String, logs: LogFolder, seed: UInt64) throws {
        self.root = root
        self.logs = logs
        self.seed = seed
        store = try Store(root: root + "/store", create: true) { SHA256Digest() }
        if try store.catalog.value(of: .timeZone) == nil { _ = try store.catalog.fix(.timeZone, to: "UTC") }
    }

    func storedLines() throws -> StoredLines {
        try StoredLines(of: store)
    }

    /// The names of files that are not where readers look.
    var staged: [String] { get throws { try FileSystem.list(store.layout.staging) } }

    /// The files that a killed run has put on record and not renamed.
    func unnamedFiles() throws -> [PartitionFile] {
        try staged.compactMap(PartitionName.init(inProgress:)).compactMap {
            try store.catalog.file(writer: $0.writer, sequence: $0.sequence)
        }
    }

    /// Renames a file that has been put on record.
    func name(_ file: PartitionFile) throws {
        try store.withLocked([file.epoch.day]) { try store.publish([file], of: file.epoch.day) }
    }

    /// Reads what a step feeds.
    ///
    /// - Parameter watch: shown each ingest before it runs, and asked to look whenever the ingest asks for the time.
    func read(_ step: Step, by way: Feeding, watched watch: KillPoints? = nil) throws -> Counts {
        switch way {
        case .file: return try ingest(step.fed.map { Ingest.Input(logs.path($0)) }, step, watch)
        case .gzip:
            let paths = try step.fed.map { name in
                if name.hasSuffix(".gz") { return logs.path(name) }
                try logs.write(LogFolder.gzip(logs.bytes(name)), to: name + ".packed.gz")
                return logs.path(name + ".packed.gz")
            }
            return try ingest(paths.map { Ingest.Input($0) }, step, watch)
        case .pipe, .gzipPipe:
            return try step.fed.reduce(into: Counts()) { counts, name in
                let bytes = try logs.bytes(name)
                let goesAsItIs = way == .pipe || name.hasSuffix(".gz")
                let pipe = try InputPipe(goesAsItIs ? bytes : LogFolder.gzip(bytes), seed: seed)
                counts = try counts + ingest([Ingest.Input(standardInput: pipe.descriptor)], step, watch)
                withExtendedLifetime(pipe) {}
            }
        case .redirected:
            return try step.fed.reduce(into: Counts()) { counts, name in
                let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: logs.path(name)))
                counts = try counts + ingest([Ingest.Input(standardInput: file.fileDescriptor)], step, watch)
                try file.close()
            }
        case .followedAnew:
            return try follow([{ $0.pass(self.commitInterval) }], source: step.source, watched: watch)
        case .inTurns, .followed: preconditionFailure("a step is fed in one way")
        }
    }

    private func ingest(_ inputs: [Ingest.Input], _ step: Step, _ watch: KillPoints?) throws -> Counts {
        try counts(of: job(step.source, watch).run(inputs))
    }

    /// Follows all logs while the steps of a script are done one after the other.
    func follow(_ script: [ScriptedWaiter.Step], source: String?, watched watch: KillPoints? = nil) throws -> Counts {
        let waiter = ScriptedWaiter(script)
        let names = [logs.path("*"), logs.path("*/*")]
        let counts = try counts(of: job(source, watch, waiter).follow(names))
        #expect(waiter.waits < 10_000, "the run does not come to rest")
        return counts
    }

    private func counts(of summary: IngestSummary) throws -> Counts {
        try summary.check(maximumRejectRate: 100)
        return Counts(summary)
    }

    private func job(_ source: String?, _ watch: KillPoints?, _ waiter: ScriptedWaiter? = nil) throws -> Ingest {
        let clock = SteppingClock(step: MatrixStore.clockStep) { watch?.look() }
        var settings = Settings()
        settings.commitInterval = commitInterval
        let environment = JobEnvironment(
            storePath: root + "/store", keysPath: root + "/keys", hostName: "test", settings: settings,
            now: { clock.now() })
        var options = Ingest.Options()
        options.source = source
        let job = try Ingest(options: options, environment: environment, waiter: waiter)
        watch?.watch(job.store.catalog)
        return job
    }
}
