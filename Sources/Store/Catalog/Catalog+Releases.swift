public import Events
import Foundation
import GRDB

/// What disclosure control released for one epoch, as the catalog keeps it.
public struct ReleaseRecord: Sendable {
    public let epoch: Epoch
    /// UTC seconds.
    public let closedAt: Int64
    /// The canonical bytes of the released tables.
    public let body: [UInt8]
    /// SHA-256 of ``body``.
    public let digest: [UInt8]

    public init(epoch: Epoch, closedAt: Int64, body: [UInt8], digest: [UInt8]) {
        self.epoch = epoch
        self.closedAt = closedAt
        self.body = body
        self.digest = digest
    }
}

extension Catalog {
    /// The releases of a range of days, ascending by epoch.
    public func releases(_ days: ClosedRange<Day>) throws -> [ReleaseRecord] {
        try read("read the statistics") { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT release.* FROM release JOIN epoch ON epoch.id = release.epoch
                    WHERE epoch.day BETWEEN ? AND ? ORDER BY epoch.day, epoch.supplement
                    """,
                arguments: [days.lowerBound.description, days.upperBound.description]
            ).compactMap { row in
                Epoch(row["epoch"] as String).map {
                    ReleaseRecord(
                        epoch: $0, closedAt: row["closed_at"], body: Array(row["body"] as Data),
                        digest: Array(row["sha256"] as Data))
                }
            }
        }
    }

    /// The newest day that has a release; nil before the first closing.
    public func newestReleasedDay() throws -> Day? {
        try read("read the statistics") { database in
            try String.fetchOne(
                database, sql: "SELECT max(epoch.day) FROM release JOIN epoch ON epoch.id = release.epoch"
            ).flatMap { Day($0) }
        }
    }

    /// The transaction that closes an epoch: its new files, the new names of the day's other files, the statistics.
    ///
    /// - Parameter erased: how many rows were left out for those whose pseudonyms are forgotten now.
    func recordClosing(
        _ release: ReleaseRecord, generation: Int, files: [PartitionFile], erasing erased: Int = 0
    ) throws {
        let epoch = release.epoch
        try write("close an epoch") { database in
            try database.execute(sql: "DELETE FROM file WHERE epoch = ?", arguments: [epoch.description])
            try Catalog.recordExchange(of: epoch.day, generation: generation, files: files, database)
            try database.execute(
                sql: "INSERT INTO release (epoch, closed_at, body, sha256) VALUES (?, ?, ?, ?)",
                arguments: [epoch.description, release.closedAt, Data(release.body), Data(release.digest)])
            try database.execute(sql: "DELETE FROM tie WHERE epoch = ?", arguments: [epoch.description])
            try Catalog.forgetErasedPseudonyms(of: epoch, database)
            try Catalog.addTakenOut(erased, of: epoch, database)
            try database.execute(
                sql: "UPDATE epoch SET state = ? WHERE id = ?",
                arguments: [EpochState.closed.rawValue, epoch.description])
        }
    }

    /// Closes an epoch that never got a row: nothing is released.
    public func closeEmpty(_ epoch: Epoch) throws {
        try write("close an epoch") { database in
            try database.execute(
                sql: "UPDATE epoch SET state = ? WHERE id = ?",
                arguments: [EpochState.closed.rawValue, epoch.description])
            try Catalog.forgetErasedPseudonyms(of: epoch, database)
        }
    }
}
