import Events
import Privacy
import Releases
import Statistics
import Store

/// Closes epochs: rewrites them, counts them, releases what stands on enough people, destroys their keys.
///
/// The caller holds the right to aggregate, and has recovered the store.
struct EpochClosing {
    let calendar: StoreCalendar
    let writer: Writer
    private let environment: JobEnvironment
    private let store: Store
    private let directory: KeyDirectory
    private let policy: Policy
    let seed = UInt64.random(in: 1 ... .max)

    init(
        environment: JobEnvironment, store: Store, directory: KeyDirectory, policy: Policy, calendar: StoreCalendar
    ) throws {
        self.environment = environment
        self.store = store
        self.directory = directory
        self.policy = policy
        self.calendar = calendar
        writer = try store.takeWriter(host: environment.hostName)
    }

    /// Keys whose epoch is closed serve nobody: a crash came before their destruction.
    func destroyLeftoverKeys() throws {
        for epoch in try directory.epochList() where try store.catalog.state(of: epoch) == .closed {
            try directory.destroyEpochKey(epoch)
        }
    }

    /// Closes one epoch; what a crash interrupted is finished.
    ///
    /// - Returns: nil if there was nothing in it.
    func close(_ epoch: Epoch) throws -> AggregateSummary.Closed? {
        try store.catalog.beginClosing(epoch)
        let lock = try store.drainEpoch(epoch)
        defer { withExtendedLifetime(lock) {} }
        // A writer that died between its transaction and its renames has let go of the lock too.
        try store.recover()
        let rows = try store.catalog.rowCount(of: epoch)
        guard rows > 0 else {
            try store.catalog.closeEmpty(epoch)
            try directory.destroyEpochKey(epoch)
            return nil
        }
        let watch = CPUClock()
        var rewriter = EpochRewriter(store: store, writer: writer, epoch: epoch, policy: policy, seed: seed)
        let file = try rewriter.rewrite(k: policy.threshold)
        let rewriting = watch.seconds
        do {
            let release = try self.release(of: file)
            let counting = watch.seconds - rewriting
            let body = release.encode()
            try store.close(
                epoch, with: file.rows > 0 ? [file] : [],
                release: ReleaseRecord(
                    epoch: epoch, closedAt: environment.now() / 1000, body: body, digest: SHA256Digest.digest(body)),
                erasing: rows - file.rows)
            if file.rows == 0 { try writer.discard([file]) }
            try directory.destroyEpochKey(epoch)
            return AggregateSummary.Closed(
                epoch: epoch, rows: file.rows, bytes: file.bytes, tables: release.tables.count,
                rewritingSeconds: rewriting, countingSeconds: counting)
        } catch {
            try? writer.discard([file])
            throw error
        }
    }

    /// Counts the rewritten rows and lets through what stands on enough people.
    private func release(of file: PartitionFile) throws -> ReleasedEpoch {
        let reader = try writer.reader(of: file)
        let counted = try EpochCounting(
            epoch: file.epoch, day: calendar.localDay(file.epoch.day), threshold: Threshold(policy),
            seed: seed
        ).count(reader)
        let definitions = Definition.standard
        let tables = DisclosureControl(definitions: definitions).release(counted)
        return ReleasedEpoch(
            epoch: file.epoch,
            definitionsDigest: SHA256Digest.digest(Array(Definition.canonicalText(of: definitions).utf8)),
            policyDigest: SHA256Digest.digest(Array(policy.canonicalText.utf8)), k: policy.threshold,
            timeZone: calendar.name, visitGap: policy.visitGap,
            tables: try settled(tables, file: file, reader))
    }

    /// The tables, as they agree with what was released of the day's hours while it went on.
    private func settled(
        _ tables: [PublishedTable], file: PartitionFile, _ reader: PartitionReader
    ) throws -> [PublishedTable] {
        let told = try ReleasedHours(of: file.epoch, in: store).tables
        guard !told.isEmpty else { return tables }
        let day = calendar.localDay(file.epoch.day)
        var tally = HourTally(threshold: Threshold(policy))
        for index in 0..<reader.rowGroupCount {
            tally.count(try reader.read(rowGroup: index, HourTally.projection), day: day)
        }
        return HourControl(epoch: file.epoch, threshold: tally.threshold).settled(tables, told: told, tally)
    }
}
