public import Events

/// The bare counts of one epoch, with the people behind each: what disclosure control reads and nobody else should see.
///
/// Batches are counted visitor by visitor. Each batch holds all rows of its visitors, so batches and whole tallies
/// add up, and the pieces of a day can be counted in parallel.
public struct Tally: Sendable {
    public let epoch: Epoch
    /// How many visitors and networks are remembered per cell; disclosure control uses the same.
    public let threshold: Threshold
    /// One per dimension, in order of ``Dimension/allCases``.
    var tables: [CellTable]
    /// Visitors are numbered over all batches; this is the first number of the next.
    var visitorCount: UInt32 = 0
    /// Networks are numbered over all batches, which share them.
    var networkNumbers: [Pseudonym: UInt32] = [:]

    /// - Parameters:
    ///   - threshold: what disclosure control will ask for.
    ///   - seed: random, secret to the process: keys of cells come from outside and must not collide on purpose.
    public init(epoch: Epoch, threshold: Threshold, seed: UInt64) {
        self.epoch = epoch
        self.threshold = threshold
        tables = Dimension.allCases.map { CellTable($0, threshold: threshold, seed: seed) }
    }

    /// Adds a tally of other visitors of the same epoch.
    public mutating func merge(_ other: Tally) {
        precondition(other.epoch == epoch && other.threshold == threshold, "tallies of one epoch and threshold merge")
        var numbers = [UInt32](repeating: 0, count: other.networkNumbers.count)
        for (network, number) in other.networkNumbers { numbers[Int(number)] = self.number(of: network) }
        for index in tables.indices {
            tables[index].merge(other.tables[index], visitorOffset: visitorCount, networkNumbers: numbers)
        }
        visitorCount += other.visitorCount
    }

    mutating func number(of network: Pseudonym) -> UInt32 {
        if let known = networkNumbers[network] { return known }
        let number = UInt32(networkNumbers.count)
        networkNumbers[network] = number
        return number
    }

    func table(_ dimension: Dimension) -> CellTable {
        tables[dimension.rawValue]
    }
}
