public import Events

/// A day to which nothing is sealed any more, because its sealed lines are being destroyed or are gone.
public struct MarkedDay: Hashable, Sendable {
    public let day: Day
    /// When its destruction began, in milliseconds since 1970.
    public let marked: Int64
    /// When nothing was left of it; nil while its destruction is not finished.
    public let destroyed: Int64?
    /// What its certificate says that cannot be found out later.
    public let report: String
}
