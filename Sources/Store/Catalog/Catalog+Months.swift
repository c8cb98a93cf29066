import GRDB

extension Catalog {
    /// The months (`YYYY-MM`) under whose keys known input is remembered, ascending.
    public func identityMonths() throws -> [String] {
        try read("read the known input") { database in
            try String.fetchAll(
                database,
                sql: """
                    SELECT DISTINCT month FROM content
                    UNION SELECT DISTINCT month FROM source WHERE length(tail) > 0 ORDER BY month
                    """)
        }
    }

    /// Forgets the tags of all input that is remembered under the key of a month; the formats of the sources stay.
    public func forgetInput(of month: String) throws {
        try write("forget known input") { database in
            for table in ["content_blocks", "content_lines", "content_end"] {
                try database.execute(
                    sql: "DELETE FROM \(table) WHERE content IN (SELECT id FROM content WHERE month = ?)",
                    arguments: [month])
            }
            try database.execute(sql: "DELETE FROM content WHERE month = ?", arguments: [month])
            try database.execute(sql: "UPDATE source SET tail = x'' WHERE month = ?", arguments: [month])
        }
    }
}
