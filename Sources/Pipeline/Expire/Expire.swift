import Events
import Privacy
import Store

/// Destroys what is past its term: <doc:Destruction>.
public struct Expire {
    private let environment: JobEnvironment

    public init(environment: JobEnvironment) {
        self.environment = environment
    }

    /// Destroys what is due; a crash is finished by the next run.
    ///
    /// - Throws: ``JobError`` (usage) if nobody confirmed a time that has to be, ``StoreError`` (busy) if an aggregation runs.
    ///   What ``ExpirySummary/check()`` tells is not thrown.
    public func run() throws -> ExpirySummary {
        let (store, directory) = try environment.openBoth(create: false)
        let lock = try store.lockAggregation()
        defer { withExtendedLifetime(lock) {} }
        let policy = try environment.ruling(in: store, keys: directory).policy
        let calendar = try environment.calendar(of: store, logOffset: nil)
        let job = ExpiryJob(
            environment: environment, store: store, directory: directory, policy: policy, calendar: calendar)
        let time = try job.time()
        try store.recover()
        let closing = try EpochClosing(
            environment: environment, store: store, directory: directory, policy: policy, calendar: calendar)
        try closing.destroyLeftoverKeys()
        return try job.run(at: time, closing)
    }

    /// What a run would do now; changes nothing, and asks nothing.
    public func plan() throws -> ExpirySummary {
        let store = try environment.openStore(create: false)
        let directory = try environment.openKeys(create: false)
        let policy = try environment.register(of: store).ruling(over: environment.policy).ruling.policy
        let job = ExpiryJob(
            environment: environment, store: store, directory: directory, policy: policy,
            calendar: try environment.zone(of: store))
        let now = environment.now()
        let recorded = try store.catalog.recordedTime()
        let decision = ClockGuard(recorded: recorded).decision(at: now, isConfirmed: environment.clock != nil)
        var summary = ExpirySummary(today: job.calendar.day(of: now / 1000), decision: decision)
        summary.take(try job.plan(at: now, recorded: recorded))
        return summary
    }
}
