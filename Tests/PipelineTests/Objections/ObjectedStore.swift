import Events
import Foundation
import Privacy
import Store
import TestSupport
import Testing

@testable import Pipeline

/// A store whose lines are written into a pipe while people object.
final class ObjectedStore {
    /// 2026-03-01.
    static let day = Day(number: 20_513)

    let jobs: TemporaryJobs
    let basis: Retention.Basis
    private var lineCount = 0

    init(_ basis: Retention.Basis = .law) throws {
        jobs = try TemporaryJobs()
        self.basis = basis
    }

    var catalog: Catalog { jobs.store.catalog }

    var policy: Policy {
        var options = PolicyOptions()
        options.retention.basis = basis
        return .standard(site: "default", options: options)
    }

    func environment(at now: String = "2026-03-10T12:00Z") -> JobEnvironment {
        var environment = jobs.environment(at: now)
        environment.policy = policy
        return environment
    }

    /// A line whose number is its count of bytes; no other call has given it.
    func line(_ fields: [String: String], at time: String = "2026-03-01T10:00:00Z") -> (number: Int, text: String) {
        lineCount += 1
        let all = ["time": time, "method": "GET"].merging(fields) { $1 }
        let members = all.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\"\($0.value)\"" }
        let target = fields["request_uri"] == nil ? ",\"request_uri\":\"/p\"" : ""
        return (lineCount, "{\(members.joined(separator: ","))\(target),\"status\":200,\"bytes\":\(lineCount)}")
    }

    func tagger() throws -> SubjectTagger {
        try ObjectedStore.tagger(of: jobs, policy.options)
    }

    static func tagger(of jobs: TemporaryJobs, _ options: PolicyOptions) throws -> SubjectTagger {
        guard let key = try jobs.keys().suppressionKey(create: true) else {
            preconditionFailure("a key that is not there is made")
        }
        return SubjectTagger(key: key, options: options)
    }

    @discardableResult
    func object(
        request: Int64 = 1, _ kind: SubjectIdentifier.Kind, _ text: String, day: Day? = nil
    ) throws -> Int64 {
        let tags = try tagger().tags(of: SubjectIdentifier(kind, Array(text.utf8)))
        return try catalog.object(request: request, tags.map { ($0, day) })
    }

    var options: Ingest.Options {
        get throws {
            var options = Ingest.Options()
            options.format = try FormatSetting("json")
            return options
        }
    }

    /// Reads a pipe while the steps are done one after the other, each when all that was written has been read.
    @discardableResult
    func read(source: String? = nil, _ steps: [(Writing) throws -> Void]) throws -> IngestSummary {
        var options = try options
        options.source = source
        let pipe = Pipe()
        let waiter = ScriptedWaiter(
            steps.map { step in { try step(Writing(pipe: pipe.fileHandleForWriting, waiter: $0)) } })
        let job = try Ingest(options: options, environment: environment(), waiter: waiter)
        let summary = try job.run([Ingest.Input(standardInput: pipe.fileHandleForReading.fileDescriptor)])
        #expect(waiter.waits < 10_000, "the run does not come to rest")
        try summary.check(maximumRejectRate: 0)
        return summary
    }

    /// What a step can do.
    struct Writing {
        let pipe: FileHandle
        let waiter: ScriptedWaiter

        /// Takes back the time that the wait took, so that no commit is due by its interval.
        func staysWithinInterval() {
            waiter.pass(-Settings().commitInterval)
        }

        func write(_ lines: String...) throws {
            try pipe.write(contentsOf: Data(lines.map { $0 + "\n" }.joined().utf8))
        }
    }

    /// The lines whose events are on record.
    func stored(_ epochs: [Epoch] = [Epoch(day: day)]) throws -> [Int] {
        try epochs.flatMap { try jobs.rows(of: $0) }.compactMap { $0[.bytes].map { Int($0) } }.sorted()
    }

    /// The lines of a day that an officer finds in the vault.
    func sealed(_ day: Day = day) throws -> [Int] {
        var lines: [UInt8] = []
        let key = OfficerKeyFile(try jobs.keys().waitingKeyPath)
        let summary = try VaultReading(environment: environment()).reading(.vault, of: day, key) { frame, _ in
            lines += frame.lines
            return true
        }
        #expect(summary.faults.isEmpty)
        return String(decoding: lines, as: UTF8.self).matches(of: /"bytes":(\d+)/).compactMap { Int($0.1) }.sorted()
    }
}
