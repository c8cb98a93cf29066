import Events
public import Privacy
import Store

extension Holds {
    /// What came of a release.
    public struct Release: Sendable {
        public let outcome: HoldOutcome
        /// The names of the certificates that were written now.
        public let certificates: [String]
        /// What a person should know besides.
        public let remarks: [String]
    }

    /// Gives a hold up: its keys are destroyed, then its files, and certificates say so.
    ///
    /// Somebody is asked first (``JobEnvironment/confirm``). A crash is finished by the same call, or by an expiry.
    ///
    /// - Parameter key: that of the officer who gives it up, which goes on record.
    /// - Throws: ``JobError``: missing if there is no such hold, usage if it has ended by itself or nobody has confirmed it;
    ///   ``OfficerError`` for a key that is nobody's, ``StoreError`` (busy) if an aggregation runs.
    public func release(_ number: Int, showing key: OfficerKeyFile) throws -> Release {
        try changing { () throws -> Release in
            let officer = try directory.officer(showing: key)
            let right = try store.lockAggregation()
            defer { withExtendedLifetime(right) {} }
            let policy = try environment.ruling(in: store, keys: directory).policy
            let terms = try HoldTerms(environment, store, policy)
            let hold = try hold(number)
            guard hold.state != .ended else {
                throw JobError(.usage, "Hold \(number) keeps nothing any more: there is nothing to release.")
            }
            let job = ExpiryJob(
                environment: environment, store: store, directory: directory, policy: policy,
                calendar: try environment.calendar(of: store, logOffset: nil))
            var destruction = HeldDestruction(job, at: environment.now())
            if hold.state != .released {
                try confirm(hold)
                try log.append(
                    .holdReleased,
                    [
                        .outcome(.begun), .officer(officer), .count(.number, number), .retention(hold.kind),
                        .count(.lines, hold.lines),
                    ])
                let reports = try destruction.reports(of: hold.keptDays.map(\.held))
                try catalog.release(number, reports, at: environment.now(), on: terms.today)
            }
            let marked = try catalog.markedHeldDays().filter { $0.held.hold == number }
            if !marked.isEmpty {
                try destruction.destroy(marked)
                try log.append(
                    .holdReleased,
                    [.outcome(.done), .officer(officer), .count(.number, number), .count(.days, marked.count)])
            }
            return Release(
                outcome: HoldOutcome(try self.hold(number), terms),
                certificates: destruction.certified.map(\.name), remarks: destruction.remarks)
        }
    }

    private func confirm(_ hold: Hold) throws {
        let question =
            "Release hold \(hold.number) (\(hold.kind.rawValue), \(hold.range.text))? Its \(hold.keptDays.reduce(0) { $0 + $1.lines }) records"
            + " are destroyed."
        guard try environment.confirm(question) else {
            throw JobError(
                .usage, "The release of a hold has to be confirmed. Nothing was done. Add --yes if it is meant.")
        }
    }
}
