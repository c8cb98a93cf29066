import Events
import Privacy
import Statistics
import Store

/// Counts the rows of one epoch.
struct EpochCounting {
    /// The columns that tallies read.
    static let projection = PartitionReader.Projection(
        texts: [.path, .referrerDomain, .referrerKind, .browser, .os, .deviceClass, .robotName],
        identities: [.visitor, .network], numbers: [.status, .bytes], flags: [.pageView, .robot])

    let epoch: Epoch
    let day: LocalDay
    let threshold: Threshold
    let seed: UInt64

    /// Counts batches that each hold all rows of their visitors.
    func tally(_ batches: some Sequence<EventBatch>) throws -> Tally {
        var tally = Tally(epoch: epoch, threshold: threshold, seed: seed)
        for batch in batches { tally.count(batch, day: day) }
        return tally
    }
}

extension Threshold {
    /// What the policy asks for.
    init(_ policy: Policy) {
        self.init(k: policy.threshold, networks: policy.options.requiresNetworks)
    }
}
