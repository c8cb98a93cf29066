public import Events
public import Store

/// A request that has come in.
public struct RequestOpening: Sendable {
    public let record: RequestRecord
    /// Requests of the same person that were on record before.
    public let earlier: [RequestRecord]
    /// Days of an order whose sealed lines are gone.
    public let gone: [Day]
}
