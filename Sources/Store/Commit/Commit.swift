public import Events

/// Everything that one commit makes true at once.
public struct Commit: Sendable {
    /// Finished files, still under their names of being written.
    public var files: [PartitionFile] = []
    /// For each epoch, a number higher than every tie that the writer has given in it.
    public var ties: [Epoch: Int32] = [:]
    public var contents: [ContentUpdate] = []
    public var sources: [SourceMemory] = []
    /// The mark from which on another run's record of the same input is a conflict.
    public var revision: Int64 = 0

    public init() {}
}

/// What the catalog answers to a commit.
public struct CommitReceipt: Sendable {
    /// One place for each content of the commit, in its order.
    public let places: [ContentPlace]
    /// The mark after the commit.
    public let revision: Int64
}
