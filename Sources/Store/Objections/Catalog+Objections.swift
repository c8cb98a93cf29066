public import Events
import Foundation
import GRDB

extension Catalog {
    /// The present revision of the list of objections; 0 before the first.
    ///
    /// Costs a few microseconds, so that it can be asked for with every block of lines.
    public func objectionRevision() throws -> Int64 {
        try readStatement("read the list of objections") { try Catalog.objectionRevision($0) }
    }

    /// The objections that count for lines let through the gate under a revision.
    public func objections(at revision: Int64) throws -> [Objection] {
        try read("read the list of objections") { database in
            try Row.fetchAll(
                database,
                sql: "SELECT * FROM objection WHERE since <= ? AND (until IS NULL OR until > ?) ORDER BY id",
                arguments: [revision, revision]
            ).map { try Objection($0) }
        }
    }

    /// Puts what a person is known by on the list.
    ///
    /// - Parameters:
    ///   - tags: each for all days, or for the lines of one.
    ///   - isRetroactive: whether it counts for lines as well that are there already.
    /// - Returns: the revision from which on it counts.
    @discardableResult
    public func object(
        request: Int64, _ tags: [(tag: SubjectTag, day: Day?)], isRetroactive: Bool = false
    ) throws -> Int64 {
        try write("change the list of objections") { database in
            try Catalog.object(request: request, tags, isRetroactive: isRetroactive, database)
        }
    }

    /// Puts what a person is known by on the list, in a transaction that does more.
    ///
    /// What counts for the lines that are there already is put down beside what counts from now on: so it can be told
    /// afterwards which lines were left out when they came.
    @discardableResult
    static func object(
        request: Int64, _ tags: [(tag: SubjectTag, day: Day?)], isRetroactive: Bool, _ database: Database
    ) throws -> Int64 {
        let revision = try raiseObjectionRevision(database)
        for (tag, day) in tags {
            for since in isRetroactive ? [0, revision] : [revision] {
                try database.execute(
                    sql: "INSERT INTO objection (request, tag, day, since) VALUES (?, ?, ?, ?)",
                    arguments: [request, tag.data, day?.description, since])
            }
        }
        return revision
    }

    /// Puts what a person is known by on the list for the lines of days that are there already, and for no others.
    ///
    /// It ends where it begins to be known: a list as it stands later does not show it, that of an earlier revision does.
    public func objectToPresent(request: Int64, _ tags: [(tag: SubjectTag, day: Day)]) throws {
        try write("change the list of objections") { database in
            let revision = try Catalog.raiseObjectionRevision(database)
            for (tag, day) in tags {
                try database.execute(
                    sql: "INSERT INTO objection (request, tag, day, since, until) VALUES (?, ?, ?, 0, ?)",
                    arguments: [request, tag.data, day.description, revision])
            }
        }
    }

    /// Ends the objections of a request.
    ///
    /// - Returns: the revision from which on they do not count.
    @discardableResult
    public func liftObjections(ofRequest request: Int64) throws -> Int64 {
        try write("change the list of objections") { database in
            let revision = try Catalog.raiseObjectionRevision(database)
            try database.execute(
                sql: "UPDATE objection SET until = ? WHERE request = ? AND until IS NULL",
                arguments: [revision, request])
            return revision
        }
    }

    /// Raises the revision of the list without a change to it, so that writers begin anew.
    @discardableResult
    public func raiseObjectionRevision() throws -> Int64 {
        try write("change the list of objections") { try Catalog.raiseObjectionRevision($0) }
    }

    private static let revisionName = "objections.revision"

    private static func objectionRevision(_ database: Database) throws -> Int64 {
        let statement = try database.cachedStatement(sql: "SELECT value FROM setting WHERE name = ?")
        let text = try String.fetchOne(statement, arguments: [revisionName])
        return text.flatMap { Int64($0) } ?? 0
    }

    /// What is about to change in this transaction counts from the returned revision on.
    static func raiseObjectionRevision(_ database: Database) throws -> Int64 {
        let revision = try objectionRevision(database) + 1
        try database.execute(
            sql: "INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)",
            arguments: [revisionName, String(revision)])
        return revision
    }
}

extension Objection {
    fileprivate init(_ row: Row) throws {
        self.init(
            request: row["request"], tag: try SubjectTag.read(row["tag"]),
            day: (row["day"] as String?).flatMap { Day($0) }, since: row["since"], until: row["until"])
    }
}
