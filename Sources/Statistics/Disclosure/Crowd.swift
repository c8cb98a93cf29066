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
    /// The largest of them.
    private var largestShare: Int64 = 0
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
        return sum.isDominated(by: min(sum, anybody.addingSaturated(largestShare)))
    }

    mutating func add(_ cell: CountedCell) {
        sum = sum.addingSaturated(cell.sum)
        visitorSum += cell.visitors
        if visitors.count < threshold.visitors { visitors.formUnion(cell.visitorSet) }
        if networks.count < threshold.networks { networks.formUnion(cell.networkSet) }
        guard cell.visitors > 0 else { return }
        if cell.visitorSet.count < cell.visitors {
            anybody = anybody.addingSaturated(cell.second)
            add(cell.largest - cell.second, to: cell.heaviest)
        } else {
            for visitor in cell.visitorSet where visitor != cell.heaviest && cell.second > 0 {
                add(cell.second, to: visitor)
            }
            add(cell.largest, to: cell.heaviest)
        }
    }

    private mutating func add(_ share: Int64, to visitor: UInt32) {
        let sum = shares[visitor, default: 0].addingSaturated(share)
        shares[visitor] = sum
        largestShare = max(largestShare, sum)
    }
}
