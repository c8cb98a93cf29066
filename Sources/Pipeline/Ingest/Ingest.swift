import Events
public import Intake
import Privacy
import Store

/// Reads logs into a store.
public final class Ingest {
    /// One input of an ingest.
    public struct Input: Sendable {
        public let path: String
        public let isStandardInput: Bool

        /// - Parameter argument: a path, or `-` for the standard input.
        public init(_ argument: String) {
            isStandardInput = argument == "-"
            path = argument
        }

        /// - Throws: ``IntakeError`` if the input cannot be opened.
        public func check() throws {
            if !isStandardInput { _ = try ByteStream(path: path) }
        }

        func open() throws -> ByteStream {
            isStandardInput ? try ByteStream.standardInput() : try ByteStream(path: path)
        }
    }

    public struct Options: Sendable {
        /// The format of all inputs; nil to find it out for each.
        public var format: LogFormat?
        /// Keeps apart what would otherwise look alike.
        public var source: String?
        /// Milliseconds between commits of an input that does not end.
        public var commitInterval: Int64 = 10_000

        /// Told from time to time how far the reading has come.
        public var progress: (@Sendable (IngestProgress) -> Void)?

        public init() {}
    }

    let options: Options
    let store: Store
    private let environment: JobEnvironment
    private let directory: KeyDirectory
    private let policy: Policy
    private let seed: UInt64
    private var keysByScope: [String: [ContentKey]] = [:]

    public init(options: Options, environment: JobEnvironment) throws {
        self.options = options
        self.environment = environment
        store = try environment.openStore(create: true)
        directory = try environment.openKeys(create: true)
        policy = environment.policy
        seed = .random(in: 1 ... .max)
        try store.recover()
    }

    /// Milliseconds since 1970.
    func now() -> Int64 { environment.now() }

    /// Reads all inputs, one after the other; each is committed when it ends and at every interval.
    ///
    /// - Returns: what was done. An input that could not be read to its end says so in its part of the summary.
    /// - Throws: ``JobError``, ``StoreError``, ``IntakeError`` or ``KeyDirectoryError``; what was committed stays.
    public func run(_ inputs: [Input]) throws -> IngestSummary {
        var summary = IngestSummary()
        let writer = try store.takeWriter(host: environment.hostName)
        for input in inputs {
            let epochs = try OpenEpochs(store: store, directory: directory, policy: policy) {
                [store, environment] logOffset in
                try environment.calendar(of: store, logOffset: logOffset)
            }
            let sink = EventSink(writer: writer, gate: Gate(policy: policy, seed: seed), epochs: epochs, seed: seed)
            let run = try InputRun(input, job: self, sink: sink)
            do {
                try run.run()
            } catch let error as JobError where error.kind == .data {
                // No format fits: nothing of this input is stored, the others are read all the same.
                try sink.discard()
                run.summary.failure = "\(input.isStandardInput ? "standard input" : input.path): \(error)"
            } catch {
                try? sink.discard()
                throw error
            }
            summary.inputs.append(run.summary)
            summary.fileCount += sink.fileCount
            summary.storedBytes += sink.storedBytes
            summary.rowsByDay.merge(sink.rowsByDay, uniquingKeysWith: +)
        }
        return summary
    }

    /// The keys that recognise known input of a scope: the current month's first, made if it is not there.
    func contentKeys(scope: String) throws -> [ContentKey] {
        if let keys = keysByScope[scope] { return keys }
        let current = Month(of: StoreCalendar.utc.day(of: now() / 1000))
        var keys: [ContentKey] = []
        for month in Set(try directory.identityMonths()).union([current]).sorted(by: >) {
            if month == current { try refuseForeignKeys(month, scope: scope) }
            guard let key = try directory.identityKey(month, create: month == current) else { continue }
            let content = ContentKey(key, scope: scope)
            if month == current { keys.insert(content, at: 0) } else { keys.append(content) }
        }
        keysByScope[scope] = keys
        return keys
    }

    func currentKey(scope: String) -> ContentKey {
        guard let key = keysByScope[scope]?.first else {
            preconditionFailure("the keys of a scope are made before they are used")
        }
        return key
    }

    /// Input that was read this month is recognised by this month's key; if it is not there, all of it would be counted again.
    private func refuseForeignKeys(_ month: Month, scope: String) throws {
        guard try directory.identityKey(month, create: false) == nil,
            try store.catalog.contentKeys(scope: scope).contains(where: { $0.month == month.description })
        else { return }
        throw JobError(
            .configuration,
            "The identity key of \(month) is not in \(directory.path), but the store has read input this month. Restore the key"
                + " directory, or name the right one with --keys.")
    }
}
