public import Events
import Parquet

/// A partition file that is being written, under a name that no reader takes for a partition.
public final class StagedPartition {
    public let name: PartitionName
    public let epoch: Epoch
    public private(set) var rowCount = 0
    private let path: String
    private var writer: ParquetWriter<DigestingSink>?

    init(name: PartitionName, epoch: Epoch, path: String, digest: any StreamDigest) throws {
        self.name = name
        self.epoch = epoch
        self.path = path
        writer = try ParquetWriter(
            schema: PartitionSchema.parquet, sink: try DigestingSink(path: path, digest: digest),
            options: WriterOptions())
    }

    /// Bytes written so far.
    public var byteCount: Int64 { writer?.bytesWritten ?? 0 }

    /// Writes the rows as one row group, in their order.
    public func append(_ rows: EventBatch) throws {
        precondition(rows.epoch == epoch, "a partition holds one epoch")
        let columns = PartitionSchema.parquet.columns
        try writer?.appendRowGroup(rowCount: rows.rowCount) { rows.parquetColumn(columns[$0].name) }
        rowCount += rows.rowCount
    }

    /// Ends the file and makes it durable.
    /// - Parameter policy: the digest of the policy that let the rows through.
    public func finish(policy: String, closed: Bool) throws -> PartitionFile {
        guard let writer = writer.take() else { preconditionFailure("a partition is finished once") }
        let sink = try writer.finish(metadata: [
            FileMetadata.KeyValue(PartitionSchema.format, PartitionSchema.version),
            FileMetadata.KeyValue(PartitionSchema.policy, policy),
            FileMetadata.KeyValue(PartitionSchema.epoch, epoch.description),
            FileMetadata.KeyValue("footfall.supplement", String(epoch.supplement)),
            FileMetadata.KeyValue(PartitionSchema.writer, name.writer),
            FileMetadata.KeyValue("footfall.closed", closed ? "true" : "false"),
        ])
        let (bytes, digest) = try sink.finish()
        return PartitionFile(name: name, epoch: epoch, rows: rowCount, bytes: bytes, digest: digest)
    }

    /// Removes the file.
    public func discard() throws {
        writer = nil
        try FileSystem.remove(path)
    }
}
