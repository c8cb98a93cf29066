import Events
import Privacy
import Releases
import Statistics
import Store

/// What was released of the hours of an epoch while it was open.
struct ReleasedHours {
    /// By local hour.
    let hours: [Int: ReleasedEpoch]

    /// - Throws: ``StoreError`` (damaged) if something is not what was released.
    init(of epoch: Epoch, in store: Store) throws {
        hours = try store.catalog.releasedHours(of: epoch).reduce(into: [:]) { hours, record in
            do {
                hours[record.hour] = try ReleasedEpoch(
                    verifying: record.body, digest: record.digest, sha256: SHA256Digest.digest)
            } catch {
                throw StoreError(
                    .damaged,
                    "The statistics of an hour of \(epoch) are not what was released. Restore catalog.sqlite from a backup."
                )
            }
        }
    }

    /// The tables of one row each.
    var tables: [PublishedTable] {
        hours.sorted { $0.key < $1.key }.flatMap(\.value.tables)
    }

    /// The hours of which no number was told.
    var hidden: [Int] {
        hours.filter { $0.value.tables.allSatisfy { $0.rows.allSatisfy { $0.kind != .value } } }.keys.sorted()
    }

    /// All hours as one release; nil if there are none.
    var joined: ReleasedEpoch? {
        ReleasedEpoch(joining: hours.sorted { $0.key < $1.key }.map(\.value))
    }
}
