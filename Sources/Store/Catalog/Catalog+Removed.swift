public import Events
import GRDB

/// Partitions of one day that expiry has replaced or removed, and for which no certificate is on record yet.
public struct RemovedPartitions: Hashable, Sendable {
    /// ``RetentionClass/events`` if they held events by the second, ``RetentionClass/coarse`` if by the hour.
    public let kind: RetentionClass
    public let day: Day
    /// In the order of writer and number, each under the last name that it had.
    public let files: [PartitionFile]
}

extension Catalog {
    /// What waits for a certificate, by day.
    public func removedPartitions() throws -> [RemovedPartitions] {
        try read("read what was removed") { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT removed_file.*, epoch.day FROM removed_file JOIN epoch ON epoch.id = removed_file.epoch
                    ORDER BY epoch.day, removed_file.coarse, writer, sequence
                    """)
            var groups: [RemovedPartitions] = []
            for row in rows {
                guard let day = Day(row["day"] as String), let file = PartitionFile(row) else { continue }
                let kind = (row["coarse"] as Bool) ? RetentionClass.coarse : .events
                let isSame = groups.last.map { $0.day == day && $0.kind == kind } ?? false
                let files = (isSame ? groups.removeLast().files : []) + [file]
                groups.append(RemovedPartitions(kind: kind, day: day, files: files))
            }
            return groups
        }
    }

    /// Forgets removed partitions, whose certificate is on record from now on.
    public func forget(_ removed: RemovedPartitions, certificate: CertificateRecord) throws {
        try write("forget what was removed") { database in
            for file in removed.files {
                try database.execute(
                    sql: "DELETE FROM removed_file WHERE writer = ? AND sequence = ?",
                    arguments: [file.name.writer, file.name.sequence])
            }
            try Catalog.insert(certificate, database)
        }
    }
}
