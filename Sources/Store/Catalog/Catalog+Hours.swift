public import Events
import Foundation
import GRDB

/// What disclosure control released for one local hour of an epoch that was still open, as the catalog keeps it.
public struct HourRecord: Hashable, Sendable {
    /// 0…23.
    public let hour: Int
    /// The canonical bytes of what was released.
    public let body: [UInt8]
    /// SHA-256 of ``body``.
    public let digest: [UInt8]

    public init(hour: Int, body: [UInt8], digest: [UInt8]) {
        self.hour = hour
        self.body = body
        self.digest = digest
    }
}

extension Catalog {
    /// The instant (UTC seconds) before which the day's own epoch takes no more lines although it is open; nil if it takes
    /// all, or is not open.
    public func frozenEnd(of day: Day) throws -> Int64? {
        try read("read the hours of a day") { database in
            try Int64.fetchOne(
                database, sql: "SELECT frozen FROM epoch WHERE id = ? AND state = ?",
                arguments: [Epoch(day: day).description, EpochState.open.rawValue])
        }
    }

    /// From here on, lines before an instant (UTC seconds) go to the first supplement of the epoch's day.
    ///
    /// - Throws: ``StoreError`` (busy) if the epoch is not open.
    public func freeze(_ epoch: Epoch, before end: Int64) throws {
        try write("freeze the hours of a day") { database in
            try Catalog.expectOpen(epoch, database)
            try database.execute(
                sql: "UPDATE epoch SET frozen = max(coalesce(frozen, ?), ?) WHERE id = ?",
                arguments: [end, end, epoch.description])
        }
    }

    /// What was released of an epoch's hours before it was closed, by the hour.
    public func releasedHours(of epoch: Epoch) throws -> [HourRecord] {
        try read("read the hours of a day") { database in
            try Row.fetchAll(
                database, sql: "SELECT * FROM released_hour WHERE epoch = ? ORDER BY hour",
                arguments: [epoch.description]
            ).map { row in
                HourRecord(
                    hour: row["hour"], body: Array(row["body"] as Data), digest: Array(row["sha256"] as Data))
            }
        }
    }

    /// Puts hours on record, for good.
    ///
    /// - Throws: ``StoreError`` (busy) if the epoch is not open.
    public func release(_ hours: [HourRecord], of epoch: Epoch) throws {
        try write("release the hours of a day") { database in
            try Catalog.expectOpen(epoch, database)
            for hour in hours {
                try database.execute(
                    sql: "INSERT INTO released_hour (epoch, hour, body, sha256) VALUES (?, ?, ?, ?)",
                    arguments: [epoch.description, hour.hour, Data(hour.body), Data(hour.digest)])
            }
        }
    }

    private static func expectOpen(_ epoch: Epoch, _ database: Database) throws {
        let state = try Int.fetchOne(
            database, sql: "SELECT state FROM epoch WHERE id = ?", arguments: [epoch.description])
        guard state == EpochState.open.rawValue else {
            throw StoreError(.busy, "\(epoch) is being closed by another process. Run the command again.")
        }
    }
}
