public import Events
import GRDB

extension Catalog {
    /// How far an epoch is; it never goes back.
    public enum EpochState: Int, Sendable {
        case open, closing, closed
    }

    /// The epochs on record, ascending.
    public func epochs(_ states: Set<EpochState>) throws -> [Epoch] {
        try read("read the epochs") { database in
            try Row.fetchAll(database, sql: "SELECT id, state FROM epoch ORDER BY day, supplement").compactMap { row in
                guard let state = EpochState(rawValue: row["state"]), states.contains(state) else { return nil }
                return Epoch(row["id"] as String)
            }
        }
    }

    /// The state of one epoch; nil if it is not on record.
    public func state(of epoch: Epoch) throws -> EpochState? {
        try read("read the epochs") { database in
            try Int.fetchOne(database, sql: "SELECT state FROM epoch WHERE id = ?", arguments: [epoch.description])
                .flatMap(EpochState.init)
        }
    }

    /// The epoch that lines of `day` belong to now: the open one, which is put on record if there is none.
    ///
    /// - Parameter isLate: whether the lines come too late for the day itself, even if it is open.
    public func openEpoch(of day: Day, isLate: Bool = false) throws -> Epoch {
        try write("open an epoch") { database in
            let rows = try Row.fetchAll(
                database, sql: "SELECT supplement, state FROM epoch WHERE day = ? ORDER BY supplement",
                arguments: [day.description])
            let open = rows.first { row in
                row["state"] == EpochState.open.rawValue && (!isLate || row["supplement"] as Int > 0)
            }
            if let open { return Epoch(day: day, supplement: open["supplement"]) }
            let epoch = Epoch(day: day, supplement: rows.last.map { $0["supplement"] + 1 } ?? 0)
            try database.execute(
                sql: "INSERT INTO epoch (id, day, supplement, state) VALUES (?, ?, ?, ?)",
                arguments: [epoch.description, day.description, epoch.supplement, EpochState.open.rawValue])
            return epoch
        }
    }

    /// From here on, late lines of the epoch's day go to the next supplement.
    public func beginClosing(_ epoch: Epoch) throws {
        try write("begin to close an epoch") { database in
            try database.execute(
                sql: "UPDATE epoch SET state = ? WHERE id = ? AND state = ?",
                arguments: [EpochState.closing.rawValue, epoch.description, EpochState.open.rawValue])
        }
    }
}
