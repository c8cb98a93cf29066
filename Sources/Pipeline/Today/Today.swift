import Events
import Privacy
import Releases
import Statistics
import Store

/// Releases hours of the day that goes on: <doc:Today>.
public final class Today {
    private let environment: JobEnvironment
    private let store: Store
    private let directory: KeyDirectory
    private let ruling: PolicyRuling

    public init(environment: JobEnvironment) throws {
        self.environment = environment
        (store, directory) = try environment.openBoth(create: false)
        ruling = try environment.ruling(in: store, keys: directory)
    }

    /// Releases the hours that ended at least ``Aggregate/closeAfter`` ago and behind which lines have come; a crash is
    /// finished by the next run, and running it again does nothing.
    ///
    /// - Throws: ``StoreError`` (busy) if another aggregation runs.
    public func run() throws -> TodaySummary {
        let lock = try store.lockAggregation()
        defer { withExtendedLifetime(lock) {} }
        let calendar = try environment.calendar(of: store, logOffset: nil)
        return try environment.audit(directory).recording(.aggregate, fields: \TodaySummary.auditFields) {
            try store.recover()
            return try release(calendar)
        }
    }

    private func release(_ calendar: StoreCalendar) throws -> TodaySummary {
        let now = environment.now() / 1000
        let local = calendar.localDay(calendar.day(of: now))
        let epoch = Epoch(day: local.day)
        var summary = TodaySummary(day: local.day, ruling: ruling)
        guard try store.catalog.state(of: epoch) == .open else { return summary }
        let end = try freeze(epoch, local, now: now)
        if end > local.range.lowerBound { summary.frozen = calendar.text(of: end) }
        let known = try ReleasedHours(of: epoch, in: store)
        let new = local.hours(endedBy: end).filter { known.hours[$0] == nil }
        guard !new.isEmpty else { return summary }
        let policy = ruling.policy
        let threshold = Threshold(policy)
        let tables = HourControl(epoch: epoch, threshold: threshold).release(
            new, hidden: known.hidden, try tally(epoch, local, before: end, threshold))
        let definitions = Definition.standard.filter { $0.name == HourControl.tableName }
        try store.catalog.release(
            tables.map { hour, table in
                let body = ReleasedEpoch(
                    epoch: epoch,
                    definitionsDigest: SHA256Digest.digest(Array(Definition.canonicalText(of: definitions).utf8)),
                    policyDigest: SHA256Digest.digest(Array(policy.canonicalText.utf8)), k: policy.threshold,
                    timeZone: calendar.name, tables: [table]
                ).encode()
                return HourRecord(hour: hour, body: body, digest: SHA256Digest.digest(body))
            }, of: epoch)
        for (hour, table) in tables {
            if table.hidesRows { summary.hidden.append(hour) } else { summary.told.append(hour) }
        }
        return summary
    }

    /// Sees to it that no line joins the hours that are to be released.
    ///
    /// Hours behind which no line has come yet are left alone: the log may be late as a whole.
    /// - Returns: the instant before which all lines of the epoch are on record.
    private func freeze(_ epoch: Epoch, _ local: LocalDay, now: Int64) throws -> Int64 {
        let start = local.range.lowerBound
        let known = try store.catalog.frozenEnd(of: epoch.day) ?? start
        let latest = min(now - Aggregate.closeAfter, try latestTime(in: epoch) ?? start)
        let end = latest > start ? max(known, local.hourStart(of: latest)) : known
        if end > known { try store.catalog.freeze(epoch, before: end) }
        try store.drainHours(of: epoch.day, before: Int((end - start) / 900))
        // A writer that died between its transaction and its renames has let go of the lock too.
        try store.recover()
        return end
    }

    private func latestTime(in epoch: Epoch) throws -> Int64? {
        var latest: Int64?
        try EpochSources(store: store, epoch: epoch).forEach(.init(order: false)) { batch, _ in
            if let time = batch.time.max() { latest = max(latest ?? time, time) }
        }
        return latest
    }

    private func tally(
        _ epoch: Epoch, _ local: LocalDay, before end: Int64, _ threshold: Threshold
    ) throws -> HourTally {
        var tally = HourTally(threshold: threshold)
        let erased = ErasedVisitors(try store.catalog.erasedPseudonyms(of: epoch))
        try EpochSources(store: store, epoch: epoch, without: erased).forEach(HourTally.projection) { batch, _ in
            tally.count(batch, day: local, before: end)
        }
        return tally
    }
}

extension HourTally {
    /// The columns that are counted, and those that tell who is erased.
    static let projection = PartitionReader.Projection(
        texts: [.kind], identities: [.visitor, .network, .device], numbers: [.bytes], flags: [.pageView, .robot],
        order: false)
}

extension TodaySummary {
    fileprivate var auditFields: [AuditField] {
        [.outcome(.done), .day(.from, day), .day(.to, day), .count(.number, told.count + hidden.count)]
    }
}
