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

    static func remember(_ file: InputFile, _ database: Database) throws {
        for day in file.days {
            try database.execute(
                sql: "INSERT OR IGNORE INTO input_file (day, path) VALUES (?, ?)",
                arguments: [day.description, file.path])
        }
    }
}
