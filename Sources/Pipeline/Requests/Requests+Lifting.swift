import Events
public import Privacy
public import Store

extension Requests {
    /// Ends the restriction that a request has brought about, because the person wants it no more: lines count again from now on.
    ///
    /// - Throws: ``JobError`` (usage) if the request restricts nobody, or nobody confirmed it; ``OfficerError`` for a key that is
    ///   nobody's.
    public func lift(_ number: Int, showing key: OfficerKeyFile) throws -> RequestRecord {
        let officer = try directory.officer(showing: key)
        let record = try record(number)
        guard record.kind == .restrict, record.state == .done else {
            throw JobError(
                .usage,
                "Request \(number) restricts nobody: it is to \(record.kind.rawValue), and \(record.state.rawValue). Only what was"
                    + " restricted by a request that is done can be lifted.")
        }
        guard !record.isLifted else {
            throw JobError(.usage, "Request \(number) was lifted before: it restricts nobody any more.")
        }
        guard
            try environment.confirm("Lines of the person of request \(number) count again from now on. Is that meant?")
        else {
            throw JobError(
                .usage,
                "To lift what request \(number) restricts has to be confirmed. Nothing was done. Add --yes if it is meant."
            )
        }
        try store.catalog.liftObjections(ofRequest: Int64(number))
        let lifted = try store.catalog.take(
            .lift, of: number, by: Requests.text(officer), at: environment.now())
        try log(.requestLifted, lifted, [.officer(officer)])
        return lifted
    }
}
