import Events
public import Privacy
import Store

/// Records that are kept longer than the day they came in on: <doc:Holds>.
public struct Holds {
    let environment: JobEnvironment
    let store: Store
    let directory: KeyDirectory

    public init(environment: JobEnvironment) throws {
        self.environment = environment
        (store, directory) = try environment.openBoth(create: false)
    }

    var catalog: Catalog { store.catalog }
    var log: AuditLog { environment.audit(directory) }

    /// Puts a hold on record and copies its records, unless another officer has to approve it first.
    ///
    /// A hold that asks for the same and was interrupted goes on; so do others that were approved. What an active hold has that
    /// asks for the same is not copied again.
    ///
    /// - Throws: ``JobError``: missing if the lines of a day are gone or due, usage if the days make no sense.
    ///   ``SealError/cannotOpen`` if a day is not sealed to the officer; ``OfficerError``, ``StoreError``.
    public func add(_ request: HoldRequest, showing key: OfficerKeyFile) throws -> HoldOutcome {
        try changing { () throws -> HoldOutcome in
            let opener = try VaultOpener.open(directory, showing: key)
            let policy = try environment.ruling(in: store, keys: directory).policy
            let terms = try HoldTerms(environment, store, policy)
            let all = try catalog.holds()
            let unfinished = all.filter { [.proposed, .copying].contains($0.state) }
            if let same = try unfinished.first(where: { try isSame($0, request, opener) }) {
                return try goOn(with: same.number, terms, opener)
            }
            try terms.check(request)
            try expectOpen(request.days.list, opener)
            let active = try all.filter { try $0.state == .active && isSame($0, request, opener) }
            if let whole = try active.first(where: { try hasAll($0, request, opener) }) {
                try finishOthers(unfinished, terms, opener)
                return HoldOutcome(whole, terms, isKnown: true)
            }
            let number = try propose(request, approvals: policy.options.approvals[.hold], opener)
            let outcome = try goOn(with: number, terms, opener)
            try finishOthers(unfinished, terms, opener)
            return outcome
        }
    }

    /// Records that an officer is for a hold; with enough of them, its records are copied.
    ///
    /// - Throws: ``JobError``: missing if there is no such hold, usage if it needs no approval, or not this officer's.
    ///   Else as ``add(_:showing:)``.
    public func approve(_ number: Int, showing key: OfficerKeyFile) throws -> HoldOutcome {
        try changing { () throws -> HoldOutcome in
            let opener = try VaultOpener.open(directory, showing: key)
            let terms = try HoldTerms(environment, store, environment.ruling(in: store, keys: directory).policy)
            let hold = try hold(number)
            switch hold.state {
            case .proposed:
                let fingerprint = opener.officer.publicHalf.fingerprint
                guard !hold.approvals.contains(where: { $0.fingerprint == fingerprint }) else {
                    throw JobError(
                        .usage,
                        "\(opener.officer.name) is for hold \(number) already. Another officer has to approve it.")
                }
                _ = try document(of: hold, opener)
                try expectOpen(try hold.waitingDays.filter { try !terms.isGone($0) }, opener)
                try log.append(.holdApproved, [.officer(opener.officer), .count(.number, number)])
                try catalog.approve(number, approval(by: opener.officer))
            case .copying: break
            case .active: throw JobError(.usage, "Hold \(number) is active already.")
            case .released, .ended: throw JobError(.usage, "Hold \(number) is over already.")
            }
            return try goOn(with: number, terms, opener)
        }
    }

    /// All holds, by number.
    public func list() throws -> [HoldOutcome] {
        let terms = try readingTerms()
        return try catalog.holds().map { HoldOutcome($0, terms) }
    }

    /// - Throws: ``JobError`` (missing) if there is no hold of this number.
    func hold(_ number: Int) throws -> Hold {
        guard let hold = try catalog.hold(number) else {
            throw JobError(.missing, "There is no hold \(number). `footfall hold list` tells which there are.")
        }
        return hold
    }

    /// Terms for who changes nothing.
    func readingTerms() throws -> HoldTerms {
        let ruling = try environment.register(of: store).ruling(over: environment.policy).ruling
        return try HoldTerms(environment, store, ruling.policy)
    }

    /// Does something while nobody else changes holds, after what crashed processes left is finished.
    func changing<Value>(_ body: () throws -> Value) throws -> Value {
        let lock = try store.lockHolds()
        defer { withExtendedLifetime(lock) {} }
        try store.recover()
        return try body()
    }

    func approval(by officer: Officer) -> HoldApproval {
        HoldApproval(
            officer: officer.name, fingerprint: officer.publicHalf.fingerprint, time: environment.now())
    }
}
