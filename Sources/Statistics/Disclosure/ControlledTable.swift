/// A counted table, and what is told of each of its numbers.
struct ControlledTable {
    private let heavy: HeavyUse
    let judge: Judge
    /// Measure by measure of the definition, one per row.
    private(set) var tellings: [[Telling]]
    /// What may be told of each number by itself.
    private var own: [[Telling]]
    private(set) var groups: [RowGroup]
    /// The rows by their last label; only of tables with one dimension is it the only one of its name.
    let rowNumbers: [String: Int]

    /// The counts, heavy use apart.
    var counted: CountedTable { heavy.table }
    var definition: Definition { counted.definition }
    var rows: [CountedRow] { counted.rows }

    /// Judges each number by itself.
    ///
    /// - Parameter isForbidden: whether a row is not told, whatever stands behind it.
    init(_ heavy: HeavyUse, judge: Judge, isForbidden: (CountedRow) -> Bool) {
        let counted = heavy.table
        let definition = counted.definition
        self.heavy = heavy
        self.judge = judge
        rowNumbers = Dictionary(counted.rows.enumerated().map { ($1.label, $0) }) { first, _ in first }
        own = definition.measures.enumerated().map { place, measure in
            let guards = definition.guards(of: measure).compactMap { counted.place(of: $0) }
            return counted.rows.map { row in
                judge.telling(
                    of: row.cells[place], differences: guards.map { row.cells[$0] },
                    mayBeZero: place > 0 || definition.isTotals)
            }
        }
        for (row, counted) in counted.rows.enumerated() where isForbidden(counted) {
            for place in own.indices { own[place][row] = .hidden }
        }
        for (row, place) in heavy.whole { own[place][row] = .hidden }
        if !judge.protections.contains(.heavyUse) { for row in heavy.rows { own[0][row] = .exact } }
        tellings = own
        groups = counted.groups
        hideRows()
    }

    /// Settles all measures, each before what it contains.
    ///
    /// A number that cannot be hidden behind others, as what contains it leaves it no interval, is hidden together with
    /// what contains it, and all is settled anew.
    ///
    /// - Parameters:
    ///   - containers: the numbers of another table that contain those of the leading measure.
    ///   - known: rows that are known from elsewhere.
    ///   - total: what is known of the sum of a measure, by its place, over a group.
    mutating func settle(
        containers: [Int64?]? = nil, known: Set<Int> = [], total: (Int, RowGroup) -> KnownTotal
    ) {
        var count = 1
        repeat {
            tellings = own
            hideRows()
        } while definition.measures.indices.contains { place in
            let unsafe = settle(place, containers: place == 0 ? containers : nil, known: known) { total(place, $0) }
            return hideContainers(of: place, in: unsafe, count: &count)
        }
    }

    /// Hides what contains numbers that may not be told; returns whether there was anything to hide.
    ///
    /// - Parameter count: how many of the smallest are hidden of a group at once; as it doubles each time, few times are
    ///   enough.
    private mutating func hideContainers(of place: Int, in groups: [RowGroup], count: inout Int) -> Bool {
        guard let container = definition.container(of: definition.measures[place]) else { return false }
        var isAny = false
        for group in groups {
            let candidates = group.rows.filter { own[container][$0] != .hidden }
            var rows = candidates.filter { own[place][$0] != .exact }
            if rows.isEmpty {
                let ascending = candidates.sorted { (sum(container, $0), $0) < (sum(container, $1), $1) }
                rows = Array(ascending.prefix(count))
            }
            for row in rows { own[container][row] = .hidden }
            isAny = isAny || !rows.isEmpty
        }
        count = isAny ? min(2 * count, 1 << 30) : count
        return isAny
    }

    /// Settles one measure; returns the groups in which no choice of rows is safe.
    private mutating func settle(
        _ place: Int, containers: [Int64?]?, known: Set<Int>, total: (RowGroup) -> KnownTotal
    ) -> [RowGroup] {
        var suppression = suppression(of: place, containers: containers, known: known)
        var unsafe: [RowGroup] = []
        for index in groups.indices {
            let total = total(groups[index])
            let isSafe = suppression.settle(groups[index].rows, total: total)
            groups[index].totals[place] = isSafe ? total : .withheld
            if !isSafe {
                unsafe.append(groups[index])
                _ = suppression.settle(groups[index].rows, total: .withheld)
            }
        }
        tellings[place] = suppression.tellings
        hideRows()
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
        return unsafe
    }

    private func suppression(of place: Int, containers: [Int64?]?, known: Set<Int>) -> Suppression {
        let measure = definition.measures[place]
        let guards = definition.guards(of: measure).compactMap { counted.place(of: $0) }
        let isContained = containers != nil || definition.container(of: measure) != nil
        // What is told elsewhere of a number, such as the bounces among the exits, leaves only a guard unknown.
        let unknownPart = guards.indices.first { !isContained || $0 > 0 }
        return Suppression(
            judge, cells: rows.map { $0.cells[place] },
            differences: guards.map { guarded in rows.map { $0.cells[guarded] } },
            containers: containers ?? self.containers(of: measure), isListed: rows.map { $0.cells[0].sum > 0 },
            known: known, rest: .init(isHiddenToo: measure == .exits, unknownPart: unknownPart),
            tellings: tellings[place])
    }

    /// Hides all numbers of a row, however often the table is settled.
    mutating func forbid(_ row: Int) {
        for place in own.indices { own[place][row] = .hidden }
        hide(row)
    }

    /// Hides a number, however often the table is settled.
    mutating func forbid(_ row: Int, _ place: Int) {
        own[place][row] = .hidden
    }

    /// Hides all numbers of a row.
    mutating func hide(_ row: Int) {
        for place in tellings.indices { tellings[place][row] = .hidden }
    }

    /// Hides what falls with what is hidden.
    private mutating func hideRows() {
        if !definition.isTotals {
            for row in rows.indices where tellings[0][row] == .hidden { hide(row) }
        }
        hideContained()
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

    private func sum(_ place: Int, _ row: Int) -> Int64 { rows[row].cells[place].sum }

    private func containers(of measure: Measure) -> [Int64?] {
        guard let place = definition.container(of: measure) else { return Array(repeating: nil, count: rows.count) }
        return rows.indices.map { exact(place, $0) }
    }
}

extension ControlledTable {
    /// Whether any of the rows is told.
    var isShown: Bool { tellings[0].contains { $0 != .hidden } }

    func isShown(_ row: Int) -> Bool { tellings[0][row] != .hidden }

    /// Whether the row is what single visitors added to others.
    func isHeavyUse(_ row: Int) -> Bool { heavy.rows.contains(row) }

    /// What a reader knows of the row as it was counted; nil where that is not told, or not of everybody.
    func known(_ place: Int, _ row: Int) -> Int64? {
        guard !judge.protections.contains(.moves) || !heavy.moved.contains(row), !isHeavyUse(row) else { return nil }
        return exact(place, row)
    }

    /// The number of a row, nil where it is not told exactly.
    func exact(_ place: Int, _ row: Int) -> Int64? {
        tellings[place][row] == .exact ? rows[row].cells[place].sum : nil
    }
}
