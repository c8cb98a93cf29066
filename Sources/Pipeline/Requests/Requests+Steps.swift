public import Events
public import Privacy
public import Store

extension Requests {
    /// Puts on record by what means it was verified that a request may be answered.
    ///
    /// - Parameter provesAddress: whether it was proved that nobody else uses the subject's addresses.
    /// - Throws: ``RequestStepError`` if the step does not fit, ``OfficerError`` for a key that is nobody's.
    public func verify(
        _ number: Int, by means: RequestMeans, provesAddress: Bool, showing key: OfficerKeyFile
    ) throws -> RequestRecord {
        let officer = try directory.officer(showing: key)
        let record = try store.catalog.take(
            .verify(means, provesAddress: provesAddress), of: number, by: Requests.text(officer), at: environment.now())
        try log(.requestVerified, record, [.means(means), .officer(officer)])
        return record
    }

    /// Approves a request, as one of as many officers as the policy asks for.
    public func approve(_ number: Int, showing key: OfficerKeyFile) throws -> RequestRecord {
        let officer = try directory.officer(showing: key)
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

    /// Refuses a request.
    ///
    /// - Returns: the notice for who has asked, which lies sealed with the request.
    public func refuse(
        _ number: Int, on ground: RequestGround, showing key: OfficerKeyFile
    ) throws -> (record: RequestRecord, notice: String) {
        let officer = try directory.officer(showing: key)
        let (ended, notice) = try end(number, with: .refused(ground), steps: [.refuse(ground)], by: officer)
        try log(.requestRefused, ended, [.ground(ground), .officer(officer)])
        return (ended, notice)
    }

    /// Ends a request: its last steps, and the answer in its language.
    func end(
        _ number: Int, with result: RequestAnswer.Result, steps: [RequestStep], by officer: Officer
    ) throws -> (record: RequestRecord, text: String) {
        let record = try record(number)
        // A step that does not fit is refused before anything is written; the transaction looks again.
        guard !record.state.isEnd else { throw RequestStepError.wrongState(number: number, record.state) }
        let now = environment.now()
        let answer = try answer(of: record, result, ended: now).text(
            NoticeLanguage(rawValue: record.language) ?? .english)
        var outcome: RequestOutcome?
        if case .done(let told) = result { outcome = told }
        let writer = try store.takeWriter(host: environment.hostName)
        let document = try stage(.answer(text: answer, outcome: outcome), of: record, writer)
        let ended = try writer.take(steps, of: number, by: Requests.text(officer), at: now, document: document)
        return (ended, answer)
    }

    func answer(
        of record: RequestRecord, _ result: RequestAnswer.Result, ended: Int64
    ) throws -> RequestAnswer {
        RequestAnswer(
            site: try policy.site, number: record.number, kind: record.kind, opened: day(of: record.opened),
            ended: day(of: ended), result: result)
    }
}
