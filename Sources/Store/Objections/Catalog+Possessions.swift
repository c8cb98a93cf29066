public import Events
import Foundation
import GRDB

extension Catalog {
    /// Has lines looked through for a path, by which somebody proves that an identifier is theirs.
    ///
    /// Raises the revision of the list of objections, with which the paths are read.
    ///
    /// - Parameters:
    ///   - until: the time of the last line that counts, in UTC milliseconds.
    ///   - identifiers: those to be proved.
    public func expectProof(
        request: Int64, path: SubjectTag, until: Int64, of identifiers: Set<SubjectTag>
    ) throws {
        try write("record a path") { database in
            _ = try Catalog.raiseObjectionRevision(database)
            try database.execute(
                sql: "INSERT INTO possession (path_tag, request, until) VALUES (?, ?, ?)",
                arguments: [path.data, request, until])
            for identifier in identifiers {
                try database.execute(
                    sql: "INSERT INTO possession_identifier (path_tag, tag) VALUES (?, ?)",
                    arguments: [path.data, identifier.data])
            }
        }
    }

    /// What was seen of the paths of a request, in the order in which they were given out.
    public func possessions(ofRequest request: Int64) throws -> [Possession] {
        try read("read the paths") {
            try Catalog.possessions("WHERE request = ? ORDER BY rowid", [request], $0)
        }
    }

    /// The paths with which something is still to be proved, in the order in which they were given out.
    ///
    /// Those whose time is over are among them, since the lines of that time may be read later.
    public func openPossessions() throws -> [Possession] {
        try read("read the paths") { database in
            try Catalog.possessions("ORDER BY rowid", [], database).filter { $0.identifiers.values.contains(nil) }
        }
    }

    /// Forgets the paths of a request.
    public func forgetPossessions(ofRequest request: Int64) throws {
        try write("forget paths") { database in
            _ = try Catalog.raiseObjectionRevision(database)
            try database.execute(
                sql: """
                    DELETE FROM possession_identifier WHERE path_tag IN
                      (SELECT path_tag FROM possession WHERE request = ?)
                    """, arguments: [request])
            try database.execute(sql: "DELETE FROM possession WHERE request = ?", arguments: [request])
        }
    }

    /// Takes note of the first line that has an identifier, or none of them.
    static func record(_ sighting: PossessionSighting, _ database: Database) throws {
        for identifier in sighting.identifiers {
            try database.execute(
                sql: "UPDATE possession_identifier SET seen = coalesce(seen, ?) WHERE path_tag = ? AND tag = ?",
                arguments: [sighting.time, sighting.path.data, identifier.data])
        }
        guard sighting.identifiers.isEmpty else { return }
        try database.execute(
            sql: "UPDATE possession SET seen_without = coalesce(seen_without, ?) WHERE path_tag = ?",
            arguments: [sighting.time, sighting.path.data])
    }

    private static func possessions(
        _ condition: String, _ arguments: StatementArguments, _ database: Database
    ) throws -> [Possession] {
        try Row.fetchAll(database, sql: "SELECT * FROM possession \(condition)", arguments: arguments).map { row in
            let path: Data = row["path_tag"]
            let rows = try Row.fetchAll(
                database, sql: "SELECT tag, seen FROM possession_identifier WHERE path_tag = ?", arguments: [path])
            var identifiers: [SubjectTag: Int64?] = [:]
            for row in rows { identifiers[try SubjectTag.read(row["tag"])] = .some(row["seen"] as Int64?) }
            return Possession(
                request: row["request"], path: try SubjectTag.read(path), until: row["until"], identifiers: identifiers,
                seenWithout: row["seen_without"])
        }
    }
}
