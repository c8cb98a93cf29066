import Events
import Privacy
import Store

extension ExpiryRun {
    /// Puts events by the hour in the place of those by the second.
    mutating func coarsen(_ day: Day, _ epochs: [Epoch]) throws {
        let rows = try expiry.coarsen(day, try closed(epochs))
        if rows > 0 { summary.coarsened.append((day, rows)) }
        try certifyRemoved()
    }

    mutating func removeEvents(of day: Day, _ epochs: [Epoch]) throws {
        try expiry.remove(day, try closed(epochs))
        try certifyRemoved()
    }

    /// Certifies what was replaced or removed and has no certificate yet.
    mutating func certifyRemoved() throws {
        for removed in try catalog.removedPartitions() {
            let certificate = Certificate(
                of: removed, term: job.retention[removed.kind], destroyed: time.now,
                store: try catalog.value(of: .storeName))
            try catalog.forget(removed, certificate: try write(certificate))
        }
    }

    private var expiry: EventExpiry {
        EventExpiry(store: store, writer: closing.writer, calendar: job.calendar, seed: closing.seed)
    }

    /// The epochs that are closed; of one that could not be closed the run has said so.
    private func closed(_ epochs: [Epoch]) throws -> [Epoch] {
        try epochs.filter { try catalog.state(of: $0) == .closed }
    }
}
