/// The people behind several cells together: enough of them to compare with the threshold, exactly.
struct Crowd {
    private let threshold: Threshold
    private let protections: Protections
    /// Sum over the cells.
    private(set) var sum: Int64 = 0
    private var visitors: Set<UInt32> = []
    private var networks: Set<UInt32> = []
    /// Visitors counted once a cell.
    private var visitorSum = 0
    /// At most this much single visitors have, beyond ``anybody``.
    private var shares: [UInt32: Int64] = [:]
    /// At most this much every visitor has of cells that do not remember all of theirs.
    private var anybody: Int64 = 0

    init(threshold: Threshold, protections: Protections) {
        self.threshold = threshold
        self.protections = protections
    }

    /// Whether at least k visitors from enough networks stand behind the sum.
    ///
    /// Exact although cells remember only so many of each: a cell that remembers fewer than the threshold remembers
    /// all, and one that remembers as many as the threshold decides alone.
    var passes: Bool {
        let count = protections.contains(.unions) ? visitors.count : visitorSum
        return (count >= threshold.visitors || !protections.contains(.visitors))
            && (networks.count >= threshold.networks || !protections.contains(.networks))
    }

    /// Whether the sum tells of nobody or of enough people, none of whom makes most of it.
    var isHarmless: Bool { sum == 0 || passes && !isDominated }

    /// Whether one visitor may make more than 80 % of the sum.
    ///
    /// Nobody's share is underestimated, since what is not known of somebody's share counts in full.
    var isDominated: Bool {
        guard protections.contains(.dominance) else { return false }
        return sum.isDominated(by: min(sum, anybody.addingSaturated(shares.values.max() ?? 0)))
    }

    mutating func add(_ cell: CountedCell) {
        sum = sum.addingSaturated(cell.sum)
        visitorSum += cell.visitors
        if visitors.count < threshold.visitors { visitors.formUnion(cell.visitorSet) }
        if networks.count < threshold.networks { networks.formUnion(cell.networkSet) }
        guard cell.visitors > 0 else { return }
        // Nobody but the heaviest has more than the heaviest, nor more than what is left by the heaviest and by one of
        // each other visitor.
        let others = Int64(max(0, cell.visitors - 2))
        let rest = cell.visitors == 1 ? 0 : max(0, min(cell.largest, cell.sum - cell.largest - others))
        if cell.visitorSet.count < cell.visitors {
            anybody = anybody.addingSaturated(rest)
            shares[cell.heaviest, default: 0] += cell.largest - rest
        } else {
            for visitor in cell.visitorSet where visitor != cell.heaviest && rest > 0 {
                shares[visitor] = shares[visitor, default: 0].addingSaturated(rest)
            }
            shares[cell.heaviest] = shares[cell.heaviest, default: 0].addingSaturated(cell.largest)
        }
    }
}
