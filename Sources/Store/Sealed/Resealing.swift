public import Events

/// Sealed files of one day that take the place of others, and what goes on record with them.
public struct Resealing: Sendable {
    public let day: Day
    /// The files on record that go.
    public let old: [SealedFile]
    /// Finished files, still under their names of being written.
    public let new: [SealedFile]
    /// The pairs that the old files are sealed to, which are to be destroyed.
    public let pairs: Set<PairName>
    /// Lines that were taken out, by the number of the request for which they were.
    public let removed: [Int: Int]
    /// How many of them the events of their epoch have had.
    public let counted: [Epoch: Int]

    public init(
        day: Day, old: [SealedFile], new: [SealedFile], pairs: Set<PairName>, removed: [Int: Int],
        counted: [Epoch: Int]
    ) {
        self.day = day
        self.old = old
        self.new = new
        self.pairs = pairs
        self.removed = removed
        self.counted = counted
    }
}
