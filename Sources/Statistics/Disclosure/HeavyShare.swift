/// What one visitor made of a row, and what is left of the row without it.
struct HeavyShare {
    let row: Int
    let visitor: UInt32
    /// One per measure and guard: what is left, or the whole cell where the visitor's part is not known.
    let rest: [CountedCell]
    /// One per measure and guard: the visitor's part, nil where it is not known.
    let parts: [Int64?]

    /// Nil unless the visitor makes most of the leading number and what is left may be told exactly.
    ///
    /// - Parameter guarded: by measure, the places of it and of the differences that guard it.
    init?(of row: Int, in table: CountedTable, guarded: [[Int]], judge: Judge, networks: [UInt32]) {
        let cells = table.rows[row].cells
        guard judge.passes(cells[0]), judge.isDominated(cells[0]) else { return nil }
        let visitor = cells[0].heaviest
        let split = cells.map { $0.without(visitor, judge.threshold, networks: networks) }
        var rest = cells
        var parts = [Int64?](repeating: nil, count: cells.count)
        // A number moves with the differences that guard it, or stays whole with them.
        for places in guarded where places.allSatisfy({ split[$0] != nil }) {
            for place in places {
                guard let cell = split[place] else { continue }
                rest[place] = cell.rest
                parts[place] = cell.part
            }
        }
        let differences = guarded[0].dropFirst().map { rest[$0] }
        guard parts[0] != nil, judge.telling(of: rest[0], differences: differences, mayBeZero: false) == .exact else {
            return nil
        }
        self.row = row
        self.visitor = visitor
        self.rest = rest
        self.parts = parts
    }
}

extension CountedCell {
    /// The cell without what a visitor added, and how much that is; nil if the cell does not remember it.
    ///
    /// Of the networks of all others only those of the visitors whom the cell remembers are counted.
    fileprivate func without(
        _ visitor: UInt32, _ threshold: Threshold, networks: [UInt32]
    ) -> (rest: CountedCell, part: Int64)? {
        guard sum < .max else { return nil }
        let part: Int64
        var rest = self
        if visitor == heaviest {
            part = largest
            rest.largest = second
            rest.heaviest = runnerUp
        } else if visitor == runnerUp {
            part = second
        } else {
            return visitorSet.count == visitors && !visitorSet.contains(visitor) ? (self, 0) : nil
        }
        rest.sum -= part
        rest.visitors -= 1
        rest.visitorSet.removeAll { $0 == visitor }
        // The others but the first have at least one each.
        let others = Int64(max(0, rest.visitors - 2))
        rest.second = rest.visitors < 2 ? 0 : max(0, min(second, rest.sum - rest.largest - others))
        rest.runnerUp = .max
        rest.networkSet = networks.distinct(of: rest.visitorSet, upTo: threshold.networks)
        return (rest, part)
    }
}

extension [UInt32] {
    /// The networks, of those by visitor, that some visitors come from.
    func distinct(of visitors: some Sequence<UInt32>, upTo count: Int) -> [UInt32] {
        var found: [UInt32] = []
        for visitor in visitors where found.count < count && Int(visitor) < self.count {
            let network = self[Int(visitor)]
            if network != .max, !found.contains(network) { found.append(network) }
        }
        return found
    }
}
