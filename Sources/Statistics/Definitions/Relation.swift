/// Which sums tie a table to others: what a reader can subtract.
public enum Relation: Hashable, Sendable {
    /// Σ of `rows` over all rows, "other" and hidden ones included, is `total` of the table `totals`.
    public struct Equality: Hashable, Sendable {
        public let rows: Measure
        public let total: Measure
    }

    /// None: the rows need nobody behind them.
    case none
    /// Its total is its own.
    case own
    /// Its rows sum to totals.
    case totals([Equality])
    /// Its rows sum to one row of another table.
    case row(of: String, label: String)
    /// Rows with the same first label sum to the row of that label in another table.
    case children(of: String)
    /// Each row is contained in the row of the same label of another table, and all rows sum to totals.
    case within(String, [Equality])
    /// Of each page: page views = entries + rows that lead to it = exits + rows that lead away from it.
    case flow(pages: String, entries: String, exits: String)
    /// Rows that may take the place of rows of another table; no table of its own.
    case blocks(of: String)
    /// The rows of another table that are told there and whose last label has one of the extensions; nothing is counted.
    case selection(of: String, extensions: [String])
}

extension Relation {
    /// Rows sum to the totals of the same measures.
    static func totals(_ measures: Measure...) -> Relation {
        .totals(measures.map { Equality(rows: $0, total: $0) })
    }

    /// The relation in canonical text.
    var canonicalText: String {
        switch self {
        case .none: "none"
        case .own: "own total"
        case .totals(let equalities): Relation.text(of: equalities)
        case .row(let table, let label): "rows = \(table) \(label)"
        case .children(let table): "rows of a group = \(table)"
        case .within(let table, let equalities): "within \(table), \(Relation.text(of: equalities))"
        case .flow(let pages, let entries, let exits): "\(pages) = \(entries) + in = \(exits) + out"
        case .blocks(let table): "blocks of \(table)"
        case .selection(let table, let extensions): "\(table) that end in \(extensions.joined(separator: " "))"
        }
    }

    private static func text(of equalities: [Equality]) -> String {
        equalities.map { "sum \($0.rows.name) = totals \($0.total.name)" }.joined(separator: ", ")
    }
}
