import Events
public import Privacy
import Store

extension Requests {
    /// Does what approved requests ask for, and goes on with those that a crash or an open day has interrupted.
    ///
    /// Requests of one kind are done together, so that each day is gone through once.
    ///
    /// - Parameters:
    ///   - numbers: nil for all that are approved or being done.
    ///   - folder: where files for a person or an authority go.
    /// - Throws: ``RequestStepError`` if one of the numbers is not to be done now, ``JobError`` (usage) if nobody confirmed
    ///   that something is to be erased, ``StoreError`` (busy) if another process does requests.
    public func carryOut(_ numbers: [Int]?, into folder: String?, showing key: OfficerKeyFile) throws -> [RequestRun] {
        let lock = try store.lockRequestWork()
        defer { withExtendedLifetime(lock) {} }
        let half = try key.privateHalf()
        let site = RequestSite(
            environment: environment, store: store, directory: directory, policy: try policy, calendar: calendar,
            officer: try directory.officer(by: half), folder: folder)
        let records = try ready(numbers)
        try confirm(records)
        var runs: [RequestRun] = []
        for kind in RequestKind.allCases {
            runs += try carryOut(records.filter { $0.kind == kind }, kind, at: site, by: half)
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

    /// Asks before anything is erased; what was begun has been confirmed.
    private func confirm(_ records: [RequestRecord]) throws {
        let erased = records.filter { $0.kind == .erase && $0.state == .approved }.map { "\($0.number)" }
        guard !erased.isEmpty else { return }
        let names = (erased.count == 1 ? "request " : "requests ") + erased.joined(separator: ", ")
        guard try environment.confirm("Data is erased for good by \(names). Is that meant?") else {
            throw JobError(
                .usage, "To erase data by \(names) has to be confirmed. Nothing was done. Add --yes if it is meant.")
        }
    }

    private func carryOut(
        _ records: [RequestRecord], _ kind: RequestKind, at site: RequestSite, by half: borrowing PrivateHalf
    ) throws -> [RequestRun] {
        guard !records.isEmpty else { return [] }
        let work = Requests.work(for: kind)
        var runs: [RequestRun] = []
        var tasks: [RequestTask] = []
        var begun: [Int: RequestRecord] = [:]
        for record in records {
            do {
                let letter = try letter(of: record, by: half)
                begun[record.number] = try begin(record, by: site.officer)
                tasks.append(
                    RequestTask(
                        number: record.number, kind: kind, letter: letter, isSoleUser: record.isSoleUser,
                        opened: record.opened))
            } catch let error as JobError {
                runs.append(RequestRun(record: record, result: .failed(error.message)))
            }
        }
        guard !tasks.isEmpty else { return runs }
        let outcomes = try work.carryOut(tasks, at: site, showing: half)
        for task in tasks {
            guard let outcome = outcomes[task.number], let record = begun[task.number] else { continue }
            runs.append(try settle(record, outcome, by: site.officer))
        }
        return runs
    }

    private func begin(_ record: RequestRecord, by officer: Officer) throws -> RequestRecord {
        let begun = try store.catalog.take(
            .begin, of: record.number, by: Requests.text(officer), at: environment.now())
        try log(.requestBegun, begun, [.officer(officer)])
        return begun
    }

    private func settle(_ record: RequestRecord, _ outcome: RequestOutcome, by officer: Officer) throws -> RequestRun {
        guard !outcome.isWaiting else { return RequestRun(record: record, result: .waiting(outcome)) }
        let (ended, _) = try end(record.number, with: .done(outcome), steps: [.finish], by: officer)
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
