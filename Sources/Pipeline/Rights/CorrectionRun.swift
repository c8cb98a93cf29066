import Events
import Intake
import Privacy
import Store

/// The correction of what is stored of some people; each step that is done is on record, so the next run goes on behind it.
final class CorrectionRun {
    private let tasks: [RequestTask]
    private let rights: RightsRun
    private var refused: [Day: RebuildRefusal] = [:]
    private var lines: [Int: [Day: Int]] = [:]

    private var numbers: Set<Int> { Set(tasks.map(\.number)) }
    private var catalog: Catalog { rights.catalog }

    init(_ tasks: [RequestTask], _ rights: RightsRun) {
        self.tasks = tasks
        self.rights = rights
    }

    func carryOut() throws -> [Int: RequestOutcome] {
        try rights.replaced.finish()
        try rights.restriction.restrict(tasks)
        let days = try rights.livingDays()
        try rights.recordLook(days)
        if let last = days.last { try putOnRecord(days, last) }
        let epochs = try catalog.epochs([.open, .closing, .closed])
        for day in days { try putRight(day, epochs.filter { $0.day == day }) }
        return try outcomes(days)
    }

    /// Seals what is right, for those of whom it is not on record.
    private func putOnRecord(_ days: [Day], _ last: Day) throws {
        let known = Set(
            try catalog.sealedDays(.corrections).flatMap { try catalog.sealedFiles(.corrections, of: $0) }.map(\.pair))
        let new = tasks.filter { !known.contains(.correction($0.number)) }
        guard !new.isEmpty else { return }
        let ties = try AddressTies(new, rights, days)
        for task in new {
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

    private func putRight(_ day: Day, _ epochs: [Epoch]) throws {
        do {
            let corrections = try Corrections(rights, of: day)
            let found = try DayLines(day, rights) { batch, _, policy in
                try corrections.find(batch, policy).map { $0.intersection(numbers) }
            }
            for (request, count) in found.counts { lines[request, default: [:]][day] = count }
            for epoch in epochs { try putRight(epoch, found.requests[epoch] ?? [], corrections) }
        } catch let refusal as RebuildRefusal {
            refused[day] = refusal
        }
    }

    private func putRight(_ epoch: Epoch, _ requests: Set<Int>, _ corrections: Corrections) throws {
        let pending = try requests.filter { try catalog.rebuiltEpochs(forRequest: $0)[epoch] == nil }
        guard !pending.isEmpty else { return }
        var rows = Dictionary(uniqueKeysWithValues: pending.map { ($0, 0) })
        guard try catalog.state(of: epoch) == .closed else { return try catalog.recordWaiting(epoch, for: rows) }
        let made = try rights.rebuild.make(epoch) { [cover = rights.cover] batch, file, policy in
            let fates = try cover.covers(batch, of: file, by: policy).map(\.fate)
            let found = try corrections.putRight(&batch, policy)
            for (fate, found) in zip(fates, found) where fate == .kept {
                for request in found.intersection(pending) { rows[request, default: 0] += 1 }
            }
            return fates
        }
        try rights.put(made, for: rows)
    }

    private func outcomes(_ days: [Day]) throws -> [Int: RequestOutcome] {
        var outcomes: [Int: RequestOutcome] = [:]
        for task in tasks {
            var outcome = RequestOutcome()
            let found = lines[task.number] ?? [:]
            outcome[.lines] = found.values.reduce(0, +)
            outcome[.rows] = try catalog.rebuiltEpochs(forRequest: task.number).values.reduce(0, +)
            outcome.add(days: found.keys)
            for day in refused.keys.sorted() { outcome.stays.append(.init(.events, .damaged, days: day...day)) }
            let waiting = Set(try catalog.waitingEpochs(forRequest: task.number).keys.map(\.day))
            outcome.wait(for: waiting)
            outcome.stays += try RightsStays(rights).unattributable(beside: days)
            // Now what is stored is right, and may be counted again.
            if waiting.isEmpty { try catalog.liftObjections(ofRequest: Int64(task.number)) }
            outcomes[task.number] = outcome
        }
        return outcomes
    }
}
