/// Where a table stands in a report and in which order its rows do.
public struct TableLayout: Hashable, Sendable {
    /// In which order rows are read.
    public enum Order: Hashable, Sendable {
        /// The largest first; rows beyond the first ones may be left out.
        case value
        /// As the labels follow each other, such as hours; all of them are printed.
        case label
    }

    public let name: String
    public let group: TableGroup
    /// What the labels are: one, or two of which the first names the row of the containing table.
    public let dimensions: [String]
    public let order: Order
    /// The table whose rows contain those of this one, for tables of two dimensions.
    public let container: String?

    init(
        _ name: String, _ group: TableGroup, _ dimensions: String..., order: Order = .value, in container: String? = nil
    ) {
        self.name = name
        self.group = group
        self.dimensions = dimensions
        self.order = order
        self.container = container
    }
}
