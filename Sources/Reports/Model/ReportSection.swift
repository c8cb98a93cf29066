/// The rows under one row of the containing table, or all rows of a table of one dimension.
public struct ReportSection: Hashable, Sendable {
    /// The label of the containing row; nil in tables of one dimension.
    public let group: String?
    /// The containing row, if its table was released.
    public let container: ReportRow?
    public let rows: [ReportRow]
}
