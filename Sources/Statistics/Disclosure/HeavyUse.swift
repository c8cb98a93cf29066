/// What single visitors added to rows that they make most of, moved out of those into a row of its own.
///
/// The rows then tell of everybody else, the row of heavy use of the heavy visitors alone, and the sum of all is what it
/// was. Nobody's part can be had by subtraction: each number of a row is moved or not told, the row of heavy use stands
/// on enough people by the same rules as any other, and what the row was before counts as hidden wherever another table
/// would sum up to it.
struct HeavyUse {
    /// The table with the parts moved: rows keep their places, and rows of heavy use follow them.
    private(set) var table: CountedTable
    /// The rows that something was moved out of.
    private(set) var moved: Set<Int> = []
    /// The rows of heavy use.
    private(set) var rows: Set<Int> = []
    /// Numbers of rows out of which something was moved, but not of these numbers.
    private(set) var whole: [(row: Int, place: Int)] = []

    /// The name of the row in tables that know nobody's language.
    static let label = "heavy automated use"

    /// A table out of which nothing is moved.
    init(none table: CountedTable) {
        self.table = table
    }

    /// - Parameter networks: of each visitor of the epoch, one.
    init(of table: CountedTable, judge: Judge, networks: [UInt32]) {
        self.init(none: table)
        guard table.definition.movesHeavyUse, judge.protections.contains(.dominance) else { return }
        let guarded = table.definition.measures.indices.map { place in
            [place] + table.definition.guards(of: table.definition.measures[place]).compactMap { table.place(of: $0) }
        }
        var rows = table.rows
        for group in table.groups {
            let shares = group.rows.compactMap { row in
                table.rows[row].labels.contains(Dimension.rare)
                    ? nil : HeavyShare(of: row, in: table, guarded: guarded, judge: judge, networks: networks)
            }
            guard !shares.isEmpty else { continue }
            let cells = rows[shares[0].row].cells.indices.map { place in
                CountedCell(
                    parts: shares.map { ($0.visitor, $0.parts[place] ?? 0) }, judge.threshold, networks: networks)
            }
            let isTold = judge.telling(of: cells[0], differences: [], mayBeZero: false) == .exact
            guard isTold || !judge.protections.contains(.heavyUse) else { continue }
            for share in shares {
                rows[share.row] = CountedRow(labels: rows[share.row].labels, cells: share.rest)
                moved.insert(share.row)
                for place in table.definition.measures.indices where share.parts[place] == nil {
                    whole.append((share.row, place))
                }
            }
            self.rows.insert(rows.count)
            rows.append(CountedRow(labels: [group.label, HeavyUse.label].compactMap(\.self), cells: cells))
        }
        self.table = CountedTable(definition: table.definition, rows: rows)
    }
}

extension Definition {
    /// Whether heavy use is moved to a row of its own, and not told as a bound.
    ///
    /// Not where what is left of a row is told elsewhere, as the later views of a page, nor where rows have an order and
    /// sum up twice. Hours that are told while the day goes on have to stay what they are.
    fileprivate var movesHeavyUse: Bool {
        switch relation {
        case .totals, .own, .row, .children: !isOrdered && dimensions != [.hour]
        case .none, .within, .flow, .blocks, .selection: false
        }
    }
}

extension CountedCell {
    /// What some visitors have, each of which may be there several times.
    fileprivate init(parts: [(visitor: UInt32, part: Int64)], _ threshold: Threshold, networks: [UInt32]) {
        let sums = Dictionary(parts.filter { $0.part > 0 }, uniquingKeysWith: { $0.addingSaturated($1) })
            .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        self.init(
            sum: sums.reduce(0) { $0.addingSaturated($1.value) }, visitors: sums.count,
            largest: sums.first?.value ?? 0, heaviest: sums.first?.key ?? .max,
            second: sums.dropFirst().first?.value ?? 0, runnerUp: sums.dropFirst().first?.key ?? .max,
            visitorSet: sums.prefix(threshold.visitors).map(\.key),
            networkSet: networks.distinct(of: sums.map(\.key), upTo: threshold.networks))
    }
}
