import Events
import Privacy
import Releases
import Store

/// A closed epoch as it is on record, with the sealed files of its lines.
struct ClosedEpoch {
    /// The digest of the policy that it was closed under.
    let policy: String
    /// How many people a value of free text stood on to be among what was released; 1 if nothing was.
    let threshold: Int
    let rows: Int
    /// Rows that were taken out of its events since their lines were sealed.
    let takenOut: Int
    let isCoarse: Bool
    /// In the order of writer and number.
    let sources: [SealedFileSource]

    /// - Throws: ``RebuildRefusal`` if nothing is left to make its events of, or to replace.
    init(_ epoch: Epoch, in store: Store) throws {
        let catalog = store.catalog
        guard try catalog.state(of: epoch) == .closed else { preconditionFailure("open epochs are not made anew") }
        guard try catalog.isSealable(epoch.day) else { throw RebuildRefusal.linesDestroyed }
        let readers = try store.readers(of: epoch)
        guard let policy = readers.first?.reader.policy else { throw RebuildRefusal.eventsRemoved }
        self.policy = policy
        threshold =
            try catalog.releases(epoch.day...epoch.day).filter { $0.epoch == epoch }.map {
                try ReleasedEpoch(verifying: $0.body, digest: $0.digest, sha256: SHA256Digest.digest).k
            }.max() ?? 1
        rows = try catalog.rowCount(of: epoch)
        takenOut = try catalog.takenOutRows(of: epoch)
        isCoarse = try catalog.closedEpochs(coarse: true).contains(epoch)
        let epochs = try catalog.epochs([.open, .closing, .closed]).filter { $0.day == epoch.day }
        sources = try store.sealedSources(.raw, of: epoch.day).filter {
            ClosedEpoch.epoch(of: $0.file, among: epochs) == epoch
        }
        guard !sources.isEmpty else { throw RebuildRefusal.linesDestroyed }
    }

    /// The epoch whose events are those of a file's lines.
    ///
    /// - Parameter epochs: those of the day.
    /// - Returns: nil if that is not known, or there are none.
    static func epoch(of file: SealedFile, among epochs: [Epoch]) -> Epoch? {
        if let supplement = file.supplement { return Epoch(day: file.name.day, supplement: supplement) }
        // Files of a store's first days do not tell; there were no objections then.
        return epochs.count == 1 && file.revision == 0 ? epochs.first : nil
    }
}
