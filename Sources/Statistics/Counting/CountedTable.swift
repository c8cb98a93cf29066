/// One table counted to the end.
public struct CountedTable: Hashable, Sendable {
    public let definition: Definition
    /// By the bytes of their labels; every row has some of a measure or guard.
    ///
    /// A row without any of the leading measure is none that a reader could see: only differences to other tables tell
    /// of it. Two kinds of definition differ: `hours` and the like have a row for every hour, counted or not, and
    /// totals their only one.
    public let rows: [CountedRow]

    public init(definition: Definition, rows: [CountedRow]) {
        self.definition = definition
        self.rows = rows
    }
}
