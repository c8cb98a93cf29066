extension CatalogSchema {
    /// - `rebuilt`: the epochs that a request is done with, with the rows that were taken out or put right for it; `is_done` is 0
    ///   while an epoch has still to be closed and made anew.
    /// - `taken_out.rows`: how many rows the epoch's sealed lines would make that its events no longer have, less the lines that
    ///   were taken out of the vault and that its events have had.
    /// - `erased_visitor`: whose rows are left out when the epoch is closed; `field` is `visitor` or `device`.
    /// - `replaced_file`: sealed files that are to be removed, since others have taken their place.
    /// - `doomed_pair`: pairs to be destroyed, to which nothing is sealed any more.
    /// - `removed_line`: how many sealed lines of a day were taken out for a request.
    static let version10 = """
        CREATE TABLE rebuilt (
          request INTEGER NOT NULL, epoch TEXT NOT NULL REFERENCES epoch (id), rows INTEGER NOT NULL,
          is_done INTEGER NOT NULL, PRIMARY KEY (request, epoch)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE taken_out (
          epoch TEXT PRIMARY KEY REFERENCES epoch (id), rows INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE erased_visitor (
          epoch TEXT NOT NULL REFERENCES epoch (id), field TEXT NOT NULL, pseudonym BLOB NOT NULL,
          PRIMARY KEY (epoch, field, pseudonym)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE replaced_file (
          writer TEXT NOT NULL, sequence INTEGER NOT NULL, kind TEXT NOT NULL, day TEXT NOT NULL,
          PRIMARY KEY (writer, sequence)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE doomed_pair (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
        CREATE TABLE removed_line (
          request INTEGER NOT NULL, day TEXT NOT NULL, lines INTEGER NOT NULL, PRIMARY KEY (request, day)
        ) STRICT, WITHOUT ROWID;
        """
}
