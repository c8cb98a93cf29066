extension CatalogSchema {
    /// - `request.number`: drawn from a sequence, so that none is given twice.
    /// - `request.addresses_alone`: 1 if the subject is known by nothing but addresses.
    /// - `request.ended`, `request.report`: the day on which it ended, and what its certificate says that could not be found out
    ///   later; null until its destruction has begun.
    /// - `request_tag`: the person's identifiers, keyed, by which a second request is recognised; those with one number in
    ///   `identifier` stand for one of them.
    /// - `request_step`: who did what when, in words of closed sets; the state is what they lead to.
    static let version9 = """
        CREATE TABLE request (
          number INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, represented INTEGER NOT NULL,
          addresses_alone INTEGER NOT NULL, language TEXT NOT NULL, opened INTEGER NOT NULL, due TEXT NOT NULL,
          ended TEXT, report TEXT
        ) STRICT;
        CREATE TABLE request_tag (
          tag BLOB NOT NULL, request INTEGER NOT NULL REFERENCES request (number), identifier INTEGER NOT NULL,
          PRIMARY KEY (tag, request)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE request_step (
          request INTEGER NOT NULL REFERENCES request (number), place INTEGER NOT NULL, step TEXT NOT NULL, detail TEXT,
          number INTEGER NOT NULL, officer TEXT, time INTEGER NOT NULL, PRIMARY KEY (request, place)
        ) STRICT, WITHOUT ROWID;
        """
}
