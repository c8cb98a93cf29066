import GRDB

extension Catalog {
    private static let recordedTime = "recorded_time"

    /// The time that the last run worked with, in milliseconds since 1970; nil before the first.
    ///
    /// - Throws: ``StoreError`` (damaged) if what stands there is no time.
    public func recordedTime() throws -> Int64? {
        try read("read the recorded time") { database in
            let text = try String.fetchOne(
                database, sql: "SELECT value FROM setting WHERE name = ?", arguments: [Catalog.recordedTime])
            guard let text else { return nil }
            guard let time = Int64(text) else {
                throw StoreError(
                    .damaged,
                    "The recorded time in the catalog is not a number. Give the time with --now to set it anew.")
            }
            return time
        }
    }

    /// Records the time that a run works with, forwards or backwards; ``ClockGuard`` says when.
    public func recordTime(_ milliseconds: Int64) throws {
        try write("record the time") { database in
            try database.execute(
                sql: "INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)",
                arguments: [Catalog.recordedTime, String(milliseconds)])
        }
    }
}
