extension EpochControl {
    /// What is known of the people behind the records that a table with a total of its own leaves out.
    enum Complement {
        /// Nobody, or enough people.
        case harmless
        /// Perhaps too few people.
        case doubtful
        /// Too few people.
        case harmful
    }

    /// All records less those of the table are a number too.
    func complement(of table: CountedTable) -> Complement {
        guard judge.protections.contains(.differences) else { return .harmless }
        let cells = table.rows.map { $0.cells[0] }
        switch table.definition.scope {
        case .files:
            guard let others = total(.otherSuccesses) else { return .harmless }
            return judge.isHarmless(others) && !judge.isDominated(others) ? .harmless : .harmful
        case .visitors:
            // The rows tell the number of visits, and all visitors less those with visits.
            guard telling(.visits) != .hidden else { return .harmful }
            let without = (total(.hits)?.visitors ?? 0) - cells.reduce(0) { $0 + $1.visitors }
            return (1..<counted.threshold.visitors).contains(without) ? .harmful : .harmless
        default:
            let whole = bases(of: table.definition.scope).compactMap { total($0) }
            let left = whole.reduce(0) { $0 + $1.sum } - cells.reduce(0) { $0 + $1.sum }
            // At least so many people are in none of the rows.
            let people = whole.reduce(0) { $0 + $1.visitors } - cells.reduce(0) { $0 + $1.visitors }
            return left == 0 || people >= counted.threshold.visitors ? .harmless : .doubtful
        }
    }

    /// The totals of all records of a scope.
    private func bases(of scope: Scope) -> [Measure] {
        switch scope {
        case .views: [.pageViews]
        case .events: [.events]
        case .records: [.hits, .events]
        default: [.hits]
        }
    }
}

extension ControlledTable {
    /// Hides rows until those who are left out of the table cannot be told from those who are hidden in it.
    mutating func conceal() {
        hideRemainders()
        var crowd = judge.crowd
        for row in rows.indices where !isShown(row) { crowd.add(rows[row].cells[0]) }
        let joining = rows.indices.filter { isShown($0) }
            .sorted { (rows[$0].cells[0].sum, $0) < (rows[$1].cells[0].sum, $1) }
        for row in joining where !(crowd.passes && crowd.isHarmless) {
            hide(row)
            crowd.add(rows[row].cells[0])
        }
    }
}
