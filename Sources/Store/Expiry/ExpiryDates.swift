import Events

/// On which day each thing that a store holds goes.
struct ExpiryDates {
    private let terms: [RetentionClass: RetentionTerm]
    private let raw: RetentionTerm
    private let rejects: RetentionTerm
    private let events: RetentionTerm
    private let coarse: RetentionTerm
    private let audit: RetentionTerm
    private let today: Day

    init(terms: (RetentionClass) -> RetentionTerm, today: Day) {
        self.terms = Dictionary(uniqueKeysWithValues: RetentionClass.allCases.map { ($0, terms($0)) })
        raw = terms(.raw)
        rejects = terms(.rejects)
        events = terms(.events)
        coarse = terms(.coarse)
        audit = terms(.audit)
        self.today = today
    }

    /// Whether events of the day may not be kept by the hour either.
    func isCoarseTermOver(_ day: Day) -> Bool {
        coarse.dueDay(of: day).map { $0 <= today } ?? false
    }

    /// Everything that goes one day; what is kept without limit is not among it.
    func items(of inventory: ExpiryInventory) -> [ExpiryItem] {
        var items = sealed(inventory) + held(inventory) + requests(inventory)
        func add(_ subject: ExpiryItem.Subject, _ due: Day?) {
            if let due { items.append(ExpiryItem(subject, due: due)) }
        }
        for epoch in inventory.openEpochs {
            add(.epochKey(epoch), [raw, events].compactMap { $0.dueDay(of: epoch.day) }.min())
        }
        // What is open today is closed before its events are coarsened or removed.
        for epoch in inventory.fineEpochs.union(inventory.openEpochs) {
            add(.fineEvents(epoch), events.dueDay(of: epoch.day))
        }
        for epoch in inventory.coarseEpochs { add(.coarseEvents(epoch), coarse.dueDay(of: epoch.day)) }
        for month in inventory.identityMonths { add(.identityKey(month), raw.dueDay(of: month)) }
        if let oldest = inventory.oldestAuditDay, let due = audit.dueDay(of: oldest) {
            add(.auditRecords(through: due <= today ? lastAuditDay(from: oldest) : oldest), due)
        }
        return items
    }

    private func sealed(_ inventory: ExpiryInventory) -> [ExpiryItem] {
        var items: [ExpiryItem] = []
        for day in inventory.rawDays.union(inventory.rejectsDays).union(inventory.markedDays) {
            let hasLines = inventory.rawDays.contains(day)
            var due = hasLines ? raw.dueDay(of: day) : rejects.dueDay(of: day)
            if inventory.markedDays.contains(day) { due = min(due ?? today, today) }
            if let due { items.append(ExpiryItem(.sealedLines(day), due: due)) }
            if hasLines, inventory.rejectsDays.contains(day), let early = rejects.dueDay(of: day),
                due.map({ early < $0 && $0 > today }) ?? true
            {
                items.append(ExpiryItem(.rejects(day), due: early))
            }
        }
        return items
    }

    private func requests(_ inventory: ExpiryInventory) -> [ExpiryItem] {
        inventory.endedRequests.union(inventory.markedRequests).compactMap { request in
            var due = terms[.requests]?.dueDay(of: request.day)
            if inventory.markedRequests.contains(request) { due = min(due ?? today, today) }
            return due.map { ExpiryItem(.request(request), due: $0) }
        }
    }

    private func held(_ inventory: ExpiryInventory) -> [ExpiryItem] {
        inventory.heldDays.union(inventory.markedHeldDays).compactMap { held in
            var due = held.kind == .order ? held.until?.advanced(by: 1) : terms[held.kind]?.dueDay(of: held.day)
            if inventory.markedHeldDays.contains(held) { due = min(due ?? today, today) }
            return due.map { ExpiryItem(.held(held), due: $0) }
        }
    }

    /// The last day from `oldest` on whose records are over.
    private func lastAuditDay(from oldest: Day) -> Day {
        var day = oldest
        while let due = audit.dueDay(of: day.advanced(by: 1)), due <= today { day = day.advanced(by: 1) }
        return day
    }
}

extension RetentionTerm {
    /// The first day on which what belongs to `day` must be gone; nil if it may stay for ever.
    fileprivate func dueDay(of day: Day) -> Day? {
        lastDay(for: day)?.advanced(by: 1)
    }
}
