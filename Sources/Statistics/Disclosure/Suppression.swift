/// Decides which numbers of one measure are told, so that what is hidden cannot be computed from what is told.
///
/// Where the sum of some rows is known, the hidden ones among them are known together. So they are at least two and
/// stand on enough people together, and whatever else is told leaves each of them an interval; until all that is so,
/// the smallest number that is told is hidden too.
struct Suppression {
    let judge: Judge
    /// The measure's cell of each row.
    let cells: [CountedCell]
    /// For each guard of the measure, its cell of each row.
    let differences: [[CountedCell]]
    /// The number of each row that contains this one, where it is told.
    let containers: [Int64?]
    /// Whether anything was counted in the row.
    let isListed: [Bool]
    /// Rows that are known from elsewhere, so that hiding them hides nothing.
    let known: Set<Int>
    let rest: Remainder.Rest
    private(set) var tellings: [Telling]

    /// - Parameter tellings: what may be told of each row by itself.
    init(
        _ judge: Judge, cells: [CountedCell], differences: [[CountedCell]], containers: [Int64?], isListed: [Bool],
        known: Set<Int>, rest: Remainder.Rest, tellings: [Telling]
    ) {
        self.judge = judge
        self.cells = cells
        self.differences = differences
        self.containers = containers
        self.isListed = isListed
        self.known = known
        self.rest = rest
        self.tellings = tellings
    }

    /// Settles the rows that have one total together.
    ///
    /// - Returns: false if no choice of rows is safe; nothing of them may be told then.
    mutating func settle(_ rows: [Int], total: KnownTotal) -> Bool {
        switch total {
        case .withheld:
            for row in rows { tellings[row] = .hidden }
            return true
        case .unknown: return true
        case .bound(let sum):
            conceal(sum, in: rows)
            return true
        case .exact: return complement(rows)
        }
    }

    /// Whether what is hidden of `rows` may be told as one number.
    func isSafe(_ rows: [Int]) -> Bool {
        if rows.allSatisfy({ tellings[$0] == .exact || !isListed[$0] }) { return true }
        var rest = remainder(of: rows)
        return rest.isSafe()
    }

    /// Hides numbers until the hidden ones cannot be computed from a sum that is known.
    private mutating func complement(_ rows: [Int]) -> Bool {
        if rows.allSatisfy({ tellings[$0] == .exact || !isListed[$0] }) { return true }
        var rest = remainder(of: rows)
        let joining = rows.filter { tellings[$0] == .exact && cells[$0].sum > 0 && !known.contains($0) }
            .sorted { (cells[$0].sum, $0) < (cells[$1].sum, $1) }
        for row in joining {
            if rest.isSafe() { return true }
            tellings[row] = .hidden
            add(row, to: &rest)
        }
        if rest.isSafe() { return true }
        // Nothing is left to join: what is hidden is the total itself, which was judged before.
        for row in rows where tellings[row] == .bound { tellings[row] = .hidden }
        return rest.isWide()
    }

    /// Keeps a sum that one visitor makes most of from being the sum of what is told.
    private mutating func conceal(_ sum: Int64, in rows: [Int]) {
        guard judge.protections.contains(.dominance) else { return }
        var told: Int64 = 0
        for row in rows {
            switch tellings[row] {
            case .exact: told = told.addingSaturated(cells[row].sum)
            case .bound: told = told.addingSaturated(judge.lowerBound(of: cells[row].sum))
            case .hidden: break
            }
        }
        let joining = rows.filter { tellings[$0] == .exact }
            .sorted { (cells[$1].sum, $0) < (cells[$0].sum, $1) }
        for row in joining {
            if sum - told >= sum.leastWidth(judge.threshold) { return }
            tellings[row] = .hidden
            told -= cells[row].sum
        }
    }

    /// What is hidden now.
    private func remainder(of rows: [Int]) -> Remainder {
        var rest = Remainder(judge, guards: differences.count, rest: self.rest)
        for row in rows where tellings[row] != .exact {
            if isListed[row] {
                add(row, to: &rest)
            } else if !self.rest.isHiddenToo {
                // Where what is left is a table of its own, that tells which rows have none.
                rest.addEmpty(differences: differences.map { $0[row] })
            }
        }
        return rest
    }

    private func add(_ row: Int, to rest: inout Remainder) {
        rest.add(
            cells[row], differences: differences.map { $0[row] }, container: containers[row],
            isBounded: tellings[row] == .bound)
    }
}
