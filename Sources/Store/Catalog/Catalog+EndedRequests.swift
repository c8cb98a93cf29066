public import Events
import GRDB

extension Catalog {
    /// The requests that have ended and are not marked for destruction.
    ///
    /// - Parameter day: the day of an instant in UTC milliseconds.
    public func endedRequests(_ day: (Int64) -> Day) throws -> [EndedRequest] {
        let marked = Set(try markedRequests().map(\.request.number))
        return try requests().compactMap { record in
            guard let ended = record.ended, !marked.contains(record.number) else { return nil }
            return EndedRequest(number: record.number, day: day(ended))
        }
    }

    /// Marks requests for destruction; those that are marked already keep their report.
    ///
    /// - Parameter reports: for each what its certificate will say that cannot be found out later.
    public func mark(_ reports: [EndedRequest: String]) throws {
        try write("mark requests for destruction") { database in
            for (request, report) in reports {
                try database.execute(
                    sql: "UPDATE request SET ended = ?, report = ? WHERE number = ? AND report IS NULL",
                    arguments: [request.day.description, report, request.number])
            }
        }
    }

    /// The requests whose destruction has begun and not ended, with their reports.
    public func markedRequests() throws -> [(request: EndedRequest, report: String)] {
        try read("read the requests") { database in
            try Row.fetchAll(
                database, sql: "SELECT number, ended, report FROM request WHERE report IS NOT NULL ORDER BY number"
            ).compactMap { row in
                Day(row["ended"] as String).map { (EndedRequest(number: row["number"], day: $0), row["report"]) }
            }
        }
    }

    /// The transaction that ends the destruction of a request: nothing of it stays on record but what it objects to.
    public func forget(_ request: EndedRequest, certificate: CertificateRecord) throws {
        try write("forget a request") { database in
            let number = request.number
            try database.execute(
                sql: """
                    DELETE FROM possession_identifier WHERE path_tag IN
                      (SELECT path_tag FROM possession WHERE request = ?)
                    """, arguments: [number])
            for table in ["possession", "request_tag", "request_step"] {
                try database.execute(sql: "DELETE FROM \(table) WHERE request = ?", arguments: [number])
            }
            try database.execute(sql: "DELETE FROM sealed_file WHERE pair = ?", arguments: [request.pair.description])
            try database.execute(sql: "DELETE FROM request WHERE number = ?", arguments: [number])
            try Catalog.insert(certificate, database)
        }
    }
}
