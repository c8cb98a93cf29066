public import Store

/// What came of accounts that an account system has handed over.
public struct WithdrawalSummary: Sendable {
    /// The requests that were opened, in the order of the file.
    public internal(set) var opened: [RequestRecord] = []
    /// How many people are on record already with a request of the kind that has not ended, or was done.
    public internal(set) var known = 0
    /// Whether they were verified, approved and restricted at once.
    public internal(set) var isTrusted = false
}
