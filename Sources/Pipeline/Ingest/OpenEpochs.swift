import Events
import Privacy
import Store

/// The epochs that an ingest has rows of on the way: their locks and their keys, held from the first row until the
/// commit.
final class OpenEpochs {
    private let store: Store
    private let directory: KeyDirectory
    /// By which keys are derived; changed only while none are held.
    var policy: Policy
    private let calendar: LineCalendar
    private let hours: FrozenHours
    private let locks: EpochLocks
    private var held: [Lines: EpochKeys] = [:]

    /// Lines of a day that belong to one epoch.
    struct Lines: Hashable {
        let day: Day
        /// Whether they come too late for the day itself.
        let isLate: Bool
    }

    init(
        store: Store, directory: KeyDirectory, policy: Policy, calendar: LineCalendar, hours: FrozenHours
    ) throws {
        self.store = store
        self.hours = hours
        self.calendar = calendar
        locks = try store.epochLocks()
        self.directory = directory
        self.policy = policy
    }

    /// The keys for lines of the part of a day that holds an instant (UTC seconds).
    ///
    /// The epoch is on record before its key is made, so that every key is found when its epoch is closed. Its state is
    /// read again after the lock is taken, because it may have been closed in between; then the day's next supplement
    /// takes its place.
    func keys(at second: Int64) throws -> EpochKeys {
        let local = try calendar.localDay(at: second)
        let day = local.day
        let end = try hours.end(of: local)
        let lines = Lines(day: day, isLate: second < end)
        if let known = held[lines] { return known }
        let range = lines.isLate ? local.range.lowerBound..<end : end..<local.range.upperBound
        for _ in 0..<100 {
            let epoch = try store.catalog.openEpoch(of: day, isLate: lines.isLate)
            guard try locks.hold(epoch), try store.catalog.state(of: epoch) == .open else { continue }
            try refuseForeignKeys(epoch)
            guard let key = try directory.epochKey(epoch, create: true) else { continue }
            let keys = EpochKeys(key, day: local, range: range, policy: policy)
            held[lines] = keys
            return keys
        }
        throw StoreError(.busy, "\(day) is being closed again and again by another process. Run the command again.")
    }

    /// The epoch that lines went to since the last commit; nil if there were none.
    func epoch(of lines: Lines) -> Epoch? { held[lines]?.epoch }

    /// Lets go of all locks and keys, after a commit.
    func release() throws {
        held.removeAll()
        try locks.releaseAll()
    }

    /// An open epoch that has rows has a key; if it is not there, this is not the store's key directory, and a second key would
    /// make two visitors of each.
    private func refuseForeignKeys(_ epoch: Epoch) throws {
        guard try directory.epochKey(epoch, create: false) == nil, try store.catalog.rowCount(of: epoch) > 0 else {
            return
        }
        throw JobError(
            .configuration,
            "The key of \(epoch) is not in \(directory.path), but the store has events of it. Restore the key directory, or name the"
                + " right one with --keys.")
    }
}
