public import Events
import Privacy
import Releases
import Statistics
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
    private var policy: Policy { ruling.policy }
    private let seed = UInt64.random(in: 1 ... .max)

    public init(environment: JobEnvironment) throws {
        self.environment = environment
        store = try environment.openStore(create: false)
        directory = try environment.openKeys(create: false)
        ruling = try environment.ruling(in: store, keys: directory)
    }

    /// Closes what is selected, oldest first; a crash is finished by the next run.
    ///
    /// - Throws: ``JobError`` (usage) if a day is named that is not over, ``StoreError`` (busy) if another
    ///   aggregation runs.
    public func run(_ selection: Selection) throws -> AggregateSummary {
        let lock = try store.lockAggregation()
        defer { withExtendedLifetime(lock) {} }
        let calendar = try environment.calendar(of: store, logOffset: nil)
        try refuseUnfinished(selection, calendar)
        return try environment.audit(directory).recording(.aggregate, fields: \.auditFields) {
            try closeAll(selection, calendar)
        }
    }

    private func closeAll(_ selection: Selection, _ calendar: StoreCalendar) throws -> AggregateSummary {
        try store.recover()
        try destroyLeftoverKeys()
        let writer = try store.takeWriter(host: environment.hostName)
        var summary = AggregateSummary()
        summary.ruling = ruling
        for epoch in try store.catalog.epochs([.open, .closing]) where isDue(epoch, selection, calendar) {
            if let closed = try close(epoch, writer: writer, calendar: calendar) { summary.closed.append(closed) }
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

    /// Keys whose epoch is closed, or was never put on record, serve nobody: a crash came before their destruction.
    private func destroyLeftoverKeys() throws {
        for epoch in try directory.epochList() {
            let state = try store.catalog.state(of: epoch)
            if state == .closed { try directory.destroyEpochKey(epoch) }
        }
    }

    private func close(_ epoch: Epoch, writer: Writer, calendar: StoreCalendar) throws -> AggregateSummary.Closed? {
        try store.catalog.beginClosing(epoch)
        let lock = try store.drainEpoch(epoch)
        defer { withExtendedLifetime(lock) {} }
        // A writer that died between its transaction and its renames has let go of the lock too.
        try store.recover()
        guard try store.catalog.rowCount(of: epoch) > 0 else {
            try store.catalog.closeEmpty(epoch)
            try directory.destroyEpochKey(epoch)
            return nil
        }
        let watch = CPUClock()
        var rewriter = EpochRewriter(store: store, writer: writer, epoch: epoch, policy: policy.digest, seed: seed)
        let file = try rewriter.rewrite(k: policy.threshold)
        let rewriting = watch.seconds
        do {
            let release = try self.release(of: file, writer: writer, calendar: calendar)
            let counting = watch.seconds - rewriting
            let body = release.encode()
            try store.close(
                epoch, with: [file],
                release: ReleaseRecord(
                    epoch: epoch, closedAt: environment.now() / 1000, body: body, digest: SHA256Digest.digest(body)))
            try directory.destroyEpochKey(epoch)
            return AggregateSummary.Closed(
                epoch: epoch, rows: file.rows, bytes: file.bytes, tables: release.tables.count,
                rewritingSeconds: rewriting,
                countingSeconds: counting)
        } catch {
            try? writer.discard([file])
            throw error
        }
    }

    /// Counts the rewritten rows and lets through what stands on enough people.
    private func release(of file: PartitionFile, writer: Writer, calendar: StoreCalendar) throws -> ReleasedEpoch {
        let reader = try writer.reader(of: file)
        let tally = try EpochCounting(
            epoch: file.epoch, day: calendar.localDay(file.epoch.day), threshold: Threshold(k: policy.threshold),
            seed: seed
        ).tally((0..<reader.rowGroupCount).lazy.map { try reader.read(rowGroup: $0, EpochCounting.projection) })
        let definitions = Definition.standard
        return ReleasedEpoch(
            epoch: file.epoch,
            definitionsDigest: SHA256Digest.digest(Array(Definition.canonicalText(of: definitions).utf8)),
            policyDigest: SHA256Digest.digest(Array(policy.canonicalText.utf8)), k: policy.threshold,
            timeZone: calendar.name,
            tables: DisclosureControl(definitions: definitions).release(tally))
    }
}
