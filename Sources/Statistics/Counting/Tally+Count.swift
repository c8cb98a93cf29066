public import Events

extension Tally {
    /// Counts a batch in all dimensions.
    ///
    /// - Parameters:
    ///   - batch: all rows of its visitors, of this epoch, closed: with visit numbers and sequences.
    ///   - day: where the epoch's day lies, for the local hour.
    public mutating func count(_ batch: EventBatch, day: LocalDay) {
        precondition(batch.epoch == epoch, "a tally counts one epoch")
        let visits = VisitFacts(of: batch)
        let order = VisitorMajorRows.order(of: batch)
        let networks = batch[.network].dictionary.map { number(of: $0) }
        func rows(robots: Bool) -> VisitorMajorRows {
            VisitorMajorRows(
                of: batch, robots: robots, order: order, visits: visits, firstVisitor: visitorCount,
                networkNumbers: networks)
        }
        let people = rows(robots: false)
        let robots = rows(robots: true)
        for dimension in Dimension.allCases {
            let rows = dimension == .robot ? robots : people
            guard rows.count > 0 else { continue }
            let cells = CellAssignment.cells(of: rows, in: batch, day: day, into: &tables[dimension.rawValue])
            tables[dimension.rawValue].count(
                rows, cells: cells, durations: visits.durations)
        }
        visitorCount += UInt32(batch[.visitor].dictionary.count)
    }
}

extension CellTable {
    /// Adds what `rows` contribute to their `cells`, ``absentIndex`` for rows that are not of the dimension.
    fileprivate mutating func count(
        _ rows: VisitorMajorRows, cells: [UInt32], durations: [Int64]
    ) {
        var wanted: UInt16 = 0
        var columns = [Int](repeating: 0, count: Measure.allCases.count)
        for (column, measure) in measures.enumerated() {
            wanted |= measure.bit
            columns[measure.rawValue] = column
        }
        let width = measures.count
        for index in 0..<rows.count {
            let cell = cells[index]
            guard cell != absentIndex else { continue }
            let visitor = rows.visitors[index]
            let network = rows.networks[index]
            var left = rows.measures[index] & wanted
            while left != 0 {
                let measure = left.trailingZeroBitCount
                left &= left - 1
                let amount: Int64 =
                    switch measure {
                    case Measure.bytes.rawValue: rows.bytes[index]
                    case Measure.duration.rawValue: durations[Int(rows.rows[index])]
                    default: 1
                    }
                add(amount, to: Int(cell) * width + columns[measure], visitor: visitor, network: network)
            }
        }
    }
}
