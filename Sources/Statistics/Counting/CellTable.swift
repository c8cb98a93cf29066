import Events

/// The cells of one dimension while they are counted, in flat arrays: cell × measure.
///
/// Rows arrive visitor by visitor, so that "has this visitor been here before" is one comparison with the slot's last
/// visitor and no set of visitors is needed. Of the visitors and networks behind a slot, only as many are remembered
/// by number as the threshold asks for: with fewer, the set is complete; with more, it is enough. So the union of any
/// cells can be tested against the threshold exactly, at a bounded size.
struct CellTable: Sendable {
    /// What is known of one measure of one cell.
    struct Slot: Sendable {
        /// Sum over all rows, those without a visitor included.
        var sum: Int64 = 0
        /// Sum over the rows of the last visitor.
        var current: Int64 = 0
        /// The largest sum of one visitor.
        var largest: Int64 = 0
        var lastVisitor = absentIndex
        var visitors: UInt32 = 0
        /// Distinct networks, counted up to the threshold.
        var networks: UInt32 = 0
    }

    let dimension: Dimension
    let threshold: Threshold
    let measures: [Measure]
    private(set) var keys: ByteInterner
    private(set) var slots: [Slot] = []
    private var visitorSets: [UInt32] = []
    private var networkSets: [UInt32] = []

    init(_ dimension: Dimension, threshold: Threshold, seed: UInt64) {
        self.dimension = dimension
        self.threshold = threshold
        measures = dimension.measures
        keys = ByteInterner(seed: seed)
    }

    var cellCount: Int { keys.dictionary.count }

    /// The number of the cell called `key`, which is new if it was never asked for.
    mutating func cell(_ key: Span<UInt8>) -> UInt32 {
        let cell = keys.intern(key)
        if Int(cell) * measures.count == slots.count {
            slots.append(contentsOf: repeatElement(Slot(), count: measures.count))
            let count = measures.count
            visitorSets.append(contentsOf: repeatElement(absentIndex, count: count * threshold.visitors))
            networkSets.append(contentsOf: repeatElement(absentIndex, count: count * threshold.networks))
        }
        return cell
    }

    mutating func cell(_ key: String) -> UInt32 {
        let bytes = Array(key.utf8)
        return cell(bytes.span)
    }

    /// Adds `amount` of one row to a slot; `visitor` and `network` may be ``absentIndex``.
    @inline(__always)
    mutating func add(_ amount: Int64, to slot: Int, visitor: UInt32, network: UInt32) {
        var state = slots[slot]
        state.sum = state.sum.addingSaturated(amount)
        if visitor != absentIndex {
            if state.lastVisitor != visitor {
                state.lastVisitor = visitor
                state.current = 0
                let count = Int(state.visitors)
                if count < threshold.visitors { visitorSets[slot * threshold.visitors + count] = visitor }
                state.visitors += 1
            }
            state.current = state.current.addingSaturated(amount)
            state.largest = max(state.largest, state.current)
        }
        slots[slot] = state
        if visitor != absentIndex, network != absentIndex, state.networks < threshold.networks {
            remember(network: network, in: slot)
        }
    }

    @inline(__always)
    private mutating func remember(network: UInt32, in slot: Int) {
        let start = slot * threshold.networks
        let end = start + Int(slots[slot].networks)
        for index in start..<end where networkSets[index] == network { return }
        networkSets[end] = network
        slots[slot].networks += 1
    }

    /// The numbers of up to `threshold.visitors` visitors behind a slot.
    func visitors(of slot: Int) -> ArraySlice<UInt32> {
        let start = slot * threshold.visitors
        return visitorSets[start..<start + min(threshold.visitors, Int(slots[slot].visitors))]
    }

    /// The numbers of up to `threshold.networks` networks behind a slot.
    func networks(of slot: Int) -> ArraySlice<UInt32> {
        let start = slot * threshold.networks
        return networkSets[start..<start + Int(slots[slot].networks)]
    }

    /// Adds the cells of another table of the same dimension, whose visitors are all different.
    ///
    /// - Parameters:
    ///   - visitorOffset: what turns a visitor's number there into the number here.
    ///   - networkNumbers: the number here of each network there.
    mutating func merge(_ other: CellTable, visitorOffset: UInt32, networkNumbers: [UInt32]) {
        let width = measures.count
        for from in 0..<other.cellCount {
            let to = other.keys.dictionary.withValue(from) { Int(cell($0)) }
            for measure in 0..<width {
                let source = from * width + measure
                let target = to * width + measure
                let added = other.slots[source]
                slots[target].sum = slots[target].sum.addingSaturated(added.sum)
                slots[target].largest = max(slots[target].largest, added.largest)
                var count = Int(slots[target].visitors)
                for visitor in other.visitors(of: source) where count < threshold.visitors {
                    visitorSets[target * threshold.visitors + count] = visitor + visitorOffset
                    count += 1
                }
                slots[target].visitors += added.visitors
                for network in other.networks(of: source) where slots[target].networks < threshold.networks {
                    remember(network: networkNumbers[Int(network)], in: target)
                }
            }
        }
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
