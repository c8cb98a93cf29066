import Events
import Privacy
import Store

/// Puts the subjects of requests on the list of objections, and waits until running writers heed it.
///
/// What is on the list already is not put on it again, so a crash does no harm. An objection that counts for what is there
/// already stands beside one that counts from now on: so it can be told afterwards which lines were left out when they came.
struct SubjectRestriction {
    let store: Store
    let tagger: SubjectTagger

    /// Leaves out what comes from now on.
    func restrict(_ tasks: [RequestTask]) throws {
        for task in tasks {
            let known = try objections(of: task.number).filter { $0.since > 0 }
            let wanted = Restriction.tags(of: task.letter, isSoleUser: task.isSoleUser, tagger).filter { new in
                !known.contains { $0.tag == new.tag }
            }
            if !wanted.isEmpty { try store.catalog.object(request: Int64(task.number), wanted) }
        }
        try drain()
    }

    /// Leaves out what is there already, too.
    ///
    /// - Parameter tiedDays: for identifiers besides those of the request, the days on which they were the subject's alone.
    func restrictRetroactively(_ task: RequestTask, tiedDays: [SubjectIdentifier: Set<Day>]) throws {
        var wanted = tags(of: task, tiedDays: tiedDays)
        let known = try objections(of: task.number).filter { $0.since == 0 }
        wanted.removeAll { new in known.contains { $0.tag == new.tag && $0.day == new.day } }
        if !wanted.isEmpty { try store.catalog.object(request: Int64(task.number), wanted, isRetroactive: true) }
    }

    /// Leaves out what is there already of some days, and nothing that comes: of lines that are sealed later the list says it.
    ///
    /// So nobody takes it for an erasure who reads the list as it stands.
    func restrictPresent(_ task: RequestTask, on days: [Day]) throws {
        let known = try store.catalog.objections(at: 0).filter { $0.request == Int64(task.number) }
        let wanted = Restriction.tags(of: task.letter, isSoleUser: task.isSoleUser, tagger).flatMap { tag, _ in
            days.map { (tag: tag, day: $0) }
        }.filter { new in !known.contains { $0.tag == new.tag && $0.day == new.day } }
        if !wanted.isEmpty { try store.catalog.objectToPresent(request: Int64(task.number), wanted) }
    }

    /// What a subject's lines are known by; an address, and what nobody but its only user had, on days of its own.
    func tags(
        of task: RequestTask, tiedDays: [SubjectIdentifier: Set<Day>]
    ) -> [(tag: SubjectTag, day: Day?)] {
        var tags = Restriction.tags(of: task.letter, isSoleUser: task.isSoleUser, tagger)
        for (identifier, days) in tiedDays {
            for tag in tagger.tags(of: identifier) { tags += days.sorted().map { (tag, $0) } }
        }
        return tags
    }

    /// Waits until everything is on record that was held against an earlier list.
    func drain() throws {
        try store.drainObjections(before: store.catalog.objectionRevision())
    }

    private func objections(of request: Int) throws -> [Objection] {
        try store.catalog.objections(at: store.catalog.objectionRevision()).filter { $0.request == Int64(request) }
    }
}
