import Events

/// Some rows of one scope, visitor by visitor, with running sums of what they contribute.
///
/// Few enough for the sums to stay in the processor's cache while the scope's tables are counted.
struct ScopeRows {
    /// Rows of one visitor from one network, one behind the other.
    struct Stretch {
        let visitor: UInt32
        let network: UInt32
        /// Positions in ``places``.
        let range: Range<Int>
    }

    /// Where the rows lie in the ``VisitorMajorRows``.
    private(set) var places: [UInt32] = []
    private(set) var stretches: [Stretch] = []
    /// For each row and one more, the sums of all addends over the rows before it; they may wrap.
    private var sums: [Int64] = []
    private let addends: [Addend]
    /// Whether sums of several rows might not fit, so that they have to be taken row by row.
    private(set) var isHuge = false

    var count: Int { places.count }

    /// - Parameters:
    ///   - range: the places to look at, which hold all rows of their visitors.
    ///   - addends: those that the tables of the scope need.
    init(_ scope: Scope, of rows: VisitorMajorRows, in range: Range<Int>, batch: EventBatch, addends: [Addend]) {
        self.addends = addends
        let wanted = scope.traits
        places.reserveCapacity(range.count)
        for place in range where !rows.traits[place].isDisjoint(with: wanted) {
            places.append(UInt32(truncatingIfNeeded: place))
        }
        cut(rows)
        sums = [Int64](repeating: 0, count: (places.count + 1) * addends.count)
        for (column, addend) in addends.enumerated() { add(addend, column: column, rows, batch) }
    }

    /// The column of an addend in the sums.
    func column(of addend: Addend) -> Int {
        addends.firstIndex(of: addend) ?? 0
    }

    /// The sum of a column over some rows.
    @inline(__always)
    func sum(_ column: Int, _ range: Range<Int>) -> Int64 {
        sums[range.upperBound * addends.count + column] &- sums[range.lowerBound * addends.count + column]
    }

    private mutating func cut(_ rows: VisitorMajorRows) {
        var start = 0
        while start < places.count {
            let visitor = rows.visitors[Int(places[start])]
            let network = rows.networks[Int(places[start])]
            var end = start + 1
            while end < places.count, rows.visitors[Int(places[end])] == visitor,
                rows.networks[Int(places[end])] == network
            {
                end += 1
            }
            stretches.append(Stretch(visitor: visitor, network: network, range: start..<end))
            start = end
        }
    }

    private mutating func add(_ addend: Addend, column: Int, _ rows: VisitorMajorRows, _ batch: EventBatch) {
        if let trait = addend.trait {
            run(column) { rows.traits[$0].isDisjoint(with: trait) ? 0 : 1 }
            return
        }
        switch addend {
        case .rows: run(column) { _ in 1 }
        case .bytes: run(column, batch[.bytes], rows)
        case .requestTime: run(column, batch[.duration], rows)
        case .visitTime where !rows.visits.visitTime.isEmpty: run(column) { rows.visits.visitTime[$0] }
        case .viewingTime where !rows.visits.viewingTime.isEmpty: run(column) { rows.visits.viewingTime[$0] }
        default: break
        }
    }

    /// Sums what requests have in a column of numbers, of which those that are absent or negative count as nothing.
    private mutating func run(_ column: Int, _ numbers: NumberColumn, _ rows: VisitorMajorRows) {
        guard !numbers.values.isEmpty else { return }
        run(column) { place in
            rows.traits[place].contains(.event) ? 0 : max(0, numbers.values[Int(rows.order[place])])
        }
    }

    @inline(__always)
    private mutating func run(_ column: Int, _ value: (Int) -> Int64) {
        var sum: Int64 = 0
        var fits = true
        let width = addends.count
        for index in 0..<places.count {
            let (next, overflow) = sum.addingReportingOverflow(value(Int(places[index])))
            if overflow { fits = false }
            sum = next
            sums[(index + 1) * width + column] = sum
        }
        if !fits { isHuge = true }
    }
}
