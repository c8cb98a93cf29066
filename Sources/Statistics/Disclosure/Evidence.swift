/// The people behind one measure of some cells: enough of them to compare with the threshold, exactly.
struct Evidence {
    private let threshold: Threshold
    /// Sum over the cells.
    private(set) var sum: Int64 = 0
    private var visitors: Set<UInt32> = []
    private var networks: Set<UInt32> = []

    init(threshold: Threshold) {
        self.threshold = threshold
    }

    /// Whether at least k visitors from enough networks stand behind the sum.
    ///
    /// Exact although cells remember only so many of each: a cell that remembers fewer than the threshold remembers
    /// all, and one that remembers as many as the threshold decides alone.
    var passes: Bool {
        visitors.count >= threshold.visitors && networks.count >= threshold.networks
    }

    /// Whether what can be computed from the sum tells of nobody or of enough people.
    var isHarmless: Bool { sum == 0 || passes }

    mutating func add(_ cell: Candidate.Cell, _ measure: Measure) {
        guard let slot = cell.slot(measure) else { return }
        sum = sum.addingSaturated(cell.table.slots[slot].sum)
        if visitors.count < threshold.visitors { visitors.formUnion(cell.table.visitors(of: slot)) }
        if networks.count < threshold.networks { networks.formUnion(cell.table.networks(of: slot)) }
    }
}
