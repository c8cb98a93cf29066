public import Events
import GRDB

/// The transactions by which a hold goes on from one state to the next.
extension Catalog {
    /// Puts a hold on record, with the file that its filter lies in.
    ///
    /// - Throws: ``StoreError`` (busy) if there is a hold of this number already.
    func record(_ proposal: HoldProposal, filter: SealedFile) throws {
        try write("record a hold") { database in
            let taken = try Row.fetchOne(
                database, sql: "SELECT 1 FROM hold WHERE number = ?", arguments: [proposal.number])
            guard taken == nil else {
                throw StoreError(.busy, "Another hold was added meanwhile. Run the command again.")
            }
            let state: HoldState = proposal.approvalsWanted > 1 ? .proposed : .copying
            try database.execute(
                sql: """
                    INSERT INTO hold (number, class, first, last, until, state, approvals, proposed)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    proposal.number, proposal.kind.rawValue, proposal.range.lowerBound.description,
                    proposal.range.upperBound.description, proposal.until?.description, state.rawValue,
                    proposal.approvalsWanted, proposal.first.time,
                ])
            for day in proposal.days {
                try Catalog.insert(
                    HeldDay(hold: proposal.number, kind: proposal.kind, day: day), .waiting, lines: 0, database)
            }
            try Catalog.insert(proposal.first, of: proposal.number, database)
            try Catalog.insert(filter, database)
        }
    }

    /// Records that an officer is for a hold; with enough of them, its records are copied.
    ///
    /// Done again for the same officer it changes nothing.
    public func approve(_ number: Int, _ approval: HoldApproval) throws {
        try write("record an approval") { database in
            try Catalog.insert(approval, of: number, database)
            try database.execute(
                sql: """
                    UPDATE hold SET state = 'copying' WHERE number = ? AND state = 'proposed'
                    AND approvals <= (SELECT count(*) FROM hold_approval WHERE hold = number)
                    """, arguments: [number])
        }
    }

    /// Records what was copied of a day, and its file, if that is still wanted.
    ///
    /// - Returns: whether it was.
    func recordCopied(_ held: HeldDay, _ file: SealedFile?) throws -> Bool {
        try write("record held records") { database in
            guard try Catalog.isWaiting(held, database) else { return false }
            if let file { try Catalog.insert(file, database) }
            try Catalog.change(held, to: file == nil ? .empty : .kept, lines: file?.lines ?? 0, database)
            return true
        }
    }

    /// Records that the records of a day cannot be copied any more.
    public func recordMissed(_ held: HeldDay) throws {
        try write("record a missed day") { database in
            guard try Catalog.isWaiting(held, database) else { return }
            try Catalog.change(held, to: .missed, lines: 0, database)
        }
    }

    /// Records that nothing is left to be copied.
    ///
    /// - Parameter today: from which on the term of its filter counts, if it keeps nothing.
    public func activate(_ number: Int, at time: Int64, on today: Day) throws {
        try write("record a finished hold") { database in
            try database.execute(
                sql: """
                    UPDATE hold SET state = 'active', active = ? WHERE number = ? AND state = 'copying'
                    AND NOT EXISTS (SELECT 1 FROM hold_day WHERE hold = number AND state = 'waiting')
                    """, arguments: [time, number])
            try Catalog.end(number, at: time, on: today, database)
        }
    }

    /// Records that a hold is given up, and marks what it keeps for destruction; done again it changes nothing.
    ///
    /// - Parameter reports: for each of its days what the certificate will say that cannot be found out later.
    public func release(_ number: Int, _ reports: [HeldDay: String], at time: Int64, on today: Day) throws {
        try write("record the release of a hold") { database in
            try database.execute(
                sql: """
                    UPDATE hold SET state = 'released', released = ?
                    WHERE number = ? AND state IN ('proposed', 'copying', 'active')
                    """, arguments: [time, number])
            try database.execute(
                sql: "UPDATE hold_day SET state = 'missed' WHERE hold = ? AND state = 'waiting'", arguments: [number])
            try Catalog.mark(reports, at: time, database)
            try Catalog.end(number, at: time, on: today, database)
        }
    }

    /// Marks what holds keep for destruction; what is marked already keeps its report.
    public func mark(_ reports: [HeldDay: String], at time: Int64) throws {
        try write("mark held records for destruction") { try Catalog.mark(reports, at: time, $0) }
    }

    /// The transaction that ends the destruction of what a hold has kept of a day.
    ///
    /// - Parameter certificate: nil if there was nothing to destroy.
    public func recordDestruction(
        of held: HeldDay, at time: Int64, on today: Day, certificate: CertificateRecord?
    ) throws {
        try write("record the destruction of held records") { database in
            try database.execute(
                sql: "DELETE FROM sealed_file WHERE pair = ?", arguments: [held.pair.description])
            if let certificate { try Catalog.insert(certificate, database) }
            try database.execute(
                sql: """
                    UPDATE hold_day SET state = 'destroyed', destroyed = ? WHERE hold = ? AND kind = ? AND day = ?
                    """, arguments: [time, held.hold, held.kind.rawValue, held.day.description])
            try Catalog.end(held.hold, at: time, on: today, database)
        }
    }

    /// Ends a hold that keeps nothing any more: from now on the term of its filter counts.
    private static func end(_ number: Int, at time: Int64, on today: Day, _ database: Database) throws {
        try database.execute(
            sql: """
                UPDATE hold SET ended = ?, state = CASE state WHEN 'active' THEN 'ended' ELSE state END
                WHERE number = ? AND ended IS NULL AND state IN ('active', 'released')
                AND NOT EXISTS (SELECT 1 FROM hold_day WHERE hold = number AND state IN ('waiting', 'kept'))
                """, arguments: [time, number])
        guard database.changesCount > 0 else { return }
        try insert(HeldDay(hold: number, kind: .requests, day: today), .kept, lines: 1, database)
    }

    private static func mark(_ reports: [HeldDay: String], at time: Int64, _ database: Database) throws {
        for (held, report) in reports {
            try database.execute(
                sql: """
                    UPDATE hold_day SET marked = ?, report = ?
                    WHERE hold = ? AND kind = ? AND day = ? AND state = 'kept' AND marked IS NULL
                    """, arguments: [time, report, held.hold, held.kind.rawValue, held.day.description])
        }
    }

    private static func insert(
        _ held: HeldDay, _ state: HoldDay.State, lines: Int, _ database: Database
    ) throws {
        try database.execute(
            sql: "INSERT INTO hold_day (hold, kind, day, state, lines) VALUES (?, ?, ?, ?, ?)",
            arguments: [held.hold, held.kind.rawValue, held.day.description, state.rawValue, lines])
    }

    private static func insert(_ approval: HoldApproval, of number: Int, _ database: Database) throws {
        try database.execute(
            sql: """
                INSERT INTO hold_approval (hold, fingerprint, officer, approved, place)
                VALUES (?, ?, ?, ?, (SELECT count(*) FROM hold_approval WHERE hold = ?)) ON CONFLICT DO NOTHING
                """, arguments: [number, approval.fingerprint, approval.officer, approval.time, number])
    }

    private static func change(
        _ held: HeldDay, to state: HoldDay.State, lines: Int, _ database: Database
    ) throws {
        try database.execute(
            sql: "UPDATE hold_day SET state = ?, lines = ? WHERE hold = ? AND kind = ? AND day = ?",
            arguments: [state.rawValue, lines, held.hold, held.kind.rawValue, held.day.description])
    }
}
