public import Events
import GRDB

extension Catalog {
    /// The days that have something on record, ascending: partitions, sealed files, or a folder that was exchanged.
    public func daysOnRecord() throws -> [Day] {
        try read("read the days") { database in
            try String.fetchAll(
                database,
                sql: """
                    SELECT day FROM epoch WHERE EXISTS (SELECT 1 FROM file WHERE epoch = epoch.id)
                    UNION SELECT day FROM day UNION SELECT day FROM sealed_file ORDER BY day
                    """
            ).compactMap { Day($0) }
        }
    }

    /// The number that a writer's next file will have; 1 if it has never drawn one.
    public func nextSequence(of writer: String) throws -> Int {
        try read("read the file numbers") { database in
            try Int.fetchOne(database, sql: "SELECT next FROM writer WHERE name = ?", arguments: [writer]) ?? 1
        }
    }
}
