public import Events

/// A partition file as the catalog records it.
public struct PartitionFile: Hashable, Sendable {
    public let name: PartitionName
    public let epoch: Epoch
    public let rows: Int
    public let bytes: Int64
    /// SHA-256 of the whole file.
    public let digest: [UInt8]

    public init(name: PartitionName, epoch: Epoch, rows: Int, bytes: Int64, digest: [UInt8]) {
        self.name = name
        self.epoch = epoch
        self.rows = rows
        self.bytes = bytes
        self.digest = digest
    }
}
