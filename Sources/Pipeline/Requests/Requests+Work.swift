import Events
public import Privacy
import Store

extension Requests {
    /// A request that is to be done, with what it says.
    private struct Ready {
        let record: RequestRecord
        let task: RequestTask
    }

    /// Does what approved requests ask for, and goes on with those that a crash or an open day has interrupted.
    ///
    /// Requests of one kind are done together, so that each day is gone through once. What is missing, be it a folder, an
    /// answer to a question or a key that opens the days, is missed before anything is done or put on record.
    ///
    /// - Parameters:
    ///   - numbers: nil for all that are approved or being done.
    ///   - folder: where files for a person or an authority go.
    /// - Throws: ``RequestStepError`` if one of the numbers is not to be done now, ``JobError`` (usage) if nobody confirmed
    ///   that something is to be erased or all lines are to be handed over, (data) if days are sealed to other officers;
    ///   ``StoreError`` (busy) if another process does requests.
    public func carryOut(_ numbers: [Int]?, into folder: String?, showing key: OfficerKeyFile) throws -> [RequestRun] {
        let lock = try store.lockRequestWork()
        defer { withExtendedLifetime(lock) {} }
        let half = try key.privateHalf()
        let site = try site(of: directory.officer(by: half), folder: folder)
        let access = RequestAccess(site: site)
        let records = try ready(numbers)
        try access.expectLetters(of: records)
        var runs: [RequestRun] = []
        var ready: [Ready] = []
        for record in records {
            do {
                ready.append(Ready(record: record, task: try task(of: record, by: half)))
            } catch let error as JobError {
                runs.append(RequestRun(record: record, result: .failed(error.message)))
            } catch let error as RequestLetterError {
                runs.append(RequestRun(record: record, result: .failed(error.description)))
            }
        }
        try expectFolder(for: ready.map(\.task), at: site)
        try access.expectLines(for: ready.map(\.task))
        try confirm(ready)
        for kind in RequestKind.allCases {
            runs += try carryOut(ready.filter { $0.record.kind == kind }, kind, at: site, by: half)
        }
        return runs.sorted { $0.record.number < $1.record.number }
    }

    private func ready(_ numbers: [Int]?) throws -> [RequestRecord] {
        func isReady(_ record: RequestRecord) -> Bool { record.state == .approved || record.state == .doing }
        guard let numbers else { return try store.catalog.requests().filter(isReady) }
        return try Set(numbers).sorted().map { number in
            let record = try record(number)
            guard isReady(record) else { throw RequestStepError.wrongState(number: number, record.state) }
            return record
        }
    }

    func task(of record: RequestRecord, by half: borrowing PrivateHalf) throws -> RequestTask {
        RequestTask(
            number: record.number, kind: record.kind, letter: try letter(of: record, by: half),
            isSoleUser: record.isSoleUser, opened: record.opened)
    }

    /// Looks for what the command has to name, or to have laid ready, where somebody gets files.
    private func expectFolder(for tasks: [RequestTask], at site: RequestSite) throws {
        guard tasks.contains(where: { $0.kind == .disclose || $0.kind == .authority }) else { return }
        let folder = try RequestFolder(site)
        for task in tasks where task.kind == .authority { _ = try AuthorityWork.recipient(task.number, folder) }
    }

    /// Asks before anything is erased, unless it was begun and so has been confirmed, and before everything is handed over.
    private func confirm(_ ready: [Ready]) throws {
        let erased = ready.filter { $0.record.kind == .erase && $0.record.state == .approved }
            .map { "\($0.record.number)" }
        if !erased.isEmpty {
            let names = (erased.count == 1 ? "request " : "requests ") + erased.joined(separator: ", ")
            guard try environment.confirm("Data is erased for good by \(names). Is that meant?") else {
                throw JobError(
                    .usage, "To erase data by \(names) has to be confirmed. Nothing was done. Add --yes if it is meant."
                )
            }
        }
        for task in ready.map(\.task) {
            guard let order = task.letter.order, order.isOfAllLines else { continue }
            let count = order.days.upperBound.number - order.days.lowerBound.number + 1
            let lines = "all lines of \(count == 1 ? "1 day" : "\(count) days"), \(order.days.text)"
            guard
                try environment.confirm(
                    "The order of request \(task.number) has no filter: \(lines), are handed over. Is that meant?")
            else {
                throw JobError(
                    .usage,
                    "The order of request \(task.number) has no filter: \(lines), would be handed over. Nothing was done."
                        + " Add --yes if it is meant.")
            }
        }
    }

    private func carryOut(
        _ ready: [Ready], _ kind: RequestKind, at site: RequestSite, by half: borrowing PrivateHalf
    ) throws -> [RequestRun] {
        guard !ready.isEmpty else { return [] }
        let begun = try ready.map { try begin($0.record, by: site.officer) }
        let outcomes = try Requests.work(for: kind).carryOut(ready.map(\.task), at: site, showing: half)
        return try zip(ready, begun).compactMap { ready, record in
            guard let outcome = outcomes[record.number] else { return nil }
            var run = try settle(record, outcome, ready.task.letter, by: site.officer)
            run.earlier = try earlier(than: record)
            return run
        }
    }

    private func begin(_ record: RequestRecord, by officer: Officer) throws -> RequestRecord {
        let begun = try store.catalog.take(
            .begin, of: record.number, by: Requests.text(officer), at: environment.now())
        try log(.requestBegun, begun, [.officer(officer)])
        return begun
    }

    private func settle(
        _ record: RequestRecord, _ outcome: RequestOutcome, _ letter: RequestLetter, by officer: Officer
    ) throws -> RequestRun {
        guard !outcome.isWaiting else { return RequestRun(record: record, result: .waiting(outcome)) }
        let (ended, _) = try end(record.number, with: .done(outcome), letter, steps: [.finish], by: officer)
        try log(
            .requestDone, ended,
            [
                .officer(officer), .count(.lines, outcome[.lines]), .count(.rows, outcome[.rows]),
                .count(.faults, outcome.faults.count),
            ])
        return RequestRun(record: ended, result: .done(outcome))
    }

    /// Who does what requests of a kind ask for.
    static func work(for kind: RequestKind) -> any RequestWork {
        switch kind {
        case .restrict: Restriction()
        case .disclose: DisclosureWork()
        case .correct: Correction()
        case .erase: Erasure()
        case .authority: AuthorityWork()
        }
    }
}
