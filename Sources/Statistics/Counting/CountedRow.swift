/// One row of a counted table.
public struct CountedRow: Hashable, Sendable {
    /// One per dimension of the definition.
    public var labels: [String]
    /// One per measure of the definition, then one per guard, in order.
    public var cells: [CountedCell]
    /// What the requests of the row took; nil where fewer than `threshold.visitors` visitors are behind the values.
    public var durations: Distribution?
    /// Seconds: how long visits lasted or pages were viewed, by the definition's quantity; nil as above.
    public var viewing: Distribution?

    public init(
        labels: [String], cells: [CountedCell], durations: Distribution? = nil, viewing: Distribution? = nil
    ) {
        self.labels = labels
        self.cells = cells
        self.durations = durations
        self.viewing = viewing
    }
}
