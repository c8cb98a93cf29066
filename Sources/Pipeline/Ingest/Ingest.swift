import Events
import Intake
public import Privacy
import Store

/// Reads logs into a store.
public final class Ingest {
    /// One input of an ingest.
    public struct Input: Sendable {
        public let path: String
        /// What to read in the place of a path.
        private let descriptor: Int32?

        public var isStandardInput: Bool { descriptor != nil }

        /// - Parameter argument: a path, or `-` for the standard input.
        public init(_ argument: String) {
            path = argument
            descriptor = argument == "-" ? 0 : nil
        }

        /// The standard input of a test.
        init(standardInput descriptor: Int32) {
            path = "-"
            self.descriptor = descriptor
        }

        /// The name under which the input is remembered if it is given none.
        var sourceName: String { isStandardInput ? "stdin" : SourceName.name(ofPath: path) }

        /// - Throws: ``IntakeError`` if the input cannot be opened.
        public func check() throws {
            if !isStandardInput { _ = try ByteStream(path: path) }
        }

        func open() throws -> ByteStream {
            guard let descriptor else { return try ByteStream(path: path) }
            return try ByteStream(descriptor: descriptor, path: "standard input")
        }
    }

    public struct Options: Sendable {
        /// The format of all inputs; nil if the settings decide.
        public var format: FormatSetting?
        /// Keeps apart what would otherwise look alike.
        public var source: String?
        /// How files are followed.
        public var follow = FollowOptions()

        /// Told from time to time how far the reading has come.
        public var progress: (@Sendable (IngestProgress) -> Void)?
        /// Told what a person should know while files are followed, once for each cause.
        public var report: (@Sendable (String) -> Void)?
        /// Reads the configuration again, at SIGHUP while files are followed.
        public var reload: (@Sendable () throws -> Settings)?
        /// Reads `policy.yaml` again, at SIGHUP and on each new day while files are followed.
        public var reloadPolicy: (@Sendable () throws -> Policy)?

        public init() {}
    }

    /// Where the private half of the first officer waits to be carried away; nil if there was an officer before.
    public let officerKeyPath: String?

    let options: Options
    private(set) var settings: Settings
    let store: Store
    let keys: ContentKeyring
    let waiter: any Waiter
    private var environment: JobEnvironment
    private let directory: KeyDirectory
    private(set) var ruling: PolicyRuling
    private let seed: UInt64
    /// Of times that a log writes without one, and its name.
    private let zone: ZoneOffsets
    let zoneName: String

    /// - Parameter waiter: nil to wait as the system does, without regard to signals.
    public init(options: Options, environment: JobEnvironment, waiter: (any Waiter)? = nil) throws {
        self.options = options
        settings = environment.settings
        self.environment = environment
        self.waiter = try waiter ?? SystemWaiter(catchesSignals: false)
        (store, directory) = try environment.openBoth(create: true)
        officerKeyPath = try environment.makeFirstOfficer(in: directory)
        if officerKeyPath != nil { try environment.audit(directory).appendFirstOfficer() }
        ruling = try environment.ruling(in: store, keys: directory)
        seed = .random(in: 1 ... .max)
        keys = ContentKeyring(directory: directory, catalog: store.catalog, now: environment.now)
        let zone = try environment.zone(of: store)
        self.zone = zone.zoneOffsets
        zoneName = zone.name
        try store.recover()
    }

    /// Milliseconds since 1970.
    func now() -> Int64 { environment.now() }

    /// Today in the store's zone.
    var today: Day { get throws { try environment.today(in: store) } }

    /// The format of a source's lines; nil to find it out.
    func format(ofSource name: String) -> LogFormat? {
        (options.format ?? settings.format(ofSource: name)).format
    }

    /// What the parsing of a source's lines needs to know now.
    func lineOptions(ofSource name: String) -> LineOptions {
        settings.lineOptions(ofSource: name, latest: now(), zone: zone)
    }

    /// Reads all inputs, one after the other; each is committed when it ends and at every interval.
    ///
    /// A signal ends the reading; what has been read is committed.
    ///
    /// - Returns: what was done. An input that could not be read to its end says so in its part of the summary.
    /// - Throws: ``JobError``, ``StoreError``, ``IntakeError`` or ``KeyDirectoryError``; what was committed stays.
    public func run(_ inputs: [Input]) throws -> IngestSummary {
        HeapMemory.keepFreed()
        return try environment.audit(directory).recording(.ingest, fields: \.auditFields) { try read(inputs) }
    }

    private func read(_ inputs: [Input]) throws -> IngestSummary {
        let session = try IngestSession(self)
        var summary = IngestSummary()
        for input in inputs where summary.interruption == nil {
            let run = try InputRun(
                input.open(), path: input.path, isStandardInput: input.isStandardInput, job: self, sink: session.sink)
            guard try run.takeLock(waiting: true) else { continue }
            var reading = InputReading(run, job: self, session: session)
            do {
                summary.interruption = try reading.readToEnd()
                // A pipe may have no other end than that its reader is told to stop.
                if summary.interruption == .terminate, !run.isRegularFile { summary.interruption = nil }
            } catch let error as JobError where error.kind == .data {
                // No format fits: nothing of this input is stored, the others are read all the same.
                try session.sink.discard()
                run.settling.summary.failure = "\(input.isStandardInput ? "standard input" : input.path): \(error)"
            } catch {
                try? session.sink.discard()
                throw error
            }
            summary.inputs.append(run.settling.summary)
        }
        session.complete(&summary)
        return summary
    }

    /// Reads files by name, on and on, until SIGTERM or SIGINT: <doc:Following>.
    ///
    /// - Parameter names: paths and globs.
    /// - Returns: what was done, with one input for each name less what rotation adds to it.
    /// - Throws: as ``run(_:)``; files that cannot be read are reported and not thrown.
    public func follow(_ names: [String]) throws -> IngestSummary {
        let log = environment.audit(directory)
        try log.append(.ingest, [.outcome(.begun), .count(.inputs, names.count)])
        return try log.recording(.ingest, fields: \.auditFields) { try readOn(names) }
    }

    private func readOn(_ names: [String]) throws -> IngestSummary {
        let session = try IngestSession(self)
        if let remark = ruling.remark { options.report?(remark) }
        let following = try Following(names, job: self, session: session)
        do {
            try following.run()
        } catch {
            try? session.sink.discard()
            throw error
        }
        var summary = IngestSummary()
        summary.inputs = following.inputs
        session.complete(&summary)
        return summary
    }

    /// Takes over what the configuration says now.
    func reload() throws {
        if let reload = options.reload { settings = try reload() }
    }

    /// Takes over the policy that rules now; there must be no rows on their way.
    func renewPolicy(of sink: EventSink) throws {
        guard let reload = options.reloadPolicy else { return }
        environment.policy = try reload()
        let next = try environment.ruling(in: store, keys: directory)
        if next.policy != ruling.policy { sink.use(try gate(next.policy)) }
        if let remark = next.remark, remark != ruling.remark { options.report?(remark) }
        ruling = next
    }

    private func gate(_ policy: Policy) throws -> Gate {
        Gate(policy: policy, seed: seed, places: try JobEnvironment.places(of: policy))
    }

    /// Where the rows of a run go, under a writer's name of its own.
    func makeSink() throws -> EventSink {
        let calendar = LineCalendar(
            arrivalDay: { [store, environment] in try environment.day(of: $0, in: store) },
            { [store, environment] in try environment.calendar(of: store, logOffset: $0) })
        let days = SealedDays(
            catalog: store.catalog, directory: directory, retention: ruling.policy.options.retention
        ) { [store, environment] in try environment.trustedToday(in: store) }
        let hours = try FrozenHours(store: store, calendar: calendar)
        return EventSink(
            writer: try store.takeWriter(host: environment.hostName), gate: try gate(ruling.policy),
            epochs: try OpenEpochs(
                store: store, directory: directory, policy: ruling.policy, calendar: calendar, hours: hours),
            hours: hours, days: days,
            objections: try ObjectionWatch(
                store: store, directory: directory, options: ruling.policy.options, calendar: calendar),
            calendar: calendar, seed: seed)
    }
}
