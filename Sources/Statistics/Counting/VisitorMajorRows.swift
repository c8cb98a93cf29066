import Events

/// The rows of a batch visitor by visitor, each visitor visit by visit: who made each, and what it is.
///
/// All arrays go by place, which is the position in this order.
struct VisitorMajorRows {
    /// The row of the batch at each place; rows without a visitor last.
    let order: [UInt32]
    /// The visitor's number in the tally, ``absentIndex`` for nobody.
    private(set) var visitors: [UInt32] = []
    /// The network's number in the tally, ``absentIndex`` if it is not known.
    private(set) var networks: [UInt32] = []
    private(set) var traits: [RowTraits]
    let visits: VisitFacts

    var count: Int { order.count }

    /// - Parameters:
    ///   - batch: of a closed epoch: it has visit numbers and sequences.
    ///   - firstVisitor: the number in the tally of the batch's first visitor.
    ///   - networkNumbers: the number in the tally of each network of the batch.
    ///   - ownNetworks: whether an event counts for a network of its visitor's own.
    init(of batch: EventBatch, firstVisitor: UInt32, networkNumbers: [UInt32], ownNetworks: Bool) {
        precondition(
            batch.visit.count == batch.rowCount && batch.sequence.count == batch.rowCount, "the epoch is closed")
        let order = VisitorMajorRows.order(of: batch)
        var traits = RowTraitReader(batch).traits(order)
        visits = VisitFacts(of: batch, order: order, traits: &traits)
        let visitorIndices = batch[.visitor].indices
        let networkIndices = batch[.network].indices
        visitors.reserveCapacity(order.count)
        networks.reserveCapacity(order.count)
        for place in order.indices {
            let row = Int(order[place])
            let visitor = visitorIndices.isEmpty ? absentIndex : visitorIndices[row]
            let number = visitor == absentIndex ? absentIndex : visitor + firstVisitor
            visitors.append(number)
            if ownNetworks, number != absentIndex, traits[place].contains(.event) {
                networks.append(number | NetworkNumbers.own)
            } else {
                let network = networkIndices.isEmpty ? absentIndex : networkIndices[row]
                networks.append(network == absentIndex ? absentIndex : networkNumbers[Int(network)])
            }
        }
        self.order = order
        self.traits = traits
    }

    /// Whether some row belongs to `scope`.
    func contain(_ scope: Scope) -> Bool {
        let wanted = scope.traits
        return traits.contains { !$0.isDisjoint(with: wanted) }
    }

    /// The places in ranges of about `size`, each with all rows of its visitors.
    func ranges(ofAbout size: Int) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = 0
        while start < count {
            var end = min(start + size, count)
            while end < count, visitors[end] == visitors[end - 1], visitors[end] != absentIndex { end += 1 }
            ranges.append(start..<end)
            start = end
        }
        return ranges
    }

    /// By visitor: a counting sort, which keeps the order of one visitor's rows.
    private static func order(of batch: EventBatch) -> [UInt32] {
        let indices = batch[.visitor].indices
        let byVisit = isByVisit(batch) ? nil : rowsByVisit(batch)
        guard !indices.isEmpty else { return byVisit ?? Array(0..<UInt32(batch.rowCount)) }
        let count = batch[.visitor].dictionary.count
        guard let byVisit else { return CountingSort.rows(by: indices, keyCount: count) }
        return CountingSort.rows(by: byVisit.map { indices[Int($0)] }, keyCount: count).map { byVisit[Int($0)] }
    }

    /// Whether rows lie as a closed day's files hold them: by visit, then sequence.
    private static func isByVisit(_ batch: EventBatch) -> Bool {
        for row in 1..<max(1, batch.rowCount) {
            let before = batch.visit[row - 1]
            let here = batch.visit[row]
            if here < before || (here == before && batch.sequence[row] < batch.sequence[row - 1]) { return false }
        }
        return true
    }

    private static func rowsByVisit(_ batch: EventBatch) -> [UInt32] {
        (0..<UInt32(batch.rowCount)).sorted { left, right in
            let (left, right) = (Int(left), Int(right))
            return (batch.visit[left], batch.sequence[left]) < (batch.visit[right], batch.sequence[right])
        }
    }
}
