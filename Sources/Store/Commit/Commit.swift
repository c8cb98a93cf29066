public import Events

/// Everything that one commit makes true at once.
public struct Commit: Sendable {
    /// Finished files, still under their names of being written.
    public var files: [PartitionFile] = []
    /// Finished files of sealed lines and documents, likewise.
    public var sealed: [SealedFile] = []
    /// Up to which change the list of objections was heeded for all sealed lines of the commit; nil if each file says so
    /// itself.
    public var revision: Int64?
    /// For each epoch, a number higher than every tie that the writer has given in it.
    public var ties: [Epoch: Int32] = [:]
    /// The inputs that the rows came from.
    public var inputs: [InputUpdate] = []
    /// Lines among the rows by which identifiers are proved.
    public var sightings: [PossessionSighting] = []

    public init() {}
}

/// What the catalog answers to a commit.
public struct CommitReceipt: Sendable {
    /// For each input of the commit, one place for each of its contents, in their order.
    public let places: [[ContentPlace]]
    /// The mark after the commit.
    public let revision: Int64
    /// The sealed files that are on record now; those of days that are being destroyed were left out.
    public let sealed: [SealedFile]
}
