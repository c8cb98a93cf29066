import Events
import GRDB

extension Catalog {
    /// Events of closed epochs, by the hour or by the second.
    public func storedEvents(coarse: Bool) throws -> StoredDays {
        try storedDays(
            """
            SELECT epoch.day, rows AS lines, bytes FROM file JOIN epoch ON epoch.id = file.epoch
            WHERE epoch.state = \(EpochState.closed.rawValue) AND epoch.coarse = \(coarse ? 1 : 0)
            """)
    }

    /// Events of epochs that are not closed.
    public func storedOpenEvents() throws -> StoredDays {
        try storedDays(
            """
            SELECT epoch.day, rows AS lines, bytes FROM file JOIN epoch ON epoch.id = file.epoch
            WHERE epoch.state <> \(EpochState.closed.rawValue)
            """)
    }

    /// Sealed lines, rejects among them.
    public func storedSealedLines() throws -> StoredDays {
        try storedDays("SELECT day, lines, bytes FROM sealed_file WHERE kind IN (\(Catalog.dayLines))")
    }

    /// Records that holds keep.
    public func storedHeldRecords() throws -> StoredDays {
        try storedDays("SELECT day, lines, bytes FROM sealed_file WHERE kind IN ('misuse', 'illegal', 'order')")
    }

    /// Released statistics; they have no lines.
    public func storedReleases() throws -> StoredDays {
        try storedDays(
            """
            SELECT epoch.day, 0 AS lines, length(body) AS bytes
            FROM release JOIN epoch ON epoch.id = release.epoch
            """)
    }

    /// - Parameter parts: a query that gives day, lines and bytes of each part.
    private func storedDays(_ parts: String) throws -> StoredDays {
        try read("read what is stored") { database in
            let row = try Row.fetchOne(
                database,
                sql: """
                    SELECT count(DISTINCT day) AS days, min(day) AS first, max(day) AS last,
                      coalesce(sum(lines), 0) AS lines, coalesce(sum(bytes), 0) AS bytes
                    FROM (\(parts))
                    """)
            guard let row else { return StoredDays(days: 0, first: nil, last: nil, lines: 0, bytes: 0) }
            return StoredDays(
                days: row["days"], first: (row["first"] as String?).flatMap { Day($0) },
                last: (row["last"] as String?).flatMap { Day($0) }, lines: row["lines"], bytes: row["bytes"])
        }
    }
}
