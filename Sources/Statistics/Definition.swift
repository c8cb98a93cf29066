/// One table as data: what its rows are, what is counted, and which sums tie it to other tables.
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

    /// Σ of `rows` over all rows, "other" and hidden ones included, is `total` of the totals table.
    public struct Equality: Hashable, Sendable {
        public let rows: Measure
        public let total: Measure
    }

    /// The name of the table, such as `entry_pages`.
    public let name: String
    public let dimension: Dimension
    public let vocabulary: Vocabulary
    /// What is printed, the leading measure first.
    public let measures: [Measure]
    /// Differences to other tables that a reader can compute row by row: nobody, or enough people, must stand behind
    /// them.
    public let guards: [Measure]
    /// Whether the number of distinct visitors of each row is printed.
    public let countsVisitors: Bool
    /// The table whose hidden rows are hidden here too, because its measure contains this one.
    public let within: String?
    public let equalities: [Equality]

    init(
        _ name: String, of dimension: Dimension, _ vocabulary: Vocabulary, _ measures: [Measure],
        guards: [Measure] = [], countsVisitors: Bool = true, within: String? = nil, equalities: [Equality] = []
    ) {
        self.name = name
        self.dimension = dimension
        self.vocabulary = vocabulary
        self.measures = measures
        self.guards = guards
        self.countsVisitors = countsVisitors
        self.within = within
        self.equalities = equalities
    }
}
