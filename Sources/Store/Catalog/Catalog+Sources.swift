import Events
import Foundation
import GRDB

extension Catalog {
    /// What is remembered of a source; nil if it has never been read.
    public func memory(ofSource name: String, scope: String) throws -> SourceMemory? {
        try read("read the known input") { database in
            try Row.fetchOne(
                database, sql: "SELECT * FROM source WHERE scope = ? AND name = ?", arguments: [scope, name]
            ).map {
                SourceMemory(
                    name: name, key: ContentKeyName(month: $0["month"], scope: scope),
                    tail: Fingerprint.list($0["tail"]),
                    format: $0["format"])
            }
        }
    }

    static func remember(_ source: SourceMemory, _ database: Database) throws {
        try database.execute(
            sql: "INSERT OR REPLACE INTO source (name, scope, month, tail, format) VALUES (?, ?, ?, ?, ?)",
            arguments: [
                source.name, source.key.scope, source.key.month,
                source.tail.reduce(into: Data()) { $0.append($1.data) },
                source.format,
            ])
    }
}
