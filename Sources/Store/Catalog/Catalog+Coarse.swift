public import Events
import GRDB

extension Catalog {
    /// The closed epochs that have events, by the hour or by the second, ascending.
    public func closedEpochs(coarse: Bool) throws -> [Epoch] {
        try read("read the epochs") { database in
            try String.fetchAll(
                database,
                sql: """
                    SELECT id FROM epoch WHERE state = ? AND coarse = ? AND EXISTS (SELECT 1 FROM file WHERE epoch = id)
                    ORDER BY day, supplement
                    """,
                arguments: [EpochState.closed.rawValue, coarse]
            ).compactMap { Epoch($0) }
        }
    }

    /// The transaction that makes epochs of a day coarse: their new files, the new names of the day's other files.
    ///
    /// - Throws: ``StoreError`` (damaged) if an epoch is not closed, is coarse, or has another number of rows than its new
    ///   file.
    func recordCoarsening(
        of day: Day, into coarse: [PartitionFile], generation: Int, files: [PartitionFile]
    ) throws {
        try write("make events coarse") { database in
            for file in coarse {
                try database.execute(
                    sql: "UPDATE epoch SET coarse = 1 WHERE id = ? AND state = ? AND coarse = 0",
                    arguments: [file.epoch.description, EpochState.closed.rawValue])
                let isClosed = database.changesCount == 1
                guard try Catalog.forget(file.epoch, coarse: false, database) == file.rows, isClosed else {
                    throw StoreError(
                        .damaged,
                        "The events of \(file.epoch) are not what is on record. Run `footfall verify`.")
                }
            }
            try Catalog.recordExchange(of: day, generation: generation, files: files, database)
        }
    }

    /// The transaction that removes the events of epochs of a day: the new names of the day's other files.
    func recordRemoval(of epochs: Set<Epoch>, _ day: Day, generation: Int, files: [PartitionFile]) throws {
        try write("remove events") { database in
            for epoch in epochs {
                let coarse = try Bool.fetchOne(
                    database, sql: "SELECT coarse FROM epoch WHERE id = ? AND state = ?",
                    arguments: [epoch.description, EpochState.closed.rawValue])
                guard let coarse else {
                    throw StoreError(.damaged, "\(epoch) is not closed, so its events stay. Run `footfall aggregate`.")
                }
                _ = try Catalog.forget(epoch, coarse: coarse, database)
            }
            try Catalog.recordExchange(of: day, generation: generation, files: files, database)
        }
    }

    /// Moves the records of an epoch's files to those that wait for a certificate.
    ///
    /// - Returns: how many rows they have.
    private static func forget(_ epoch: Epoch, coarse: Bool, _ database: Database) throws -> Int {
        try database.execute(
            sql: """
                INSERT INTO removed_file (writer, sequence, generation, epoch, rows, bytes, sha256, coarse)
                SELECT writer, sequence, generation, epoch, rows, bytes, sha256, ? FROM file WHERE epoch = ?
                """,
            arguments: [coarse, epoch.description])
        return try Int.fetchAll(
            database, sql: "DELETE FROM file WHERE epoch = ? RETURNING rows", arguments: [epoch.description]
        ).reduce(0, +)
    }
}
