public import Events
import Foundation
import GRDB

extension Catalog {
    /// Every file of events.
    func files() throws -> [PartitionFile] {
        try read("read the partitions") { database in
            try Row.fetchAll(database, sql: "SELECT * FROM file").compactMap(PartitionFile.init)
        }
    }

    /// The files of an epoch, in the order of writer and sequence.
    public func files(of epoch: Epoch) throws -> [PartitionFile] {
        try read("read the partitions") { database in
            try Row.fetchAll(
                database, sql: "SELECT * FROM file WHERE epoch = ? ORDER BY writer, sequence",
                arguments: [epoch.description]
            ).compactMap(PartitionFile.init)
        }
    }

    /// A writer's files of an epoch with fewer than `rows` rows, oldest first, at most `limit`.
    func files(of epoch: Epoch, writer: String, below rows: Int, limit: Int) throws -> [PartitionFile] {
        try read("read the partitions") { database in
            try Row.fetchAll(
                database,
                sql: "SELECT * FROM file WHERE epoch = ? AND writer = ? AND rows < ? ORDER BY sequence LIMIT ?",
                arguments: [epoch.description, writer, rows, limit]
            ).compactMap(PartitionFile.init)
        }
    }

    /// The files of a day, those of its supplements included.
    public func files(of day: Day) throws -> [PartitionFile] {
        try read("read the partitions") { database in
            try Row.fetchAll(
                database,
                sql:
                    "SELECT file.* FROM file JOIN epoch ON epoch.id = file.epoch WHERE epoch.day = ? ORDER BY writer, sequence",
                arguments: [day.description]
            ).compactMap(PartitionFile.init)
        }
    }

    /// The record of one file; nil if there is none.
    public func file(writer: String, sequence: Int) throws -> PartitionFile? {
        try read("read the partitions") { database in
            try Row.fetchOne(
                database, sql: "SELECT * FROM file WHERE writer = ? AND sequence = ?", arguments: [writer, sequence]
            ).flatMap(PartitionFile.init)
        }
    }

    /// Rows on record in the epoch.
    public func rowCount(of epoch: Epoch) throws -> Int {
        try read("read the partitions") { database in
            try Int.fetchOne(
                database, sql: "SELECT coalesce(sum(rows), 0) FROM file WHERE epoch = ?", arguments: [epoch.description]
            ) ?? 0
        }
    }

    /// How often the day's folder has been exchanged.
    public func generation(of day: Day) throws -> Int {
        try read("read the partitions") { database in
            try Int.fetchOne(database, sql: "SELECT generation FROM day WHERE day = ?", arguments: [day.description])
                ?? 0
        }
    }

    /// Draws the next sequence number of a writer; none is ever given twice.
    func drawSequence(_ writer: String) throws -> Int {
        try write("draw a file number") { database in
            try Int.fetchOne(
                database,
                sql:
                    "INSERT INTO writer (name, next) VALUES (?, 2) ON CONFLICT (name) DO UPDATE SET next = next + 1 RETURNING next - 1",
                arguments: [writer]) ?? 1
        }
    }

    /// A number higher than every tie that the writer has given in the epoch.
    func nextTie(writer: String, epoch: Epoch) throws -> Int32 {
        try read("read the partitions") { database in
            try Int32.fetchOne(
                database, sql: "SELECT next FROM tie WHERE writer = ? AND epoch = ?",
                arguments: [writer, epoch.description]) ?? 0
        }
    }
}

extension PartitionFile {
    init?(_ row: Row) {
        guard let epoch = Epoch(row["epoch"] as String) else { return nil }
        self.init(
            name: PartitionName(writer: row["writer"], sequence: row["sequence"], generation: row["generation"]),
            epoch: epoch, rows: row["rows"], bytes: row["bytes"], digest: Array(row["sha256"] as Data))
    }
}
