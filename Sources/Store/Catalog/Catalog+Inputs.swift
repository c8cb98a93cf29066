public import Events
import GRDB

extension Catalog {
    /// The files that held lines of the day when they were read.
    public func inputFiles(of day: Day) throws -> [String] {
        try read("read the input files") { database in
            try String.fetchAll(
                database, sql: "SELECT path FROM input_file WHERE day = ? ORDER BY path", arguments: [day.description])
        }
    }

    /// The days that files held lines of when they were read, ascending.
    public func inputDays() throws -> [Day] {
        try read("read the input files") { database in
            try String.fetchAll(database, sql: "SELECT DISTINCT day FROM input_file ORDER BY day").compactMap {
                Day($0)
            }
        }
    }

    /// Forgets input files that hold no lines of the day any more.
    public func forgetInputs(_ paths: [String], of day: Day) throws {
        try write("forget input files") { database in
            for path in paths {
                try database.execute(
                    sql: "DELETE FROM input_file WHERE day = ? AND path = ?", arguments: [day.description, path])
            }
        }
    }

    static func remember(_ file: InputFile, _ database: Database) throws {
        for day in file.days {
            try database.execute(
                sql: "INSERT OR IGNORE INTO input_file (day, path) VALUES (?, ?)",
                arguments: [day.description, file.path])
        }
    }
}
