import Events
import Privacy
import Store

/// Which days records can be held of, and until when.
struct HoldTerms {
    let catalog: Catalog
    let retention: Retention
    /// The day in the store's time zone.
    let today: Day
    /// The day by which the next expiry would judge.
    let trusted: Day

    init(_ environment: JobEnvironment, _ store: Store, _ policy: Policy) throws {
        catalog = store.catalog
        retention = policy.options.retention
        today = try environment.today(in: store)
        trusted = try environment.trustedToday(in: store)
    }

    /// The last day on which records of a day are kept; nil for no end.
    func lastDay(_ kind: RetentionClass, of day: Day, until: Day?) -> Day? {
        kind == .order ? until : retention[kind].lastDay(for: day)
    }

    /// Whether the raw lines of a day may not be read any more, be they there or not.
    func isGone(_ day: Day) throws -> Bool {
        try retention[.raw].lastDay(for: day).map { $0 < trusted } ?? false || !catalog.isSealable(day)
    }

    /// Whether the term of records of a day is over already.
    func isOver(_ kind: RetentionClass, of day: Day, until: Day?) -> Bool {
        lastDay(kind, of: day, until: until).map { $0 < trusted } ?? false
    }

    /// Whether records of all these days can be held.
    ///
    /// - Throws: ``JobError`` (usage, missing) that names the first day of which they cannot.
    func check(_ request: HoldRequest) throws {
        if let day = request.days.list.first(where: { $0 >= today }) {
            throw JobError(
                .usage, "\(day) is not over yet: records of it may still come. Add the hold when it is.")
        }
        for day in request.days.list {
            if try isGone(day) { throw JobError(.missing, try absence(of: day)) }
            if isOver(request.kind, of: day, until: request.until) {
                throw JobError(
                    .usage, "The term of \(request.kind.rawValue) is over for the records of \(day) already.")
            }
        }
        guard try request.days.list.contains(where: { try !catalog.sealedFiles(.raw, of: $0).isEmpty }) else {
            throw JobError(.missing, "No lines are sealed of \(request.days.text), so nothing can be held of them.")
        }
    }

    /// Why nothing can be held of a day whose lines are gone, or are to go.
    private func absence(of day: Day) throws -> String {
        let due = retention[.raw].lastDay(for: day)?.advanced(by: 1)
        let dueText = due.map { "were due for destruction on \($0)" } ?? "are being destroyed"
        let names = try catalog.certificates().map(\.name).filter {
            $0.hasPrefix("\(day)-\(RetentionClass.raw.rawValue)")
        }
        guard let name = names.last else {
            return "The raw lines of \(day) \(dueText): nothing can be held of them any more."
        }
        return
            "The raw lines of \(day) \(dueText) and are destroyed: nothing can be held of them any more. Their certificate"
            + " is \(name)."
    }
}

extension ClosedRange<Day> {
    /// One day, or the first and the last.
    var text: String { lowerBound == upperBound ? "\(lowerBound)" : "\(lowerBound) to \(upperBound)" }
}
