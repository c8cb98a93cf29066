public import Events
import Foundation
import GRDB

extension Catalog {
    /// Every sealed file.
    func sealedFiles() throws -> [SealedFile] {
        try read("read the sealed files") { database in
            try Row.fetchAll(database, sql: "SELECT * FROM sealed_file").compactMap(SealedFile.init)
        }
    }

    /// The sealed files of a day, in the order of writer and number.
    public func sealedFiles(_ kind: RetentionClass, of day: Day) throws -> [SealedFile] {
        try read("read the sealed files") { database in
            try Row.fetchAll(
                database, sql: "SELECT * FROM sealed_file WHERE day = ? AND kind = ? ORDER BY writer, sequence",
                arguments: [day.description, kind.rawValue]
            ).compactMap(SealedFile.init)
        }
    }

    /// The days that have sealed lines or rejects, ascending.
    public func sealedDays() throws -> [Day] {
        try read("read the sealed files") { database in
            try String.fetchAll(
                database,
                sql: "SELECT DISTINCT day FROM sealed_file WHERE kind IN (\(Catalog.dayLines)) ORDER BY day"
            ).compactMap { Day($0) }
        }
    }

    /// ``RetentionClass/dayLines`` as a list of SQL.
    static let dayLines = RetentionClass.dayLines.map { "'\($0.rawValue)'" }.joined(separator: ", ")

    /// The record of one sealed file; nil if there is none.
    public func sealedFile(writer: String, sequence: Int) throws -> SealedFile? {
        try read("read the sealed files") { database in
            try Row.fetchOne(
                database, sql: "SELECT * FROM sealed_file WHERE writer = ? AND sequence = ?",
                arguments: [writer, sequence]
            ).flatMap(SealedFile.init)
        }
    }

    /// Whether lines of the day may be sealed: nobody has begun to destroy it.
    public func isSealable(_ day: Day) throws -> Bool {
        try read("read the sealed days") { try Catalog.isSealable(day, $0) }
    }

    static func isSealable(_ day: Day, _ database: Database) throws -> Bool {
        try Row.fetchOne(database, sql: "SELECT 1 FROM sealed_day WHERE day = ?", arguments: [day.description]) == nil
    }

    static func insert(_ file: SealedFile, _ database: Database) throws {
        try database.execute(
            sql:
                """
                INSERT INTO sealed_file (writer, sequence, kind, day, lines, bytes, sha256, pair, supplement, revision)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                file.name.writer, file.name.sequence, file.name.kind.rawValue, file.name.day.description, file.lines,
                file.bytes, Data(file.digest), file.pair.description, file.supplement, file.revision,
            ])
    }
}

extension SealedFile {
    init?(_ row: Row) {
        guard let day = Day(row["day"] as String), let kind = RetentionClass(rawValue: row["kind"]) else { return nil }
        let name = SealedName(kind: kind, day: day, writer: row["writer"], sequence: row["sequence"])
        let pair = (row["pair"] as String?).map { PairName($0) } ?? .day(day, turn: 1)
        guard let pair, pair.seals(name) else { return nil }
        self.init(
            name: name, lines: row["lines"], bytes: row["bytes"], digest: Array(row["sha256"] as Data), pair: pair,
            supplement: row["supplement"], revision: row["revision"])
    }
}
