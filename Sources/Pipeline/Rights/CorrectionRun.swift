import Events
import Intake
import Privacy
import Store

/// The correction of what is stored of some people; each step that is done is on record, so the next run goes on behind it.
///
/// Until the events of all days that it concerns are put right, nothing more of the people is let into events. What was left out
/// meanwhile comes back when the events of its epoch are made anew, also of days that came later.
final class CorrectionRun {
    private let tasks: [RequestTask]
    private let rights: RightsRun
    private var refused: [Day: RebuildRefusal] = [:]
    private var lines: [Int: [Day: Int]] = [:]
    /// The requests that have something to be put right in an epoch that is not closed.
    private var unfinished: Set<Int> = []

    private var numbers: Set<Int> { Set(tasks.map(\.number)) }
    private var catalog: Catalog { rights.catalog }

    init(_ tasks: [RequestTask], _ rights: RightsRun) {
        self.tasks = tasks
        self.rights = rights
    }

    func carryOut() throws -> [Int: RequestOutcome] {
        try rights.replaced.finish()
        let new = try tasks.filter { try !isOnRecord($0) }
        // The restriction of one that is on record is in force, or has ended for good.
        try rights.restriction.restrict(new)
        let days = try rights.livingDays()
        try rights.recordLook(days)
        if let last = days.last { try putOnRecord(new, days, last) }
        for day in days { try putRight(day) }
        try endRestriction()
        return try outcomes(days)
    }

    private func isOnRecord(_ task: RequestTask) throws -> Bool {
        try catalog.sealedDays(.corrections).contains { day in
            try catalog.sealedFiles(.corrections, of: day).contains { $0.pair == .correction(task.number) }
        }
    }

    /// Seals what is right.
    private func putOnRecord(_ tasks: [RequestTask], _ days: [Day], _ last: Day) throws {
        guard !tasks.isEmpty else { return }
        let ties = try AddressTies(tasks, rights, days)
        for task in tasks {
            let tags = rights.restriction.tags(of: task, tiedDays: ties.tiedDays(of: task))
            let document = CorrectionDocument(tags, task.letter.corrections)
            guard let pair = try rights.site.directory.pair(.correction(task.number), create: true) else {
                throw JobError(.missing, "There is no key-encryption key. Restore the key directory.")
            }
            let name = try rights.writer.nameSealedFile(.corrections, of: last)
            let sealed = try SealedDocument.seal(document.encoded, as: name, to: pair)
            var commit = Commit()
            commit.sealed = [try rights.writer.stageDocument(sealed, as: name, to: pair.name)]
            _ = try rights.writer.commit(commit)
        }
    }

    private func putRight(_ day: Day) throws {
        do {
            let corrections = try Corrections(rights, of: day)
            let epochs = try epochs(of: day)
            var leftOut: [Epoch: Set<Int>] = [:]
            let found = try DayLines(day, rights) { [cover = rights.cover, numbers] batch, file, policy in
                if let epoch = ClosedEpoch.epoch(of: file, among: epochs) {
                    for cover in try cover.covers(batch, of: file, by: policy) where cover.fate == .neverIn {
                        leftOut[epoch, default: []].formUnion(cover.leftOutBy.intersection(numbers))
                    }
                }
                return try corrections.find(batch, policy).map { DayLines.Owners(requests: $0.intersection(numbers)) }
            }
            for (request, count) in found.counts { lines[request, default: [:]][day] = count }
            for epoch in epochs {
                let concerned = found.requests[epoch] ?? []
                let pending = try numbers.filter { number in
                    guard try catalog.rebuiltEpochs(forRequest: number)[epoch] == nil else { return false }
                    return try concerned.contains(number) || leftOut[epoch]?.contains(number) ?? false
                        || catalog.waitingEpochs(forRequest: number)[epoch] != nil
                }
                if try !putRight(epoch, pending, corrections) { unfinished.formUnion(concerned.intersection(pending)) }
            }
        } catch let refusal as RebuildRefusal {
            refused[day] = refusal
        }
    }

    /// - Returns: false if it has to be done once the epoch is closed.
    private func putRight(_ epoch: Epoch, _ pending: Set<Int>, _ corrections: Corrections) throws -> Bool {
        guard !pending.isEmpty else { return true }
        var rows = Dictionary(uniqueKeysWithValues: pending.map { ($0, 0) })
        guard try catalog.state(of: epoch) == .closed else {
            try catalog.recordWaiting(epoch, for: rows)
            return false
        }
        let made = try rights.rebuild.make(epoch) { [cover = rights.cover] batch, file, policy in
            let before = try cover.covers(batch, of: file, by: policy)
            let after = try cover.covers(batch, of: file, by: policy, finishing: pending)
            let found = try corrections.putRight(&batch, policy)
            for row in after.indices where after[row].fate == .kept {
                let requests = before[row].fate == .kept ? found[row] : found[row].union(before[row].leftOutBy)
                for request in requests.intersection(pending) { rows[request, default: 0] += 1 }
            }
            return LineFates(before: before.map(\.fate), now: after.map(\.fate))
        }
        try rights.put(made, for: rows)
        return true
    }

    /// Lets those into events again of whom everything is put right, and finds out what writers have left out to the last.
    private func endRestriction() throws {
        let revision = try catalog.objectionRevision()
        let restricted = Set(try catalog.objections(at: revision).map { Int($0.request) })
        let finished = numbers.subtracting(unfinished).intersection(restricted)
        guard !finished.isEmpty else { return }
        for number in finished { try catalog.liftObjections(ofRequest: Int64(number)) }
        try rights.restriction.drain()
        rights.cover.forget()
        for day in try rights.livingDays() where try hasOpenEpoch(day) { try putRight(day) }
    }

    private func hasOpenEpoch(_ day: Day) throws -> Bool {
        try epochs(of: day).contains { try catalog.state(of: $0) != .closed }
    }

    private func epochs(of day: Day) throws -> [Epoch] {
        try catalog.epochs([.open, .closing, .closed]).filter { $0.day == day }
    }

    private func outcomes(_ days: [Day]) throws -> [Int: RequestOutcome] {
        var outcomes: [Int: RequestOutcome] = [:]
        for task in tasks {
            var outcome = RequestOutcome()
            let found = lines[task.number] ?? [:]
            outcome[.lines] = found.values.reduce(0, +)
            outcome[.rows] = try catalog.rebuiltEpochs(forRequest: task.number).values.reduce(0, +)
            outcome.add(days: found.keys)
            outcome.stays += RightsStays.refused(.events, refused)
            outcome.wait(for: Set(try catalog.waitingEpochs(forRequest: task.number).keys.map(\.day)))
            outcome.stays += try RightsStays(rights).unattributable(beside: days)
            outcomes[task.number] = outcome
        }
        return outcomes
    }
}
