import Events
import Store

/// Makes events coarse whose term by the second is over, and removes those whose term by the hour is over.
///
/// Both are deletions: what an old disk block or a backup still holds is not made unreadable by them. What was replaced or
/// removed waits on record for its certificate (``Catalog/removedPartitions()``).
struct EventExpiry {
    private let store: Store
    private let writer: Writer
    private let calendar: StoreCalendar
    private let seed: UInt64

    /// The caller holds the right to aggregate, and has recovered the store.
    init(store: Store, writer: Writer, calendar: StoreCalendar, seed: UInt64) {
        self.store = store
        self.writer = writer
        self.calendar = calendar
        self.seed = seed
    }

    /// Makes closed epochs of one day coarse, each apart, and exchanges the day's folder once.
    ///
    /// Epochs that are coarse already, or have no events, are passed over.
    /// - Returns: how many rows are by the hour now that were by the second.
    @discardableResult
    func coarsen(_ day: Day, _ epochs: [Epoch]) throws -> Int {
        let fine = try store.catalog.closedEpochs(coarse: false)
        var coarsener = EpochCoarsener(store: store, writer: writer, day: calendar.localDay(day), seed: seed)
        var files: [PartitionFile] = []
        do {
            for epoch in epochs where epoch.day == day && fine.contains(epoch) {
                files.append(try coarsener.coarsen(epoch))
            }
            if !files.isEmpty { try store.coarsen(day, with: files) }
        } catch {
            try? writer.discard(files)
            throw error
        }
        return files.reduce(0) { $0 + $1.rows }
    }

    /// Removes the events of closed epochs of one day; their statistics stay.
    func remove(_ day: Day, _ epochs: [Epoch]) throws {
        try store.removeEvents(of: Set(epochs.filter { $0.day == day }), day)
    }
}
