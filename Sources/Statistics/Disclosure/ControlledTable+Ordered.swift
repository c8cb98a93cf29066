extension Definition {
    /// Whether the rows are numbers of something that is counted elsewhere too: visits of so many page views, visitors
    /// of so many visits.
    ///
    /// Such rows sum up twice, the second time each row times its number, so that two hidden rows could be computed
    /// from two totals.
    var isOrdered: Bool { dimensions == [.visitLength] || dimensions == [.visitCount] }
}

extension ControlledTable {
    /// Settles a table that is ordered: all rows are told, or the first one and nothing else.
    ///
    /// The first row, of those who came once or looked once, is known from elsewhere where it may be told. Of the
    /// others, a reader knows how many there are and what they add up to, each row times its number; there has to be so
    /// much more of it than one of each would make that every row could be anything.
    ///
    /// - Parameter sum: what the rows, each times its number, add up to.
    /// - Returns: false if neither is safe; nothing may be told then.
    mutating func settleOrdered(total: KnownTotal, sum: CountedCell?) -> Bool {
        guard total != .withheld else { return false }
        let isTold = rows.indices.allSatisfy { tellings[0][$0] == .exact || rows[$0].cells[0].sum == 0 }
        if isTold || !judge.protections.contains(.intervals) {
            settle { _, _ in total }
            return true
        }
        guard let first = rows.indices.first(where: { Definition.lowest(rows[$0].label) == 1 }),
            tellings[0][first] == .exact, let sum
        else { return false }
        let rest = rows.indices.filter { $0 != first }
        var crowd = judge.crowd
        for row in rest { crowd.add(rows[row].cells[0]) }
        let surplus = sum.sum - rows[first].cells[0].sum - 2 * crowd.sum
        let isWide = rest.allSatisfy { row in
            let cell = rows[row].cells[0]
            let step = Int64(max(2, Definition.lowest(rows[row].label)) - 1)
            return cell.sum == 0 || surplus / step >= cell.sum.leastWidth(judge.threshold)
        }
        guard crowd.isHarmless, isWide else { return false }
        for row in rest { forbid(row) }
        settle(known: [first]) { _, _ in total }
        return true
    }
}

extension Definition {
    /// The lowest number of a bin called `label`, such as 4 of `4-5`.
    fileprivate static func lowest(_ label: String) -> Int {
        Int(label.prefix { $0 != "-" }) ?? .max
    }
}
