import Events
import Privacy
import Store

/// Writes everything that sealed lines hold of a subject into a folder, for the subject to read: as JSON and as text.
///
/// Lines of somebody else who has objected are left out. Of a subject whose lines are erased but for a law, it is told that they
/// are kept and until when, and not what they say. The raw bytes of a line are there even if they are no text.
struct Disclosure {
    /// What came of it.
    struct Outcome {
        let found: SubjectFindings
        /// Lines that can be read in the folder.
        let shown: Int
        /// Lines of the subject that are kept back, for they are erased.
        let restricted: Int
    }

    let environment: JobEnvironment
    let store: Store
    let policy: Policy
    let calendar: StoreCalendar
    /// The last day of a held record; nil without end.
    var heldUntil: (SealedFile) -> Day? = { _ in nil }
    /// What has been put right.
    var corrections: DisclosedCorrections?

    /// - Parameters:
    ///   - request: its number; nil if there is none.
    ///   - folder: it must not be there.
    /// - Throws: ``JobError`` (cannotCreate) if there is something at that path; then nothing is written.
    func run(
        _ search: SubjectSearch, days range: ClosedRange<Day>? = nil, request: Int? = nil, to folder: String
    ) throws -> Outcome {
        guard !OutputFile.exists(folder) else {
            throw JobError(.cannotCreate, "There is something at \(folder) already. Name a folder that is not there.")
        }
        let head = DisclosureHead(
            site: policy.site, made: environment.now(), calendar: calendar, request: request, subject: search.subject,
            range: range)
        let files = try DisclosureFiles(folder: folder, head: head)
        do {
            var restriction = try DisclosureRestriction(store.catalog, search)
            var shown = 0
            var restricted = 0
            var (dayRestricted, dayOthers) = (0, 0)
            var found = try search.run(range) { line in
                switch try restriction.standing(of: line) {
                case .erased: dayRestricted += 1
                case .others: dayOthers += 1
                case .free:
                    shown += 1
                    try files.append(
                        DisclosedLine(
                            line: line, until: line.hold == nil ? nil : heldUntil(line.file),
                            corrections: corrections?.values(of: line) ?? []))
                }
            } ending: { day in
                try files.end(told(day, search.subject, restricted: dayRestricted, others: dayOthers))
                restricted += dayRestricted
                (dayRestricted, dayOthers) = (0, 0)
            }
            found.faults += corrections?.faults ?? []
            try files.finish(DisclosureTail(found: found, policy: policy, shown: shown, restricted: restricted))
            return Outcome(found: found, shown: shown, restricted: restricted)
        } catch {
            files.discard()
            throw error
        }
    }

    private func told(
        _ day: SubjectFindings.FoundDay, _ subject: Subject, restricted: Int, others: Int
    ) -> DisclosedDay {
        let retention = policy.options.retention
        return DisclosedDay(
            found: day, restricted: restricted, others: others, until: retention[.raw].lastDay(for: day.day),
            rejectsUntil: retention[.rejects].lastDay(for: day.day),
            shared: zip(subject.addresses, day.ties).filter { $1 == .shared }.map(\.0))
    }
}
