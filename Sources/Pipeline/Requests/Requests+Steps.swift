public import Events
public import Privacy
public import Store

extension Requests {
    /// Puts on record by what means it was verified that a request may be answered.
    ///
    /// - Parameter provesAddress: whether it was proved that nobody else uses the subject's addresses.
    /// - Throws: ``RequestStepError`` if the step does not fit, ``OfficerError`` for a key that is nobody's, ``JobError`` (data) for
    ///   one that does not open the request.
    public func verify(
        _ number: Int, by means: RequestMeans, provesAddress: Bool, showing key: OfficerKeyFile
    ) throws -> RequestRecord {
        let officer = try reader(of: record(number), showing: key)
        let record = try store.catalog.take(
            .verify(means, provesAddress: provesAddress), of: number, by: Requests.text(officer), at: environment.now())
        try log(.requestVerified, record, [.means(means), .officer(officer)])
        return record
    }

    /// Approves a request, as one of as many officers as the policy asks for.
    ///
    /// - Throws: ``RequestStepError`` if the step does not fit, ``OfficerError`` for a key that is nobody's, ``JobError`` (data) for
    ///   one that does not open the request: who cannot read it has nothing to approve.
    public func approve(_ number: Int, showing key: OfficerKeyFile) throws -> RequestRecord {
        let officer = try reader(of: record(number), showing: key)
        let needed = needed(for: try record(number).kind, try policy)
        let record = try store.catalog.take(
            .approve(needed: needed), of: number, by: Requests.text(officer), at: environment.now())
        try log(.requestApproved, record, [.officer(officer)])
        return record
    }

    /// How many officers approve a request of a kind.
    func needed(for kind: RequestKind, _ policy: Policy) -> Int {
        Approval(rawValue: kind.rawValue).map { policy.options.approvals[$0] } ?? Approvals.allowed.upperBound
    }

    /// Refuses a request; that there is no data, or was an answer before, is looked up first.
    ///
    /// - Returns: the notice for who has asked, which lies sealed with the request.
    /// - Throws: ``RequestStepError`` if the step does not fit, ``OfficerError`` for a key that is nobody's, ``JobError``: usage for a
    ///   ground that does not hold, data for a key that does not open the request.
    public func refuse(
        _ number: Int, on ground: RequestGround, showing key: OfficerKeyFile
    ) throws -> (record: RequestRecord, notice: String) {
        let half = try key.privateHalf()
        let officer = try directory.officer(by: half)
        let record = try record(number)
        let site = try site(of: officer, folder: nil)
        try RequestAccess(site: site).expectLetters(of: [record])
        try expect(ground, for: record, at: site, by: half)
        let letter = try orderLetter(of: record, by: half)
        let (ended, notice) = try end(number, with: .refused(ground), letter, steps: [.refuse(ground)], by: officer)
        try log(.requestRefused, ended, [.ground(ground), .officer(officer)])
        return (ended, notice)
    }

    /// The officer whose key opens what a request says.
    private func reader(of record: RequestRecord, showing key: OfficerKeyFile) throws -> Officer {
        let half = try key.privateHalf()
        let officer = try directory.officer(by: half)
        try RequestAccess(site: site(of: officer, folder: nil)).expectLetters(of: [record])
        guard try directory.privateHalf(of: .request(record.number), by: half) != nil else {
            throw Requests.lostKeys(record.number)
        }
        return officer
    }

    /// What an order says, whose date stands in the answer; nil of other requests, and if it cannot be opened.
    func orderLetter(of record: RequestRecord, by half: borrowing PrivateHalf) throws -> RequestLetter? {
        guard record.kind == .authority else { return nil }
        do {
            return try letter(of: record, by: half)
        } catch is SealError {
            // What nobody can read any more can be refused all the same.
            return nil
        } catch is JobError {
            return nil
        } catch is RequestLetterError {
            // Nor does one stand in the way that names what orders do not name any more.
            return nil
        }
    }

    /// Ends a request: its last steps, and the answer in its language.
    func end(
        _ number: Int, with result: RequestAnswer.Result, _ letter: RequestLetter?, steps: [RequestStep],
        by officer: Officer
    ) throws -> (record: RequestRecord, text: String) {
        let record = try record(number)
        // A step that does not fit is refused before anything is written; the transaction looks again.
        guard !record.state.isEnd else { throw RequestStepError.wrongState(number: number, record.state) }
        let now = environment.now()
        let answer = try answer(of: record, result, letter, ended: now).text(
            NoticeLanguage(rawValue: record.language) ?? .english)
        var outcome: RequestOutcome?
        if case .done(let told) = result { outcome = told }
        let writer = try store.takeWriter(host: environment.hostName)
        let document = try stage(.answer(text: answer, outcome: outcome), of: record, writer)
        let ended = try writer.take(steps, of: number, by: Requests.text(officer), at: now, document: document)
        return (ended, answer)
    }

    func answer(
        of record: RequestRecord, _ result: RequestAnswer.Result, _ letter: RequestLetter?, ended: Int64
    ) throws -> RequestAnswer {
        let policy = try policy
        let ended = day(of: ended)
        return RequestAnswer(
            site: policy.site, number: record.number, kind: record.kind,
            opened: letter?.order?.date ?? day(of: record.opened), ended: ended,
            keptUntil: policy.options.retention[.requests].lastDay(for: ended), result: result,
            lifted: record.lifted.map(day(of:)))
    }
}
