import Events
import Parquet

/// What the footer of a partition says of it.
public struct PartitionFooter: Sendable {
    public let rows: Int64
    public let format: String?
    public let epoch: String?
    public let writer: String?
    /// The digest of the policy that let the rows through.
    public let policy: String?
    /// Whether its columns are those that partitions have.
    public let hasSchema: Bool

    /// Reads a footer.
    ///
    /// - Returns: nil if it cannot be read.
    /// - Throws: ``StoreError`` (io).
    public static func read(_ path: String) throws -> PartitionFooter? {
        do {
            return PartitionFooter(try ParquetFile(FileSource(path: path)).metadata)
        } catch is ParquetError {
            return nil
        }
    }

    private init(_ metadata: FileMetadata) {
        rows = metadata.rowCount
        format = metadata.value(of: PartitionSchema.format)
        epoch = metadata.value(of: PartitionSchema.epoch)
        writer = metadata.value(of: PartitionSchema.writer)
        policy = metadata.value(of: PartitionSchema.policy)
        hasSchema = metadata.schema.columns.map(\.name) == PartitionSchema.parquet.columns.map(\.name)
    }

    /// What of it is not as on record, in words.
    public func disagreements(with file: PartitionFile) -> [String] {
        var words: [String] = []
        if rows != Int64(file.rows) { words.append("number of rows") }
        if format != PartitionSchema.version { words.append("format") }
        if epoch != file.epoch.description { words.append("epoch") }
        if writer != file.name.writer { words.append("writer") }
        if !hasSchema { words.append("columns") }
        return words
    }
}
