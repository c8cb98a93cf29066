import Events

/// The cells of a table while they are counted, in flat arrays: cell × measure.
///
/// Rows arrive visitor by visitor, so that "has this visitor been here before" is one comparison with the slot's last
/// visitor and no set of visitors is needed. Of the visitors and networks behind a slot, only as many are remembered
/// by number as the threshold asks for: with fewer, the set is complete; with more, it is enough. So the union of any
/// cells can be tested against the threshold exactly, at a bounded size.
struct CellTable {
    /// What is known of one measure of one cell.
    private struct Slot {
        /// Sum over all rows, those without a visitor included.
        var sum: Int64 = 0
        /// Sum over the rows of the last visitor.
        var current: Int64 = 0
        /// The largest sum of one visitor.
        var largest: Int64 = 0
        /// The largest sum of another one.
        var second: Int64 = 0
        var lastVisitor = absentIndex
        var heaviest = absentIndex
        var runnerUp = absentIndex
        var visitors: UInt32 = 0
        /// Distinct networks, counted up to the threshold.
        var networks: UInt32 = 0
        /// Where in ``evidence`` the visitors and networks stand, in units of both; ``absentIndex`` for nowhere yet.
        var evidence = absentIndex

        /// Places a visitor, who has more than the second, among the first two.
        @inline(__always)
        mutating func rank(_ visitor: UInt32) {
            if visitor != heaviest, current > largest {
                second = largest
                runnerUp = heaviest
                heaviest = visitor
            }
            if visitor == heaviest {
                largest = current
            } else {
                second = current
                runnerUp = visitor
            }
        }
    }

    let threshold: Threshold
    /// Measures per cell.
    let width: Int
    var cells: CellNumbers
    private var slots: [Slot] = []
    private var evidence: [UInt32] = []

    init(dimensions: Int, width: Int, threshold: Threshold, seed: UInt64) {
        self.threshold = threshold
        self.width = width
        cells = CellNumbers(dimensions: dimensions, seed: seed)
    }

    /// Makes room for the cells that were numbered since.
    @inline(__always)
    mutating func makeRoom() {
        let missing = cells.count * width - slots.count
        if missing > 0 { slots.append(contentsOf: repeatElement(Slot(), count: missing)) }
    }

    /// Adds what rows of one visitor from one network sum to; both may be ``absentIndex``.
    @inline(__always)
    mutating func add(_ amount: Int64, _ measure: Int, of cell: UInt32, visitor: UInt32, network: UInt32) {
        let position = Int(cell) * width + measure
        var slot = slots[position]
        slot.sum = slot.sum.addingSaturated(amount)
        if visitor != absentIndex {
            if slot.lastVisitor != visitor {
                slot.lastVisitor = visitor
                slot.current = 0
                if Int(slot.visitors) < threshold.visitors { remember(visitor: visitor, in: &slot) }
                slot.visitors += 1
            }
            slot.current = slot.current.addingSaturated(amount)
            if slot.current > slot.second { slot.rank(visitor) }
            if network != absentIndex, Int(slot.networks) < threshold.networks {
                remember(network: network, in: &slot)
            }
        }
        slots[position] = slot
    }

    @inline(never)
    private mutating func remember(visitor: UInt32, in slot: inout Slot) {
        let size = threshold.visitors + threshold.networks
        if slot.evidence == absentIndex {
            slot.evidence = UInt32(evidence.count / size)
            evidence.append(contentsOf: repeatElement(absentIndex, count: size))
        }
        evidence[Int(slot.evidence) * size + Int(slot.visitors)] = visitor
    }

    @inline(never)
    private mutating func remember(network: UInt32, in slot: inout Slot) {
        let start = Int(slot.evidence) * (threshold.visitors + threshold.networks) + threshold.visitors
        let end = start + Int(slot.networks)
        for index in start..<end where evidence[index] == network { return }
        evidence[end] = network
        slot.networks += 1
    }

    func sum(_ measure: Int, of cell: Int) -> Int64 {
        slots[cell * width + measure].sum
    }

    func visitors(_ measure: Int, of cell: Int) -> Int {
        Int(slots[cell * width + measure].visitors)
    }

    /// One measure of a cell as a plain value.
    func counted(_ measure: Int, of cell: Int) -> CountedCell {
        let slot = slots[cell * width + measure]
        guard slot.evidence != absentIndex else {
            var counted = CountedCell.zero
            counted.sum = slot.sum
            return counted
        }
        let start = Int(slot.evidence) * (threshold.visitors + threshold.networks)
        let middle = start + threshold.visitors
        return CountedCell(
            sum: slot.sum, visitors: Int(slot.visitors), largest: slot.largest, heaviest: slot.heaviest,
            second: slot.second, runnerUp: slot.runnerUp,
            visitorSet: Array(evidence[start..<start + min(threshold.visitors, Int(slot.visitors))]),
            networkSet: Array(evidence[middle..<middle + Int(slot.networks)]))
    }
}

extension Int64 {
    /// The sum, or the largest value if it does not fit: a log may claim any number of bytes.
    @inline(__always)
    func addingSaturated(_ other: Int64) -> Int64 {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? .max : sum
    }
}
