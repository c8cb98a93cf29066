import Events
import Statistics
import Store

/// Counts the rows of one epoch.
struct EpochCounting {
    let epoch: Epoch
    let day: LocalDay
    let threshold: Threshold
    let seed: UInt64
    private let definitions = Definition.standard

    init(epoch: Epoch, day: LocalDay, threshold: Threshold, seed: UInt64) {
        self.epoch = epoch
        self.day = day
        self.threshold = threshold
        self.seed = seed
    }

    /// Counts a file whose row groups each hold all rows of their visitors.
    func count(_ reader: PartitionReader) throws -> CountedEpoch {
        try count(0..<reader.rowGroupCount) { try reader.read(rowGroup: $0, PartitionReader.Projection($1)) }
    }

    /// Counts batches that each hold all rows of their visitors.
    func count(_ batches: [EventBatch]) -> CountedEpoch {
        count(batches.indices) { index, _ in batches[index] }
    }

    /// - Parameter batch: gives a batch with the columns that are wanted.
    private func count(
        _ batches: Range<Int>, _ batch: (Int, CountedColumns) throws -> EventBatch
    ) rethrows -> CountedEpoch {
        let eventsHaveNetworks = try batches.contains { index in
            guard Tally.hasEvents(try batch(index, .kinds)) else { return false }
            return Tally.hasEventNetwork(try batch(index, .eventNetworks))
        }
        var tally = Tally(
            epoch: epoch, threshold: threshold, seed: seed, definitions: definitions,
            eventsHaveNetworks: eventsHaveNetworks)
        for index in batches { tally.count(try batch(index, .all(of: definitions)), day: day) }
        tally.beginDetails()
        for index in batches { tally.countDetails(try batch(index, .details(of: definitions))) }
        return tally.counted()
    }
}

extension PartitionReader.Projection {
    fileprivate init(_ columns: CountedColumns) {
        self.init(
            texts: columns.texts, identities: columns.identities, numbers: columns.numbers, flags: columns.flags,
            order: columns.hasOrder)
    }
}
