/// What the footer says about one row group.
public struct RowGroupMetadata: Hashable, Sendable {
    public let rowCount: Int
    /// One entry per column of the schema.
    public let columns: [ColumnChunkMetadata]
}
