/// One table as data: which rows it counts, what its own rows are, what is told of them, and which sums tie it to other
/// tables.
///
/// Data rather than code, so that another engine can run the same definition and so that a release can name, by
/// digest, what it counted.
public struct Definition: Hashable, Sendable {
    /// Where the values of the dimension come from, and so what a hidden row looks like.
    public enum Vocabulary: String, Hashable, Sendable {
        /// Values come from outside; rows that fail go to "other", since their very name may tell of one person.
        case open
        /// Values come from a fixed list; rows that fail stay visible without numbers.
        case closed
        /// Names come from the built-in list of declared robots and need no people behind them.
        case declared
    }

    /// The name of the table, such as `entry_pages`.
    public let name: String
    public let scope: Scope
    /// One, or two of which the first names the group that a row belongs to.
    public let dimensions: [Dimension]
    public let vocabulary: Vocabulary
    /// Whether rows of the scope without a value in the last dimension are left out; else they are `(none)`.
    public let needsValue: Bool
    /// What is printed, in order.
    public let columns: [Column]
    /// What the columns are computed from, each once, the leading measure first.
    ///
    /// A row without any of the leading measure is not shown; the visitors of a row are those behind it.
    public let measures: [Measure]
    /// Differences that a reader can compute row by row, between columns or to other tables: nobody, or enough people,
    /// must stand behind them.
    public let guards: [Measure]
    public let relation: Relation

    init(
        _ name: String, _ scope: Scope, by dimensions: Dimension..., vocabulary: Vocabulary,
        needsValue: Bool = false, leading: Measure? = nil, columns: [Column], guards: [Measure] = [],
        relation: Relation
    ) {
        precondition((1...2).contains(dimensions.count), "a table has one or two dimensions")
        self.name = name
        self.scope = scope
        self.dimensions = dimensions
        self.vocabulary = vocabulary
        self.needsValue = needsValue
        self.columns = columns
        var measures = [leading].compactMap(\.self)
        for measure in columns.flatMap(\.measures) where !measures.contains(measure) { measures.append(measure) }
        self.measures = measures
        self.guards = guards
        self.relation = relation
        precondition(dimensions.count == 1 || quantities.isEmpty, "distributions are those of one dimension")
    }
}

extension Definition {
    /// What a row is sorted by, and what it is not there without.
    public var leading: Measure { measures[0] }

    /// Whether the number of distinct visitors of each row is printed.
    public var countsVisitors: Bool { columns.contains(.visitors) }

    /// The quantities whose distributions are told.
    public var quantities: [Quantity] {
        Quantity.allCases.filter { quantity in columns.contains { $0.content.quantity == quantity } }
    }

    /// Whether the rows of `other` are the same, so that both can be counted together.
    func hasRows(of other: Definition) -> Bool {
        scope == other.scope && dimensions == other.dimensions && needsValue == other.needsValue
    }

    /// Whether the table is counted, and not taken from another one.
    public var isCounted: Bool {
        if case .selection = relation { false } else { true }
    }
}
