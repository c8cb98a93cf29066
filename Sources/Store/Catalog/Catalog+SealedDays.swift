public import Events
import GRDB

extension Catalog {
    /// Marks days for destruction: from now on no commit puts a file of them on record.
    ///
    /// Days that are marked already keep their report.
    ///
    /// - Parameters:
    ///   - reports: for each day what its certificate will say that cannot be found out later.
    ///   - time: milliseconds since 1970.
    public func mark(_ reports: [Day: String], at time: Int64) throws {
        try write("mark days for destruction") { database in
            for (day, report) in reports {
                try database.execute(
                    sql: "INSERT INTO sealed_day (day, marked, report) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                    arguments: [day.description, time, report])
            }
        }
    }

    /// The days whose destruction has begun, ascending.
    ///
    /// - Parameter isFinished: whether to give those of which nothing is left, or those whose destruction is not finished.
    public func markedDays(isFinished: Bool) throws -> [MarkedDay] {
        try read("read the sealed days") { database in
            try Row.fetchAll(
                database, sql: "SELECT * FROM sealed_day WHERE (destroyed IS NOT NULL) = ? ORDER BY day",
                arguments: [isFinished]
            ).compactMap { row in
                Day(row["day"] as String).map {
                    MarkedDay(day: $0, marked: row["marked"], destroyed: row["destroyed"], report: row["report"])
                }
            }
        }
    }

    /// The transaction that ends the destruction of a day, once its files are removed and its certificate is there.
    public func recordDestruction(of day: Day, at time: Int64, certificate: CertificateRecord) throws {
        try write("record the destruction of a day") { database in
            try database.execute(
                sql: "DELETE FROM sealed_file WHERE day = ? AND kind IN (\(Catalog.dayLines))",
                arguments: [day.description])
            try Catalog.insert(certificate, database)
            try database.execute(
                sql: "UPDATE sealed_day SET destroyed = ? WHERE day = ?", arguments: [time, day.description])
        }
    }

    /// The transaction that forgets the sealed files of one kind of a day whose other files stay.
    public func recordRemoval(
        of kind: RetentionClass, _ day: Day, certificate: CertificateRecord
    ) throws {
        try write("record the removal of sealed files") { database in
            try database.execute(
                sql: "DELETE FROM sealed_file WHERE day = ? AND kind = ?", arguments: [day.description, kind.rawValue])
            try Catalog.insert(certificate, database)
        }
    }

    /// The days that have sealed files of a kind, ascending.
    public func sealedDays(_ kind: RetentionClass) throws -> [Day] {
        try read("read the sealed files") { database in
            try String.fetchAll(
                database, sql: "SELECT DISTINCT day FROM sealed_file WHERE kind = ? ORDER BY day",
                arguments: [kind.rawValue]
            ).compactMap { Day($0) }
        }
    }
}
