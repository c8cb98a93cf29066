/// The columns of a file, in order.
///
/// There are no groups and no repeated columns: every column is a leaf of the root.
public struct ParquetSchema: Hashable, Sendable {
    public let columns: [ColumnSchema]

    public init(_ columns: [ColumnSchema]) {
        self.columns = columns
    }

    /// The position of the column called `name`, nil if there is none.
    public func index(of name: String) -> Int? {
        columns.firstIndex { $0.name == name }
    }
}
