import Events
import Intake
import Privacy
import Store

/// The erasure of some people, step by step; each step that is done is on record, so the next run goes on behind it.
final class ErasureRun {
    let tasks: [RequestTask]
    let rights: RightsRun
    /// Why epochs and days stay as they are.
    var refusedEpochs: [Epoch: RebuildRefusal] = [:]
    var refusedDays: [Day: RebuildRefusal] = [:]
    /// Why sealed lines of days stay of which the events do not.
    var refusedResealing: [Day: RebuildRefusal] = [:]
    /// The days that hold sealed lines of the subjects, by the number of the request, with how many there are.
    var lines: [Int: [Day: Int]] = [:]
    /// Likewise rejected lines.
    var rejects: [Int: [Day: Int]] = [:]
    /// Likewise lines that bear an identifier of the subjects and are somebody else's, which stay.
    var contested: [Int: [Day: Int]] = [:]
    private let texts: [Int: SubjectText]

    var numbers: Set<Int> { Set(tasks.map(\.number)) }
    var store: Store { rights.store }
    var catalog: Catalog { rights.catalog }
    /// Whether sealed lines stay until their day comes.
    var isLaw: Bool { rights.site.policy.options.retention.basis == .law }

    init(_ tasks: [RequestTask], _ rights: RightsRun) {
        self.tasks = tasks
        self.rights = rights
        texts = Dictionary(
            uniqueKeysWithValues: tasks.compactMap { task in SubjectText(task.identifiers).map { (task.number, $0) } })
    }

    func carryOut() throws -> [Int: RequestOutcome] {
        try rights.replaced.finish()
        try rights.restriction.restrict(tasks)
        let days = try rights.livingDays()
        try rights.recordLook(days)
        let ties = try AddressTies(tasks, rights, days)
        for task in tasks {
            try rights.restriction.restrictRetroactively(task, tiedDays: ties.tiedDays(of: task))
        }
        try rights.restriction.drain()
        rights.cover.forget()
        let epochs = try catalog.epochs([.open, .closing, .closed])
        for day in days { try erase(day, epochs.filter { $0.day == day }) }
        try rights.replaced.finish()
        return try outcomes(days, ties)
    }

    private func erase(_ day: Day, _ epochs: [Epoch]) throws {
        let found: DayLines
        do {
            found = try DayLines(day, rights, rejects: texts) { [cover = rights.cover, numbers] batch, file, policy in
                try cover.covers(batch, of: file, by: policy).map {
                    DayLines.Owners(
                        requests: $0.requests.intersection(numbers), contested: $0.contestedBy.intersection(numbers))
                }
            }
        } catch let refusal as RebuildRefusal {
            refusedDays[day] = refusal
            return
        }
        for (request, count) in found.counts { lines[request, default: [:]][day] = count }
        for (request, count) in found.contested { contested[request, default: [:]][day] = count }
        for (request, count) in found.rejects { rejects[request, default: [:]][day] = count }
        for epoch in epochs { try erase(epoch, found) }
        if !isLaw, !found.files.isEmpty { try reseal(day, found) }
    }

    /// The requests that are not done with an epoch, and have lines of it or had when it was open.
    private func pending(_ epoch: Epoch, _ found: DayLines) throws -> Set<Int> {
        try Set(
            numbers.filter { number in
                guard try catalog.rebuiltEpochs(forRequest: number)[epoch] == nil else { return false }
                return try found.requests[epoch]?.contains(number) ?? false
                    || catalog.waitingEpochs(forRequest: number)[epoch] != nil
            })
    }

    private func erase(_ epoch: Epoch, _ found: DayLines) throws {
        let pending = try pending(epoch, found)
        guard !pending.isEmpty else { return }
        do {
            if try catalog.state(of: epoch) == .closed {
                try rebuild(epoch, for: pending)
            } else {
                try eraseOpen(epoch, for: pending)
            }
        } catch let refusal as RebuildRefusal {
            refusedEpochs[epoch] = refusal
        }
    }

    private func eraseOpen(_ epoch: Epoch, for pending: Set<Int>) throws {
        guard let found = try rights.openEpochs.find(epoch) else { return }
        try catalog.erase(
            found.pseudonyms, in: epoch,
            for: Dictionary(uniqueKeysWithValues: pending.map { ($0, found.rows[$0] ?? 0) }), isWhole: found.isWhole)
    }

    private func rebuild(_ epoch: Epoch, for pending: Set<Int>) throws {
        var rows = Dictionary(uniqueKeysWithValues: pending.map { ($0, 0) })
        let corrections = try Corrections(rights, of: epoch.day)
        let made = try rights.rebuild.make(epoch) { [cover = rights.cover] batch, file, policy in
            let covers = try cover.covers(batch, of: file, by: policy)
            for cover in covers where cover.fate == .takenOut {
                for request in cover.requests.intersection(pending) { rows[request, default: 0] += 1 }
            }
            try corrections.putRight(&batch, policy)
            return LineFates(covers.map(\.fate))
        }
        try rights.put(made, for: rows)
    }

    private func reseal(_ day: Day, _ found: DayLines) throws {
        do {
            try rights.resealing.prepare(day, found.files)
            try catalog.raiseObjectionRevision()
            try rights.restriction.drain()
            rights.cover.forget()
            let gone = try DoomedLines(day, of: numbers, texts: texts, rights)
            try rights.resealing.run(day) { try gone.doomed($0, $1) }
            try rights.log.append(.resealed, [.day(.day, day), .count(.files, found.files.count)])
            // Those are on record as removed.
            for number in numbers { lines[number]?[day] = nil }
        } catch let refusal as RebuildRefusal {
            refusedResealing[day] = refusal
        }
    }
}
