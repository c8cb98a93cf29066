import Events
import Foundation
import GRDB

extension Catalog {
    /// The one transaction of a commit.
    ///
    /// An epoch that has begun to close still takes what was on its way: closing waits for the epoch's lock, which the
    /// writer holds.
    /// - Throws: ``StoreError`` (busy) if an epoch of the commit is closed, or another run reads the same input.
    func record(_ commit: Commit, writer: String) throws -> CommitReceipt {
        try write("record a commit") { database in
            for epoch in Set(commit.files.map(\.epoch)) {
                let state = try Int.fetchOne(
                    database, sql: "SELECT state FROM epoch WHERE id = ?", arguments: [epoch.description])
                guard let state, state != EpochState.closed.rawValue else {
                    throw StoreError(
                        .busy,
                        "\(epoch) was closed while lines of it were on their way. Run the command again: they go to its supplement."
                    )
                }
            }
            for file in commit.files {
                try Catalog.insert(file, database)
            }
            // What is kept beside the lines of a day, such as held records of it, does not go with them.
            let sealed = try commit.numberedSealed.filter {
                try !$0.name.kind.isDayLines || Catalog.isSealable($0.name.day, database)
            }
            for file in sealed {
                try Catalog.insert(file, database)
            }
            for (epoch, next) in commit.ties {
                try database.execute(
                    sql: "INSERT OR REPLACE INTO tie (writer, epoch, next) VALUES (?, ?, ?)",
                    arguments: [writer, epoch.description, next])
            }
            for sighting in commit.sightings { try Catalog.record(sighting, database) }
            let places = try commit.inputs.map { try Catalog.record($0, database) }
            return CommitReceipt(places: places, revision: try Catalog.revision(database), sealed: sealed)
        }
    }

    private static func record(_ input: InputUpdate, _ database: Database) throws -> [ContentPlace] {
        if let source = input.source { try remember(source, database) }
        if let file = input.file { try remember(file, database) }
        var places: [ContentPlace] = []
        for update in input.contents {
            let mine = Set(places.map(\.content))
            places.append(try record(update, since: input.revision, besides: mine, database))
        }
        return places
    }

    static func insert(_ file: PartitionFile, _ database: Database) throws {
        try database.execute(
            sql:
                "INSERT INTO file (writer, sequence, generation, epoch, rows, bytes, sha256) VALUES (?, ?, ?, ?, ?, ?, ?)",
            arguments: [
                file.name.writer, file.name.sequence, file.name.generation, file.epoch.description, file.rows,
                file.bytes,
                Data(file.digest),
            ])
    }
}

extension Commit {
    /// The sealed files, those of lines with the revision of the commit.
    fileprivate var numberedSealed: [SealedFile] {
        guard let revision else { return sealed }
        return sealed.map { file in
            var file = file
            if file.name.kind.isDayLines { file.revision = revision }
            return file
        }
    }
}
