import Events
import Foundation
import GRDB

extension Catalog {
    /// The transaction that merges files of one writer: the merged one, the new names of the day's other files.
    ///
    /// - Throws: ``StoreError`` (damaged) if the sums would change.
    func recordMerge(
        of merged: [PartitionFile], into file: PartitionFile, generation: Int, files: [PartitionFile]
    ) throws {
        try write("merge partitions") { database in
            var rows = 0
            for file in merged {
                rows +=
                    try Int.fetchOne(
                        database,
                        sql: "DELETE FROM file WHERE writer = ? AND sequence = ? AND epoch = ? RETURNING rows",
                        arguments: [file.name.writer, file.name.sequence, file.epoch.description]) ?? 0
            }
            guard rows == file.rows else {
                throw StoreError(
                    .damaged, "Files of \(file.epoch) do not have the rows that are on record. Run `footfall verify`.")
            }
            try Catalog.recordExchange(of: file.epoch.day, generation: generation, files: files, database)
        }
    }

    /// Records the names that a day's files have from an exchange on.
    static func recordExchange(
        of day: Day, generation: Int, files: [PartitionFile], _ database: Database
    ) throws {
        for file in files {
            try database.execute(
                sql: "DELETE FROM file WHERE writer = ? AND sequence = ?",
                arguments: [file.name.writer, file.name.sequence])
            try Catalog.insert(file, database)
        }
        try database.execute(
            sql: "INSERT OR REPLACE INTO day (day, generation) VALUES (?, ?)", arguments: [day.description, generation])
    }
}
