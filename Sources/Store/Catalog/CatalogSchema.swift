import GRDB

/// The tables of the catalog, one migration per version of the store's format.
enum CatalogSchema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        let versions = [
            version1, version2, version3, version4, version5, version6, version7, version8, version9, version10,
        ]
        for (index, tables) in versions.enumerated() {
            migrator.registerMigration(String(index + 1)) { database in
                try database.execute(sql: tables)
            }
        }
        migrator.registerMigration("11") { database in
            try database.execute(sql: version11)
        }
        return migrator
    }

    /// - `epoch.state`: 0 open, 1 closing, 2 closed.
    /// - `tie.next`: higher than every tie that the writer gave in the epoch.
    /// - `content.first_tag`: null while the content is shorter than the first block.
    /// - `content.start`: the sealed tag of the first bytes, by which a content is found within a longer input.
    /// - `content.revision`: drawn from one sequence, so that a run can ask what has changed since it began.
    /// - `content_blocks.tags`: 16 bytes a block, from block number `first` on.
    /// - `content_lines.sealed`: the tags of `count` lines, from line number `first` on.
    /// - `source.tail`: the tags of the last committed lines, 16 bytes each, oldest first.
    private static let version1 = """
        CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE writer (name TEXT PRIMARY KEY, next INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE epoch (
          id TEXT PRIMARY KEY, day TEXT NOT NULL, supplement INTEGER NOT NULL, state INTEGER NOT NULL,
          UNIQUE (day, supplement)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE day (day TEXT PRIMARY KEY, generation INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE file (
          writer TEXT NOT NULL, sequence INTEGER NOT NULL, generation INTEGER NOT NULL,
          epoch TEXT NOT NULL REFERENCES epoch (id), rows INTEGER NOT NULL, bytes INTEGER NOT NULL, sha256 BLOB NOT NULL,
          PRIMARY KEY (writer, sequence)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX file_by_epoch ON file (epoch);
        CREATE TABLE tie (
          writer TEXT NOT NULL, epoch TEXT NOT NULL, next INTEGER NOT NULL, PRIMARY KEY (writer, epoch)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE content (
          id INTEGER PRIMARY KEY, month TEXT NOT NULL, scope TEXT NOT NULL, first_tag BLOB, start BLOB, blocks INTEGER NOT NULL,
          lines INTEGER NOT NULL, length INTEGER NOT NULL, revision INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX content_by_first_tag ON content (month, scope, first_tag);
        CREATE TABLE content_blocks (
          content INTEGER NOT NULL REFERENCES content (id), first INTEGER NOT NULL, tags BLOB NOT NULL,
          PRIMARY KEY (content, first)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE content_lines (
          content INTEGER NOT NULL REFERENCES content (id), first INTEGER NOT NULL, count INTEGER NOT NULL, sealed BLOB NOT NULL,
          PRIMARY KEY (content, first)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE content_end (
          id INTEGER PRIMARY KEY, content INTEGER NOT NULL REFERENCES content (id), offset INTEGER NOT NULL, tag BLOB NOT NULL,
          within_line INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX content_end_by_content ON content_end (content, offset);
        CREATE INDEX content_end_by_offset ON content_end (offset);
        CREATE TABLE source (
          name TEXT NOT NULL, scope TEXT NOT NULL, month TEXT NOT NULL, tail BLOB NOT NULL, format TEXT NOT NULL,
          PRIMARY KEY (scope, name)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE release (
          epoch TEXT PRIMARY KEY REFERENCES epoch (id), closed_at INTEGER NOT NULL, body BLOB NOT NULL, sha256 BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;
        """

    /// - `policy.published`, `policy.effective`, `policy.withdrawn`: days of the store's time zone; `withdrawn` is null but
    ///   for versions whose day never came.
    private static let version2 = """
        CREATE TABLE policy (
          number INTEGER PRIMARY KEY, digest TEXT NOT NULL, published TEXT NOT NULL, effective TEXT NOT NULL, withdrawn TEXT,
          text TEXT NOT NULL
        ) STRICT;
        """

    /// - `epoch.coarse`: 1 once the epoch's events are by the hour.
    /// - `removed_file`: partitions that expiry has replaced or removed, until their certificate is on record; `coarse` says
    ///   whether their events were by the hour.
    private static let version3 = """
        ALTER TABLE epoch ADD COLUMN coarse INTEGER NOT NULL DEFAULT 0;
        CREATE TABLE removed_file (
          writer TEXT NOT NULL, sequence INTEGER NOT NULL, generation INTEGER NOT NULL,
          epoch TEXT NOT NULL REFERENCES epoch (id), rows INTEGER NOT NULL, bytes INTEGER NOT NULL, sha256 BLOB NOT NULL,
          coarse INTEGER NOT NULL, PRIMARY KEY (writer, sequence)
        ) STRICT, WITHOUT ROWID;
        """

    /// - `sealed_day`: days that are sealed to no more; `destroyed` is null until nothing is left of them.
    /// - `sealed_day.report`: what the certificate says that could not be found out later.
    /// - `input_file`: which files held lines of a day when they were read.
    private static let version4 = """
        CREATE TABLE sealed_file (
          writer TEXT NOT NULL, sequence INTEGER NOT NULL, kind TEXT NOT NULL, day TEXT NOT NULL, lines INTEGER NOT NULL,
          bytes INTEGER NOT NULL, sha256 BLOB NOT NULL,
          PRIMARY KEY (writer, sequence)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX sealed_file_by_day ON sealed_file (day, kind);
        CREATE TABLE sealed_day (
          day TEXT PRIMARY KEY, marked INTEGER NOT NULL, destroyed INTEGER, report TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE input_file (
          day TEXT NOT NULL, path TEXT NOT NULL, PRIMARY KEY (day, path)
        ) STRICT, WITHOUT ROWID;
        """

    /// - `certificate.sha256`: of the whole file, signature included.
    private static let version5 = """
        CREATE TABLE certificate (name TEXT PRIMARY KEY, sha256 BLOB NOT NULL) STRICT, WITHOUT ROWID;
        """

    /// - `sealed_file.pair`: the name of the pair of keys; null for the first one of the file's day.
    /// - `sealed_file.supplement`: the supplement in whose epoch the events of the lines are; null if that is not known.
    /// - `sealed_file.revision`: of the list of objections, when the lines passed the gate.
    private static let version6 = """
        ALTER TABLE sealed_file ADD COLUMN pair TEXT;
        ALTER TABLE sealed_file ADD COLUMN supplement INTEGER;
        ALTER TABLE sealed_file ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
        """

    /// - `objection.since`, `objection.until`: revisions of the list; `day` is null if it counts for the lines of all days.
    /// - `possession.until`, `possession.seen_without`, `possession_identifier.seen`: times of lines, in UTC milliseconds.
    private static let version7 = """
        CREATE TABLE objection (
          id INTEGER PRIMARY KEY, request INTEGER NOT NULL, tag BLOB NOT NULL, day TEXT, since INTEGER NOT NULL,
          until INTEGER
        ) STRICT;
        CREATE INDEX objection_by_request ON objection (request);
        CREATE TABLE possession (
          path_tag BLOB PRIMARY KEY, request INTEGER NOT NULL, until INTEGER NOT NULL, seen_without INTEGER
        ) STRICT;
        CREATE TABLE possession_identifier (
          path_tag BLOB NOT NULL REFERENCES possession (path_tag), tag BLOB NOT NULL, seen INTEGER,
          PRIMARY KEY (path_tag, tag)
        ) STRICT, WITHOUT ROWID;
        """

    /// - `hold.first`, `hold.last`: the days whose records it is about; `until`: the last day of an order.
    /// - `hold.approvals`: how many officers have to be for it.
    /// - `hold_approval.place`: the first of them is 0.
    /// - `hold_day.kind`: the hold's class; `requests` for its filter, from the day on that the hold has ended.
    /// - `hold_day.report`: what the certificate says that could not be found out later.
    private static let version8 = """
        CREATE TABLE hold (
          number INTEGER PRIMARY KEY, class TEXT NOT NULL, first TEXT NOT NULL, last TEXT NOT NULL, until TEXT,
          state TEXT NOT NULL, approvals INTEGER NOT NULL, proposed INTEGER NOT NULL, active INTEGER, released INTEGER,
          ended INTEGER
        ) STRICT;
        CREATE TABLE hold_approval (
          hold INTEGER NOT NULL REFERENCES hold (number), fingerprint TEXT NOT NULL, officer TEXT NOT NULL,
          approved INTEGER NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (hold, fingerprint)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE hold_day (
          hold INTEGER NOT NULL REFERENCES hold (number), kind TEXT NOT NULL, day TEXT NOT NULL, state TEXT NOT NULL,
          lines INTEGER NOT NULL, marked INTEGER, destroyed INTEGER, report TEXT, PRIMARY KEY (hold, kind, day)
        ) STRICT, WITHOUT ROWID;
        """
}
