import Events
import Intake
import Privacy
import Store

extension AuditLog {
    /// Does a job and puts it on record, also if it fails.
    func recording<Outcome>(
        _ event: AuditEvent, fields: (Outcome) -> [AuditField], _ job: () throws -> Outcome
    ) throws -> Outcome {
        let outcome: Outcome
        do {
            outcome = try job()
        } catch {
            // What went wrong with the job is what people have to be told.
            try? append(event, [.outcome(.failed)])
            throw error
        }
        try append(event, fields(outcome))
        return outcome
    }

    /// What is on record of a version of the policy.
    static func fields(ofPolicy digest: String, from day: Day) -> [AuditField] {
        [AuditDigest(text: digest).map { .digest(.policy, $0) }, .day(.effective, day)].compactMap(\.self)
    }

    /// Puts the first officer on record, whose pair has just been made.
    func appendFirstOfficer() throws {
        guard let officer = try keys.officers().first else { return }
        try append(.officerAdded, [.officer(officer)])
    }
}

extension IngestSummary {
    var auditFields: [AuditField] {
        let tally = tally
        return [
            .outcome(interruption == nil ? .done : .interrupted), .count(.inputs, inputs.count), .count(.read, read),
            .count(.accepted, tally.accepted), .count(.filtered, tally.filtered), .count(.rejected, tally.rejected),
            .count(.duplicate, duplicate), .count(.files, fileCount),
        ]
    }
}

extension AggregateSummary {
    var auditFields: [AuditField] {
        let days = closed.map(\.epoch.day)
        let range = [days.min().map { AuditField.day(.from, $0) }, days.max().map { .day(.to, $0) }]
        return [.outcome(.done), .count(.epochs, closed.count), .count(.rows, closed.reduce(0) { $0 + $1.rows })]
            + range.compactMap(\.self)
    }
}

extension ExpirySummary {
    var auditFields: [AuditField] {
        let days = destroyedDays
        let range = [days.min().map { AuditField.day(.from, $0) }, days.max().map { .day(.to, $0) }]
        return [
            .outcome(decision == .go ? .done : .interrupted), .count(.days, days.count),
            .count(.epochs, closed.count), .count(.rows, coarsened.reduce(0) { $0 + $1.rows }),
            .count(.files, certificates.reduce(0) { $0 + $1.files }),
        ] + range.compactMap(\.self)
    }
}

extension LeakReport {
    /// Puts a search on record; who may search need not be able to write to the log.
    public func record(in environment: JobEnvironment) throws {
        let fields: [AuditField] =
            [
                .outcome(.done), .count(.identifiers, identifiers),
                .count(.findings, findings.count + sealedFindings.count), .count(.files, files),
            ] + (hasOfficer ? [.count(.frames, sealedFrames)] : [])
        do {
            try environment.audit(environment.openKeys(create: false)).append(.verify, fields)
        } catch let error as KeyDirectoryError {
            environment.warn("this search is not on record in the audit log: \(error).")
        }
    }
}
