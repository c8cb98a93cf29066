import Events
import Privacy
import Store

/// What an expiry works on; the caller holds the right to aggregate.
struct ExpiryJob {
    let environment: JobEnvironment
    let store: Store
    let directory: KeyDirectory
    let policy: Policy
    let calendar: StoreCalendar

    var retention: Retention { policy.options.retention }

    /// What is due at an instant, and what comes next.
    ///
    /// - Parameters:
    ///   - now: milliseconds since 1970.
    ///   - recorded: when the last run destroyed what was due.
    func plan(at now: Int64, recorded: Int64?) throws -> ExpiryPlan {
        ExpiryPlan(
            try inventory(), terms: { retention[$0] }, today: calendar.day(of: now / 1000),
            lastRun: recorded.map { calendar.day(of: $0 / 1000) })
    }

    /// What there is that goes one day.
    func inventory() throws -> ExpiryInventory {
        var inventory = try store.catalog.epochInventory()
        inventory.rawDays = Set(try store.catalog.sealedDays(.raw))
        inventory.rejectsDays = Set(try store.catalog.sealedDays(.rejects))
        // A pair that nothing is sealed to yet belongs to lines that are on their way, or were, when a run died.
        let unused = Set(try directory.dayList())
        if retention[.raw] != .none {
            inventory.rawDays.formUnion(unused)
        } else {
            inventory.rejectsDays.formUnion(unused.subtracting(inventory.rawDays))
        }
        inventory.heldDays = Set(try store.catalog.heldDays().map(\.held))
        inventory.endedRequests = Set(try store.catalog.endedRequests { calendar.day(of: $0 / 1000) })
        inventory.markedRequests = Set(try store.catalog.markedRequests().map(\.request))
        inventory.markedHeldDays = Set(try store.catalog.markedHeldDays().map(\.held))
        inventory.markedDays = Set(try store.catalog.markedDays(isFinished: false).map(\.day))
        let months = Set(try directory.identityMonths())
            .union(try store.catalog.identityMonths().compactMap { Month($0) })
        inventory.identityMonths = Set(months.map(\.lastDay))
        inventory.oldestAuditDay = try environment.audit(directory).oldestTime().map { calendar.day(of: $0) }
        return inventory
    }

    /// Destroys what is due, if the clock may be believed, and puts that on record.
    func run(at time: ExpiryTime, _ closing: EpochClosing) throws -> ExpirySummary {
        try environment.audit(directory).recording(.expire, fields: \.auditFields) {
            var run = ExpiryRun(self, at: time, closing)
            try run.carryOut()
            return run.summary
        }
    }
}
