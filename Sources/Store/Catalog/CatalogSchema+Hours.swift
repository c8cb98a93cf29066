extension CatalogSchema {
    /// - `epoch.frozen`: the instant in UTC seconds before which the epoch takes no more lines, although it is open; null if it
    ///   takes all.
    /// - `released_hour`: what was released of a local hour before its day was closed; rows of closed epochs stay.
    static let version11 = """
        ALTER TABLE epoch ADD COLUMN frozen INTEGER;
        CREATE TABLE released_hour (
          epoch TEXT NOT NULL REFERENCES epoch (id), hour INTEGER NOT NULL, body BLOB NOT NULL, sha256 BLOB NOT NULL,
          PRIMARY KEY (epoch, hour)
        ) STRICT, WITHOUT ROWID;
        """
}
