public import Events
public import Store

/// A request that has come in.
public struct RequestOpening: Sendable {
    public let record: RequestRecord
    /// The days of an order that is about all of their lines; nil for everything else.
    public let wholeDays: ClosedRange<Day>?
    /// Days of an order whose sealed lines are gone.
    public let gone: [Day]
}
