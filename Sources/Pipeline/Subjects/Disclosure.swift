import Events
import Privacy
import Store

/// Writes everything that sealed lines hold of a subject into a folder, for the subject to read: as JSON and as text.
///
/// Lines that are somebody else's too are left out, and counted. Of a subject whose lines are erased but for a law, it is told that they
/// are kept and until when, and not what they say. The raw bytes of a line are there even if they are no text.
struct Disclosure {
    /// What came of it.
    struct Outcome {
        let found: SubjectFindings
        /// Lines that can be read in the folder.
        let shown: Int
        /// What was told of the days besides.
        let days: [DisclosedDay]

        /// Lines of the subject that are kept back, for they are erased.
        var restricted: Int { days.reduce(0) { $0 + $1.restricted } }

        /// Lines that are kept back as they are somebody else's too.
        var withheld: Int { days.reduce(0) { $0 + $1.others } }
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
            var days: [DisclosedDay] = []
            var (locked, others) = ([DisclosedDay.Lock: Int](), 0)
            var found = try search.run(range) { line in
                switch try restriction.standing(of: line) {
                case .erased: locked[lock(of: line), default: 0] += 1
                case .others: others += 1
                case .free:
                    shown += 1
                    try files.append(
                        DisclosedLine(
                            line: line, until: lock(of: line).until,
                            corrections: corrections?.values(of: line) ?? []))
                }
            } ending: { day in
                let told = told(day, search.subject, locked: locked, others: others + day.contested)
                try files.end(told)
                if told.isTold { days.append(told) }
                (locked, others) = ([:], 0)
            }
            found.faults += corrections?.faults ?? []
            let outcome = Outcome(found: found, shown: shown, days: days)
            try files.finish(DisclosureTail(outcome: outcome, policy: policy))
            return outcome
        } catch {
            files.discard()
            throw error
        }
    }

    /// Where a line lies, and until when.
    private func lock(of line: SubjectLine) -> DisclosedDay.Lock {
        let kind = line.file.name.kind
        return DisclosedDay.Lock(
            place: DisclosedLine.Place(kind),
            until: line.hold == nil ? policy.options.retention[kind].lastDay(for: line.day) : heldUntil(line.file))
    }

    private func told(
        _ day: SubjectFindings.FoundDay, _ subject: Subject, locked: [DisclosedDay.Lock: Int], others: Int
    ) -> DisclosedDay {
        let retention = policy.options.retention
        return DisclosedDay(
            found: day, locked: locked, others: others, until: retention[.raw].lastDay(for: day.day),
            rejectsUntil: retention[.rejects].lastDay(for: day.day),
            shared: zip(subject.addresses, day.ties).filter { $1 == .shared }.map(\.0))
    }
}
