public import Events
import GRDB

extension Catalog {
    /// The pairs that nothing is sealed to any more and that are to be destroyed.
    public func doomedPairs() throws -> Set<PairName> {
        try read("read the pairs to be destroyed") { database in
            Set(try String.fetchAll(database, sql: "SELECT name FROM doomed_pair").compactMap { PairName($0) })
        }
    }

    /// Forgets pairs that are destroyed.
    public func forgetDoomed(_ pairs: Set<PairName>) throws {
        try write("forget destroyed pairs") { database in
            for pair in pairs {
                try database.execute(sql: "DELETE FROM doomed_pair WHERE name = ?", arguments: [pair.description])
            }
        }
    }

    /// Has corrections and their pairs destroyed that concern nothing but days whose lines are gone or about to go.
    public func dropCorrections() throws {
        let days = try sealedDays(.corrections).filter { try !isSealable($0) }
        guard !days.isEmpty else { return }
        try write("drop corrections") { database in
            for day in days {
                let condition = "FROM sealed_file WHERE kind = 'corrections' AND day = ?"
                let arguments: StatementArguments = [day.description]
                try database.execute(
                    sql: """
                        INSERT INTO replaced_file (writer, sequence, kind, day)
                        SELECT writer, sequence, kind, day \(condition)
                        """, arguments: arguments)
                try database.execute(
                    sql: "INSERT OR IGNORE INTO doomed_pair (name) SELECT pair \(condition)", arguments: arguments)
                try database.execute(sql: "DELETE \(condition)", arguments: arguments)
            }
        }
    }

    /// How many sealed lines were taken out for a request, by day.
    public func removedLines(forRequest request: Int) throws -> [Day: Int] {
        try read("read what was taken out of sealed lines") { database in
            var lines: [Day: Int] = [:]
            for row in try Row.fetchAll(
                database, sql: "SELECT day, lines FROM removed_line WHERE request = ?", arguments: [request])
            {
                if let day = Day(row["day"] as String) { lines[day] = row["lines"] }
            }
            return lines
        }
    }

    /// The sealed files that lie in the store and that others have taken the place of.
    func replacedFiles() throws -> [SealedName] {
        try read("read the replaced files") { database in
            try Row.fetchAll(database, sql: "SELECT * FROM replaced_file").compactMap { row in
                guard let day = Day(row["day"] as String), let kind = RetentionClass(rawValue: row["kind"]) else {
                    return nil
                }
                return SealedName(kind: kind, day: day, writer: row["writer"], sequence: row["sequence"])
            }
        }
    }

    func forgetReplaced(_ files: [SealedName]) throws {
        try write("forget replaced files") { database in
            for file in files {
                try database.execute(
                    sql: "DELETE FROM replaced_file WHERE writer = ? AND sequence = ?",
                    arguments: [file.writer, file.sequence])
            }
        }
    }

    /// The transaction that puts sealed files in the place of others.
    ///
    /// - Throws: ``StoreError`` (busy) if the day is being destroyed, (damaged) if the old files are not on record.
    func record(_ resealing: Resealing) throws {
        try write("replace sealed files") { database in
            guard try Catalog.isSealable(resealing.day, database) else {
                throw StoreError(.busy, "\(resealing.day) is being destroyed. Run the command again.")
            }
            for file in resealing.old {
                try database.execute(
                    sql: "DELETE FROM sealed_file WHERE writer = ? AND sequence = ?",
                    arguments: [file.name.writer, file.name.sequence])
                guard database.changesCount == 1 else {
                    throw StoreError(.damaged, "Sealed files are not what was read. Run `footfall verify`.")
                }
                try database.execute(
                    sql: "INSERT INTO replaced_file (writer, sequence, kind, day) VALUES (?, ?, ?, ?)",
                    arguments: [
                        file.name.writer, file.name.sequence, file.name.kind.rawValue, file.name.day.description,
                    ])
            }
            for file in resealing.new { try Catalog.insert(file, database) }
            for pair in resealing.pairs {
                try database.execute(
                    sql: "INSERT OR IGNORE INTO doomed_pair (name) VALUES (?)", arguments: [pair.description])
            }
            for (request, lines) in resealing.removed {
                try database.execute(
                    sql: """
                        INSERT INTO removed_line (request, day, lines) VALUES (?, ?, ?)
                        ON CONFLICT (request, day) DO UPDATE SET lines = lines + excluded.lines
                        """,
                    arguments: [request, resealing.day.description, lines])
            }
            for (epoch, lines) in resealing.counted { try Catalog.addTakenOut(-lines, of: epoch, database) }
        }
    }
}
