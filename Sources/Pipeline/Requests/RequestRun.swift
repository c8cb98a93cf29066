public import Store

/// What came of a request that `request do` was told to do.
public struct RequestRun: Sendable {
    public enum Result: Sendable {
        /// It is done.
        case done(RequestOutcome)
        /// It goes on when days that are open have been closed.
        case waiting(RequestOutcome)
        /// It could not be done, and why; it stays as it was.
        case failed(String)
    }

    public let record: RequestRecord
    public let result: Result
    /// Requests of the same person that were on record before.
    public internal(set) var earlier: [RequestRecord] = []
}
