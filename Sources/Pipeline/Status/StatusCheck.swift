import Events
import Privacy
import Store

/// One look at a store, in which problems are collected.
struct StatusCheck {
    let environment: JobEnvironment
    let store: Store
    let calendar: StoreCalendar
    /// The time by which the next expiry would judge, in milliseconds since 1970; the recorded one where the clock is not to be
    /// believed.
    var now: Int64
    /// When the last run destroyed what was due.
    var recorded: Int64?
    var summary: StatusSummary

    var today: Day { calendar.day(of: now / 1000) }

    init(_ environment: JobEnvironment, _ store: Store) throws {
        self.environment = environment
        self.store = store
        calendar = try environment.zone(of: store)
        now = environment.now()
        summary = try StatusSummary(
            of: store, keysPath: environment.keysPath, today: calendar.day(of: environment.now() / 1000))
    }

    mutating func add(_ kind: StatusProblem.Kind, _ what: String, _ remedy: String, needsPerson: Bool = true) {
        summary.problems.append(StatusProblem(kind, what, remedy, needsPerson: needsPerson))
    }

    /// Holds the clock against the time that the last run recorded.
    mutating func lookAtClock() throws {
        do {
            recorded = try store.catalog.recordedTime()
        } catch let error as StoreError where error.kind == .damaged {
            add(.clock, error.message, "Run `footfall expire --now DATE` with the right time.")
            return
        }
        let decision = ClockGuard(recorded: recorded).decision(at: now, isConfirmed: false)
        guard decision != .go, let recorded else { return }
        let distance =
            switch decision {
            case .behind(let gap): "\(ExpiryJob.span(gap)) behind"
            case .ahead(let gap): "\(ExpiryJob.span(gap)) ahead of"
            case .go: "at"
            }
        add(
            .clock,
            "The clock is \(distance) the time that the last run recorded (\(calendar.text(of: recorded / 1000))): nothing is destroyed.",
            "Set the clock right; if it is right, confirm it with `footfall expire --now DATE`.")
        now = recorded
    }

    /// Files on record: whether they are there, not what is in them.
    mutating func lookAtFiles() throws {
        let missing = try store.missingFiles()
        if !missing.isEmpty {
            add(
                .files, "Files on record are missing, or not of their length: \(StatusCheck.list(missing)).",
                "Restore them from a backup of the store, and find out who removed them.")
        }
        let records = try store.catalog.certificates().map(\.name)
        summary.certificates = records.count
        let gone = Set(records).subtracting(try store.certificateNames()).sorted()
        if !gone.isEmpty {
            add(
                .files, "Certificates on record are missing: \(StatusCheck.list(gone)).",
                "Restore them to \(store.layout.certificates) from a backup.")
        }
    }

    mutating func lookAtAuditLog() throws {
        do {
            let outcome = try AuditCheck(environment: environment).run(officerKey: nil, head: nil)
            summary.auditLines = outcome.findings.lines
            guard let fault = outcome.findings.faults.first else { return }
            add(
                .audit, "The audit log is not what was written: \(fault).",
                "Keep it as it is, run `footfall audit verify`, and ask who can write to store and keys.")
        } catch let error as JobError where error.kind == .missing {
            guard !summary.isBlank else { return }
            add(
                .audit, "There is no audit log at \(store.layout.auditLog).",
                "Restore it from a backup, and find out who removed it.")
        } catch is KeyDirectoryError {
            // What is wrong with the keys has been said.
        }
    }

    /// Names, of which not more than five are spelled out.
    static func list(_ names: [String]) -> String {
        let rest = names.count > 5 ? " and \(names.count - 5) more" : ""
        return names.prefix(5).joined(separator: ", ") + rest
    }
}
