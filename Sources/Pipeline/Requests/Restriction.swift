import Events
import Privacy
import Store

/// Puts subjects on the list of objections: from the next line on, theirs do not enter the events.
///
/// What has entered those of days that are open yet is left out when these are closed.
struct Restriction: RequestWork {
    func carryOut(
        _ tasks: [RequestTask], at site: RequestSite, showing key: borrowing PrivateHalf
    ) throws -> [Int: RequestOutcome] {
        let tagger = SubjectTagger(key: try Restriction.key(of: site.directory), options: site.policy.options)
        let listed = Set(
            try site.store.catalog.objections(at: try site.store.catalog.objectionRevision()).map(\.request))
        for task in tasks where !listed.contains(Int64(task.number)) {
            try site.store.catalog.object(
                request: Int64(task.number), Restriction.tags(of: task.letter, isSoleUser: task.isSoleUser, tagger))
        }
        try site.store.drainObjections(before: try site.store.catalog.objectionRevision())
        var outcomes = try RightsRun.alone(at: site, showing: key) { try OpenEpochRestriction(tasks, $0).carryOut() }
        for task in tasks { outcomes[task.number, default: RequestOutcome()].stays += Restriction.stays(site.policy) }
        return outcomes
    }

    /// What of a subject goes on the list: the strong identifiers, and addresses if it is proved that nobody else uses them.
    static func tags(
        of letter: RequestLetter, isSoleUser: Bool, _ tagger: SubjectTagger
    ) -> [(tag: SubjectTag, day: Day?)] {
        letter.identifiers.filter { $0.isStrong || isSoleUser }.flatMap { tagger.tags(of: $0) }.map { ($0, nil) }
    }

    static func key(of directory: KeyDirectory) throws -> SuppressionKey {
        guard let key = try directory.suppressionKey(create: true) else {
            throw JobError(.missing, "The key of the list of objections is gone. Restore the key directory.")
        }
        return key
    }

    private static func stays(_ policy: Policy) -> [RequestOutcome.Stay] {
        let retention = policy.options.retention
        return retention.basis == .law && retention[.raw] != .none ? [.init(.raw, .law)] : []
    }
}
