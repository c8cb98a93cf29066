extension Definition {
    /// Whether the rows are numbers of something that is counted elsewhere too: visits of so many page views, visitors
    /// of so many visits.
    ///
    /// Such rows sum up twice, the second time each row times its number, so that two hidden rows could be computed
    /// from two totals.
    var isOrdered: Bool { dimensions == [.visitLength] || dimensions == [.visitCount] }
}

extension ControlledTable {
    /// Settles a table that is ordered: all rows are told, or the first one, or none.
    ///
    /// The first row, of those who came once or looked once, is known from elsewhere where it may be told.
    mutating func settleOrdered(total: KnownTotal) {
        guard total != .withheld else { return settle(0) { _ in total } }
        let ordered = rows.indices.sorted { Definition.lowest(rows[$0].label) < Definition.lowest(rows[$1].label) }
        let isTold = ordered.allSatisfy { tellings[0][$0] == .exact }
        guard judge.protections.contains(.intervals), !isTold, let first = ordered.first else {
            return settle(0) { _ in total }
        }
        let rest = ordered.dropFirst()
        var crowd = judge.crowd
        for row in rest { crowd.add(rows[row].cells[0]) }
        let tellsFirst =
            Definition.lowest(rows[first].label) == 1 && tellings[0][first] == .exact && crowd.sum > 0
            && crowd.isHarmless
        for row in ordered where row != first || !tellsFirst { hide(row) }
        settle(0, known: tellsFirst ? [first] : []) { _ in total }
    }
}

extension Definition {
    /// The lowest number of a bin called `label`, such as 4 of `4-5`.
    fileprivate static func lowest(_ label: String) -> Int {
        Int(label.prefix { $0 != "-" && $0 != "+" }) ?? .max
    }
}
