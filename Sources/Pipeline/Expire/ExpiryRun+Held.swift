import Events
import Privacy
import Store

extension ExpiryRun {
    /// Marks what holds keep and is due.
    mutating func markHeld(_ plan: ExpiryPlan) throws {
        var due: [HeldDay] = []
        for case .destroyHeld(let held) in plan.steps { due += held }
        guard !due.isEmpty else { return }
        var destruction = HeldDestruction(job, at: time.now)
        try catalog.mark(destruction.reports(of: due), at: time.now)
        summary.remarks += destruction.remarks
    }

    /// Destroys what holds keep, with all else that is due, in one rotation.
    mutating func destroy(_ held: [HeldDay]) throws {
        var destruction = HeldDestruction(job, at: time.now)
        try destruction.begin(held)
        let rotated = try rotate()
        try destruction.finish(try catalog.markedHeldDays().filter { held.contains($0.held) }, rotated)
        summary.certificates += destruction.certified
    }

    /// The one rotation of the run: of all days that are due, and of all that is due of holds and requests.
    mutating func rotate() throws -> ExpiryJob.Rotated {
        if let rotated { return rotated }
        var days: Set<Day> = []
        var pairs: Set<PairName> = []
        for step in summary.due {
            if case .destroy(let due) = step { days.formUnion(due) }
            if case .destroyHeld(let held) = step { pairs.formUnion(held.map(\.pair)) }
            if case .destroyRequests(let requests) = step { pairs.formUnion(requests.map(\.pair)) }
        }
        // Nobody may begin to seal to a pair that is taken for one that is left.
        let lock = try store.lockRequests(waiting: false)
        defer { withExtendedLifetime(lock) {} }
        if lock != nil { pairs.formUnion(try leftRequestPairs()) }
        let done = try job.rotate(destroying: pairs.union(directory.pairs(of: days)))
        summary.remarks += done.remarks
        rotated = done
        return done
    }
}
