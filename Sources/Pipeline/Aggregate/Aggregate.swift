public import Events
import Privacy
import Store

/// Closes finished days: rewrites them, counts them, releases what stands on enough people, destroys their keys.
public final class Aggregate {
    /// Which epochs to close.
    public enum Selection: Sendable {
        /// Every day that ended at least an hour ago, and what arrived for closed days.
        case due
        /// One day and its supplements, as soon as it is over.
        case day(Day)
        /// Every day up to this one, as soon as it is over.
        case through(Day)
    }

    /// How long after its end a day is closed without being asked for by name, in seconds.
    public static let closeAfter: Int64 = 3600

    private let environment: JobEnvironment
    private let store: Store
    private let directory: KeyDirectory
    private let ruling: PolicyRuling

    public init(environment: JobEnvironment) throws {
        self.environment = environment
        (store, directory) = try environment.openBoth(create: false)
        ruling = try environment.ruling(in: store, keys: directory)
    }

    /// Closes what is selected, oldest first, and then destroys what is past its term; a crash is finished by the next run.
    ///
    /// - Parameter expires: whether to destroy anything besides the keys of what is closed.
    /// - Throws: ``JobError`` (usage) if a day is named that is not over, or nobody confirmed a time that has to be,
    ///   ``StoreError`` (busy) if another aggregation runs. What ``ExpirySummary/check()`` tells is not thrown.
    public func run(_ selection: Selection, expires: Bool = true) throws -> AggregateSummary {
        let lock = try store.lockAggregation()
        defer { withExtendedLifetime(lock) {} }
        let calendar = try environment.calendar(of: store, logOffset: nil)
        try refuseUnfinished(selection, calendar)
        let expiry = ExpiryJob(
            environment: environment, store: store, directory: directory, policy: ruling.policy, calendar: calendar)
        // What has to be asked is asked before anything is done.
        let time = expires ? try expiry.time() : nil
        let log = environment.audit(directory)
        var closing: EpochClosing?
        var summary = try log.recording(.aggregate, fields: \.auditFields) {
            try store.recover()
            let made = try EpochClosing(
                environment: environment, store: store, directory: directory, policy: ruling.policy, calendar: calendar)
            try made.destroyLeftoverKeys()
            closing = made
            return try closeAll(selection, made)
        }
        if let time, let closing { summary.expiry = try expiry.run(at: time, closing) }
        return summary
    }

    private func closeAll(_ selection: Selection, _ closing: EpochClosing) throws -> AggregateSummary {
        var summary = AggregateSummary()
        summary.ruling = ruling
        for epoch in try store.catalog.epochs([.open, .closing]) where isDue(epoch, selection, closing.calendar) {
            if let closed = try closing.close(epoch) { summary.closed.append(closed) }
        }
        summary.open = try store.catalog.epochs([.open]).map { ($0, try store.catalog.rowCount(of: $0)) }.filter {
            $0.1 > 0
        }
        return summary
    }

    private func isDue(_ epoch: Epoch, _ selection: Selection, _ calendar: StoreCalendar) -> Bool {
        let end = calendar.localDay(epoch.day).range.upperBound
        let now = environment.now() / 1000
        return switch selection {
        case .due: end + Aggregate.closeAfter <= now
        case .day(let day): epoch.day == day && end <= now
        case .through(let day): epoch.day <= day && end <= now
        }
    }

    private func refuseUnfinished(_ selection: Selection, _ calendar: StoreCalendar) throws {
        guard case .day(let day) = selection, calendar.localDay(day).range.upperBound > environment.now() / 1000 else {
            return
        }
        throw JobError(.usage, "\(day) is not over. A day can be closed once it has ended in \(calendar.name).")
    }
}
