public import Events

/// Events of a closed epoch that were made anew, and what goes on record with them.
public struct Rebuilding: Sendable {
    public let epoch: Epoch
    /// The finished file, still under its name of being written; nil if no row is left.
    public let file: PartitionFile?
    /// The rows that the epoch had when they were counted.
    public let rowsBefore: Int
    /// Rows that the epoch's sealed lines would make and its events no longer have, now or since an earlier rebuilding.
    public let takenOut: Int
    /// The rows that were taken out or put right, by the number of the request that is done with this epoch.
    public let requests: [Int: Int]

    public init(
        epoch: Epoch, file: PartitionFile?, rowsBefore: Int, takenOut: Int, requests: [Int: Int]
    ) {
        self.epoch = epoch
        self.file = file
        self.rowsBefore = rowsBefore
        self.takenOut = takenOut
        self.requests = requests
    }
}
