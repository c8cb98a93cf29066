public import Events

/// All tables of an epoch counted to the end: what disclosure control reads and nobody else should see.
public struct CountedEpoch: Hashable, Sendable {
    public let epoch: Epoch
    /// How many visitors and networks cells remember.
    public let threshold: Threshold
    /// In order of the definitions, without those that are taken from another table and those of which nothing, or no
    /// value but `(none)`, was counted.
    public let tables: [CountedTable]
    /// Distinct people behind the requests and events of the epoch.
    public let visitors: Int
    /// For each visitor, by number, one of its networks, `UInt32.max` if none is known.
    public let networks: [UInt32]

    public init(epoch: Epoch, threshold: Threshold, tables: [CountedTable], visitors: Int, networks: [UInt32]) {
        self.epoch = epoch
        self.threshold = threshold
        self.tables = tables
        self.visitors = visitors
        self.networks = networks
    }

    /// The table called `name`, nil if nothing was counted in it.
    public func table(_ name: String) -> CountedTable? {
        tables.first { $0.definition.name == name }
    }
}
