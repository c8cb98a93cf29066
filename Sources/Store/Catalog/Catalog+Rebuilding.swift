public import Events
import GRDB

extension Catalog {
    /// Rows of an epoch that its sealed lines would make and its events no longer have.
    public func takenOutRows(of epoch: Epoch) throws -> Int {
        try read("read what was taken out of events") { database in
            try Int.fetchOne(
                database, sql: "SELECT rows FROM taken_out WHERE epoch = ?", arguments: [epoch.description]) ?? 0
        }
    }

    /// The epochs that a request is done with, each with the rows that were taken out or put right for it.
    public func rebuiltEpochs(forRequest request: Int) throws -> [Epoch: Int] {
        try rebuiltEpochs(forRequest: request, isDone: true)
    }

    /// The epochs that have to be made anew for a request once they are closed, each with the rows that are known of.
    public func waitingEpochs(forRequest request: Int) throws -> [Epoch: Int] {
        try rebuiltEpochs(forRequest: request, isDone: false)
    }

    /// The numbers of all corrections of which anything is on record.
    public func corrections() throws -> Set<Int> {
        let sealed = try sealedDays(.corrections).flatMap { try sealedFiles(.corrections, of: $0) }
        let numbers = sealed.compactMap { file in
            if case .correction(let number) = file.pair { number } else { nil }
        }
        return Set(numbers).union(try requests().filter { $0.kind == .correct }.map(\.number))
    }

    private func rebuiltEpochs(forRequest request: Int, isDone: Bool) throws -> [Epoch: Int] {
        try read("read what was done for a request") { database in
            var epochs: [Epoch: Int] = [:]
            for row in try Row.fetchAll(
                database, sql: "SELECT epoch, rows FROM rebuilt WHERE request = ? AND is_done = ?",
                arguments: [request, isDone])
            {
                if let epoch = Epoch(row["epoch"] as String) { epochs[epoch] = row["rows"] }
            }
            return epochs
        }
    }

    /// The transaction that puts events that were made anew in the place of those that a closed epoch had: the new names of the
    /// day's other files, and for whom it was done.
    ///
    /// - Throws: ``StoreError`` (damaged) if the epoch is not closed, or has other rows than those that were counted.
    func recordRebuilding(_ rebuilding: Rebuilding, generation: Int, files: [PartitionFile]) throws {
        let epoch = rebuilding.epoch.description
        try write("rebuild an epoch") { database in
            let state = try Int.fetchOne(database, sql: "SELECT state FROM epoch WHERE id = ?", arguments: [epoch])
            let rows = try Int.fetchAll(
                database, sql: "DELETE FROM file WHERE epoch = ? RETURNING rows", arguments: [epoch]
            ).reduce(0, +)
            guard state == EpochState.closed.rawValue, rows == rebuilding.rowsBefore else {
                throw StoreError(.damaged, "The events of \(epoch) are not what is on record. Run `footfall verify`.")
            }
            try Catalog.recordExchange(of: rebuilding.epoch.day, generation: generation, files: files, database)
            try Catalog.setTakenOut(rebuilding.takenOut, of: rebuilding.epoch, database)
            try Catalog.recordRebuilt(rebuilding.epoch, rebuilding.requests, isDone: true, database)
        }
    }

    /// Puts on record that requests are done with an epoch whose events do not have to change for them.
    ///
    /// - Parameter rows: for each of them what there was of it.
    public func recordRebuilt(_ epoch: Epoch, for rows: [Int: Int]) throws {
        try write("record what was done for a request") {
            try Catalog.recordRebuilt(epoch, rows, isDone: true, $0)
        }
    }

    /// Puts on record that an epoch has to be made anew for requests once it is closed.
    ///
    /// - Parameter rows: for each of them what there is of it so far.
    public func recordWaiting(_ epoch: Epoch, for rows: [Int: Int]) throws {
        try write("record what is to be done for a request") {
            try Catalog.recordRebuilt(epoch, rows, isDone: false, $0)
        }
    }

    static func setTakenOut(_ rows: Int, of epoch: Epoch, _ database: Database) throws {
        try database.execute(
            sql: "INSERT OR REPLACE INTO taken_out (epoch, rows) VALUES (?, ?)", arguments: [epoch.description, rows])
    }

    static func addTakenOut(_ rows: Int, of epoch: Epoch, _ database: Database) throws {
        guard rows != 0 else { return }
        try database.execute(
            sql:
                "INSERT INTO taken_out (epoch, rows) VALUES (?, ?) ON CONFLICT (epoch) DO UPDATE SET rows = rows + excluded.rows",
            arguments: [epoch.description, rows])
    }

    static func recordRebuilt(
        _ epoch: Epoch, _ requests: [Int: Int], isDone: Bool, _ database: Database
    ) throws {
        for (request, rows) in requests {
            try database.execute(
                sql: """
                    INSERT INTO rebuilt (request, epoch, rows, is_done) VALUES (?, ?, ?, ?)
                    ON CONFLICT (request, epoch) DO UPDATE SET
                      rows = max(rows, excluded.rows), is_done = max(is_done, excluded.is_done)
                    """,
                arguments: [request, epoch.description, rows, isDone])
        }
    }
}
