import GRDB

extension Catalog {
    /// A setting that is fixed once there is data.
    public enum Setting: String, Sendable {
        /// The store's time zone: an IANA name, or an offset such as `+09:00`.
        case timeZone = "timezone"
        /// The random name by which the store is told from others.
        case storeName = "store_name"
        /// That the name stands in the key directory too.
        case isBound = "bound"
    }

    public func value(of setting: Setting) throws -> String? {
        try read("read the settings") { database in
            try String.fetchOne(
                database, sql: "SELECT value FROM setting WHERE name = ?", arguments: [setting.rawValue])
        }
    }

    /// Sets what has not been set before.
    /// - Returns: the value that now holds, which another process may have set first.
    public func fix(_ setting: Setting, to value: String) throws -> String {
        try write("write the settings") { database in
            try database.execute(
                sql: "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING",
                arguments: [setting.rawValue, value])
            return try String.fetchOne(
                database, sql: "SELECT value FROM setting WHERE name = ?", arguments: [setting.rawValue]) ?? value
        }
    }
}
