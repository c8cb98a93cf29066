import Events
import Privacy
import Store

/// One expiry that is carried out, step by step: <doc:Destruction>.
struct ExpiryRun {
    let job: ExpiryJob
    let time: ExpiryTime
    let closing: EpochClosing
    var inputs: InputsLeft
    var summary: ExpirySummary
    /// What the one rotation of the run has done; nil before.
    var rotated: ExpiryJob.Rotated?

    var store: Store { job.store }
    var catalog: Catalog { job.store.catalog }
    var directory: KeyDirectory { job.directory }
    var log: AuditLog { job.environment.audit(job.directory) }

    init(_ job: ExpiryJob, at time: ExpiryTime, _ closing: EpochClosing) {
        self.job = job
        self.time = time
        self.closing = closing
        inputs = InputsLeft(store: job.store, environment: job.environment, calendar: job.calendar)
        summary = ExpirySummary(today: job.calendar.day(of: time.now / 1000), decision: time.decision)
    }

    /// Carries out what is due and records the time; if the clock is not to be believed, only says so.
    mutating func carryOut() throws {
        try recordClock()
        let plan = try job.plan(at: time.now, recorded: time.recorded)
        summary.take(plan)
        guard time.decision == .go else { return }
        try mark(plan)
        for step in plan.steps { try carryOut(step) }
        try ReplacedPairs(store: store, directory: directory, log: log).finish()
        try certifyRemoved()
        try settleInputs()
        if time.isRecorded { try catalog.recordTime(time.now) }
        summary.next = try job.plan(at: time.now, recorded: time.now).next
    }

    private mutating func carryOut(_ step: ExpiryStep) throws {
        switch step {
        case .close(let epoch): try close(epoch)
        case .destroy(let days): try destroy(days)
        case .destroyHeld(let held): try destroy(held)
        case .destroyRequests(let requests): try destroy(requests)
        case .removeRejects(let day): try removeRejects(of: day)
        case .coarsen(let day, let epochs): try coarsen(day, epochs)
        case .removeEvents(let day, let epochs): try removeEvents(of: day, epochs)
        case .destroyIdentityKey(let month): try destroyIdentityKey(Month(of: month))
        case .trimAudit(let day): _ = try log.trim(before: job.calendar.localDay(day).range.upperBound)
        }
    }

    /// Puts on record what somebody said of the time, or what the clock guard says.
    private func recordClock() throws {
        let recorded = time.recorded.map { [AuditField.time(.recorded, $0 / 1000)] } ?? []
        if time.isConfirmed {
            try log.append(.now, recorded)
        } else if time.decision != .go {
            try log.append(.clock, recorded)
        }
    }

    /// Closes an epoch whose term is over; if that fails its key goes all the same.
    private mutating func close(_ epoch: Epoch) throws {
        do {
            if let closed = try closing.close(epoch) { summary.closed.append(closed) }
        } catch {
            try directory.destroyEpochKey(epoch)
            summary.remarks.append(
                "\(epoch) could not be closed and its term is over, so its key was destroyed: \(JobError.text(of: error))"
            )
        }
    }

    private mutating func destroyIdentityKey(_ month: Month) throws {
        try directory.destroyIdentityKey(month)
        try catalog.forgetInput(of: month.description)
        try log.append(.destroy, [.key(.identity), .day(.to, month.lastDay)])
        summary.identityMonths.append(month)
    }
}
