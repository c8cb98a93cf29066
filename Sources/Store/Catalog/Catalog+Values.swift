import Foundation
import GRDB

extension Catalog {
    /// Lends every text and every byte string in the tables, all as of one moment.
    ///
    /// This is for those who look for what should not be there. Rows are numbered from 0, in the order of SQLite.
    public func forEachValue(
        _ body: (_ table: String, _ column: String, _ row: Int, _ value: [UInt8]) -> Void
    ) throws {
        try read("read the catalog") { database in
            let tables = try String.fetchAll(
                database, sql: "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
            for table in tables {
                let rows = try Row.fetchCursor(database, sql: "SELECT * FROM \(table.quotedDatabaseIdentifier)")
                var number = 0
                while let row = try rows.next() {
                    for (column, value) in row {
                        switch value.storage {
                        case .string(let text): body(table, column, number, Array(text.utf8))
                        case .blob(let data): body(table, column, number, Array(data))
                        case .null, .int64, .double: break
                        }
                    }
                    number += 1
                }
            }
        }
    }
}
