import Events
import GRDB

extension Catalog {
    /// All holds, by number.
    public func holds() throws -> [Hold] {
        try read("read the holds") { database in
            let days = Dictionary(grouping: try Catalog.holdDays("kind <> 'requests'", database), by: \.held.hold)
            let approvals = Dictionary(
                grouping: try Row.fetchAll(database, sql: "SELECT * FROM hold_approval ORDER BY hold, place"),
                by: { $0["hold"] as Int })
            return try Row.fetchAll(database, sql: "SELECT * FROM hold ORDER BY number").compactMap { row in
                let number: Int = row["number"]
                return Hold(row, days: days[number] ?? [], approvals: approvals[number] ?? [])
            }
        }
    }

    /// The hold of a number; nil if there is none.
    public func hold(_ number: Int) throws -> Hold? { try holds().first { $0.number == number } }

    /// What holds keep, and what is being destroyed of it.
    public func heldDays() throws -> [HoldDay] {
        try read("read the holds") { try Catalog.holdDays("hold_day.state = 'kept'", $0) }
    }

    /// What is left to be destroyed of what was marked.
    public func markedHeldDays() throws -> [HoldDay] { try heldDays().filter { $0.marked != nil } }

    /// Whether records of a day of a hold are still to be copied.
    public func isWaiting(_ held: HeldDay) throws -> Bool {
        try read("read the holds") { try Catalog.isWaiting(held, $0) }
    }

    static func isWaiting(_ held: HeldDay, _ database: Database) throws -> Bool {
        try Row.fetchOne(
            database, sql: "SELECT 1 FROM hold_day WHERE hold = ? AND kind = ? AND day = ? AND state = 'waiting'",
            arguments: [held.hold, held.kind.rawValue, held.day.description]) != nil
    }

    static func holdDays(_ condition: String, _ database: Database) throws -> [HoldDay] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT hold_day.*, hold.until FROM hold_day JOIN hold ON hold.number = hold_day.hold
                WHERE \(condition) ORDER BY hold_day.hold, hold_day.day
                """
        ).compactMap(HoldDay.init)
    }
}

extension HoldDay {
    fileprivate init?(_ row: Row) {
        guard let kind = RetentionClass(rawValue: row["kind"]), let day = Day(row["day"] as String),
            let state = State(rawValue: row["state"])
        else { return nil }
        self.init(
            held: HeldDay(
                hold: row["hold"], kind: kind, day: day, until: (row["until"] as String?).flatMap { Day($0) }),
            state: state, lines: row["lines"], marked: row["marked"], destroyed: row["destroyed"],
            report: row["report"])
    }
}

extension Hold {
    fileprivate init?(_ row: Row, days: [HoldDay], approvals: [Row]) {
        guard let kind = RetentionClass(rawValue: row["class"]), let state = HoldState(rawValue: row["state"]),
            let first = Day(row["first"] as String), let last = Day(row["last"] as String), first <= last
        else { return nil }
        self.init(
            number: row["number"], kind: kind, range: first...last,
            until: (row["until"] as String?).flatMap { Day($0) }, state: state, approvalsWanted: row["approvals"],
            proposed: row["proposed"], active: row["active"], released: row["released"], ended: row["ended"],
            approvals: approvals.map {
                HoldApproval(officer: $0["officer"], fingerprint: $0["fingerprint"], time: $0["approved"])
            },
            days: days)
    }
}
