/// A counted table, and what is told of each of its numbers.
struct ControlledTable {
    let counted: CountedTable
    let judge: Judge
    /// Measure by measure of the definition, one per row.
    private(set) var tellings: [[Telling]]
    private(set) var groups: [RowGroup]

    var definition: Definition { counted.definition }
    var rows: [CountedRow] { counted.rows }

    /// Judges each number by itself.
    ///
    /// - Parameter isForbidden: whether a row is not told, whatever stands behind it.
    init(_ counted: CountedTable, judge: Judge, isForbidden: (CountedRow) -> Bool) {
        let definition = counted.definition
        self.counted = counted
        self.judge = judge
        tellings = definition.measures.enumerated().map { place, measure in
            let guards = definition.guards(of: measure).compactMap { counted.place(of: $0) }
            return counted.rows.map { row in
                judge.telling(
                    of: row.cells[place], differences: guards.map { row.cells[$0] },
                    mayBeZero: place > 0 || definition.isTotals)
            }
        }
        groups = counted.groups
        for row in rows.indices {
            if isForbidden(rows[row]) || (!definition.isTotals && tellings[0][row] == .hidden) { hide(row) }
        }
        hideContained()
    }

    /// Settles one measure, and what it contains.
    ///
    /// - Parameters:
    ///   - total: what is known of the sum of a group.
    ///   - containers: the numbers of another table that contain those of the measure.
    ///   - known: rows that are known from elsewhere.
    mutating func settle(
        _ place: Int, containers: [Int64?]? = nil, known: Set<Int> = [], total: (RowGroup) -> KnownTotal
    ) {
        let measure = definition.measures[place]
        var suppression = Suppression(
            judge, cells: rows.map { $0.cells[place] },
            differences: definition.guards(of: measure).compactMap { counted.place(of: $0) }
                .map { guarded in rows.map { $0.cells[guarded] } },
            containers: containers ?? self.containers(of: measure), isListed: rows.map { $0.cells[0].sum > 0 },
            known: known, tellings: tellings[place])
        for index in groups.indices {
            let total = total(groups[index])
            let isSafe = suppression.settle(groups[index].rows, total: total)
            groups[index].totals[place] = isSafe ? total : .withheld
            if !isSafe { _ = suppression.settle(groups[index].rows, total: .withheld) }
        }
        tellings[place] = suppression.tellings
        if place == 0 {
            for row in rows.indices where tellings[0][row] == .hidden { hide(row) }
        }
        hideContained()
        for index in groups.indices {
            let group = groups[index]
            // Numbers that are hidden in rows that are told are no part of what the remainder sums up.
            let isWhole = group.rows.allSatisfy { tellings[place][$0] == .exact || tellings[0][$0] == .hidden }
            groups[index].tellsRemainder[place] =
                switch group.totals[place] {
                case .exact: isWhole
                case .unknown: isWhole && suppression.isSafe(group.rows)
                case .bound, .withheld: false
                }
        }
    }

    /// Hides all numbers of a row.
    mutating func hide(_ row: Int) {
        for place in tellings.indices { tellings[place][row] = .hidden }
    }

    /// Hides all remainders, and with them what the rows sum to.
    mutating func hideRemainders() {
        for index in groups.indices {
            for place in tellings.indices {
                groups[index].tellsRemainder[place] = false
                groups[index].totals[place] = .unknown
            }
        }
    }

    /// What is contained falls with what contains it, as long as that is not told at all.
    private mutating func hideContained() {
        guard judge.protections.contains(.differences) else { return }
        // The chain hits, page views, visits, bounces is as long as chains are.
        for _ in 0..<3 {
            for (place, measure) in definition.measures.enumerated() {
                guard let container = definition.container(of: measure) else { continue }
                for row in rows.indices where tellings[container][row] == .hidden { tellings[place][row] = .hidden }
            }
        }
    }

    private func containers(of measure: Measure) -> [Int64?] {
        guard let place = definition.container(of: measure) else { return Array(repeating: nil, count: rows.count) }
        return rows.indices.map { exact(place, $0) }
    }
}

extension ControlledTable {
    /// Whether any of the rows is told.
    var isShown: Bool { tellings[0].contains { $0 != .hidden } }

    func isShown(_ row: Int) -> Bool { tellings[0][row] != .hidden }

    /// The number of a row, nil where it is not told exactly.
    func exact(_ place: Int, _ row: Int) -> Int64? {
        tellings[place][row] == .exact ? rows[row].cells[place].sum : nil
    }

    /// The rows by their last label; only of tables with one dimension is it the only one of its name.
    var rowNumbers: [String: Int] {
        Dictionary(rows.indices.map { (rows[$0].label, $0) }) { first, _ in first }
    }
}
