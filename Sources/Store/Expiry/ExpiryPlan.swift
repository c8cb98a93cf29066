public import Events

/// What is to be destroyed, in which order: a pure function of what there is, the policy's terms and today.
///
/// The pair of a day opens both its lines and its rejects. It goes with the lines, so rejects are never kept longer than
/// those; where their own term is shorter their files go before.
public struct ExpiryPlan: Sendable {
    /// What to do today, in this order.
    ///
    /// Doing it again changes nothing.
    public let steps: [ExpiryStep]
    /// What should have been gone before today, in the order of its days: no run has come since.
    public let late: [ExpiryItem]
    /// What goes next, from tomorrow on.
    public let next: ExpiryItem?

    /// - Parameters:
    ///   - terms: the policy's term of each class.
    ///   - today: the day in the store's time zone.
    ///   - lastRun: the day of the last run that destroyed what was due. What is due since long ago and has come after a run
    ///     of yesterday, as an old log does that is read again, is not late.
    public init(_ inventory: ExpiryInventory, terms: (RetentionClass) -> RetentionTerm, today: Day, lastRun: Day?) {
        let calendar = ExpiryDates(terms: terms, today: today)
        let items = calendar.items(of: inventory).sorted { ($0.due, $0.subject) < ($1.due, $1.subject) }
        let due = items.prefix { $0.due <= today }
        steps = ExpiryPlan.steps(due.map(\.subject).sorted(), calendar)
        let hasRun = lastRun.map { $0 >= today.advanced(by: -1) } ?? false
        late = due.filter { item in
            if case .sealedLines(let day) = item.subject, inventory.markedDays.contains(day) { return true }
            if case .held(let held) = item.subject, inventory.markedHeldDays.contains(held) { return true }
            if case .request(let request) = item.subject, inventory.markedRequests.contains(request) { return true }
            return item.due < today && !hasRun
        }
        next = items.dropFirst(due.count).first
    }

    private static func steps(_ subjects: [ExpiryItem.Subject], _ dates: ExpiryDates) -> [ExpiryStep] {
        var closing: [ExpiryStep] = []
        var destroyed: [Day] = []
        var held: [HeldDay] = []
        var requests: [EndedRequest] = []
        var rejects: [ExpiryStep] = []
        var coarsened: [Day: [Epoch]] = [:]
        var removed: [Day: [Epoch]] = [:]
        var rest: [ExpiryStep] = []
        for subject in subjects {
            switch subject {
            case .epochKey(let epoch): closing.append(.close(epoch))
            case .sealedLines(let day): destroyed.append(day)
            case .held(let day): held.append(day)
            case .request(let request): requests.append(request)
            case .rejects(let day): rejects.append(.removeRejects(day))
            case .fineEvents(let epoch) where !dates.isCoarseTermOver(epoch.day):
                coarsened[epoch.day, default: []].append(epoch)
            case .fineEvents(let epoch), .coarseEvents(let epoch): removed[epoch.day, default: []].append(epoch)
            case .identityKey(let month): rest.append(.destroyIdentityKey(month))
            case .auditRecords(let day): rest.append(.trimAudit(through: day))
            }
        }
        return closing + (destroyed.isEmpty ? [] : [.destroy(destroyed)])
            + (held.isEmpty ? [] : [.destroyHeld(held)])
            + (requests.isEmpty ? [] : [.destroyRequests(requests)]) + rejects
            + coarsened.keys.sorted().map { .coarsen($0, coarsened[$0] ?? []) }
            + removed.keys.sorted().map { .removeEvents($0, (removed[$0] ?? []).sorted()) } + rest
    }
}
