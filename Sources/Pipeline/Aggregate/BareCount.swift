package import Statistics

/// One measure of one row of a counted table, in values that do not depend on how visitors and networks are numbered.
package struct BareCount: Hashable {
    package let table: String
    package let labels: [String]
    /// The name of a measure, or of a quantity.
    package let measure: String
    package let sum: Int64
    /// Distinct visitors who contributed; of a quantity, those in the bins.
    package let visitors: Int
    /// Distinct networks of these visitors, counted up to the threshold.
    package let networks: Int
    /// The largest sum of one visitor.
    package let largest: Int64
    /// Of a quantity, its bins.
    package var bins: [Distribution.Bin] = []

    /// All counts that are not zero, in the order of tables and rows.
    static func all(of epoch: CountedEpoch) -> [BareCount] {
        epoch.tables.flatMap { table in table.rows.flatMap { all(of: $0, table.definition) } }
    }

    private static func all(of row: CountedRow, _ definition: Definition) -> [BareCount] {
        let cells = zip(definition.measures + definition.guards, row.cells).filter { $0.1.sum > 0 }
        let counts = cells.map { measure, cell in
            BareCount(
                table: definition.name, labels: row.labels, measure: measure.name, sum: cell.sum,
                visitors: cell.visitors, networks: cell.networkSet.count, largest: cell.largest)
        }
        return counts
            + definition.quantities.compactMap { quantity in
                let distribution = quantity == .requestDuration ? row.durations : row.viewing
                return distribution.map { count(of: $0, quantity, row, definition) }
            }
    }

    private static func count(
        of distribution: Distribution, _ quantity: Quantity, _ row: CountedRow, _ definition: Definition
    ) -> BareCount {
        BareCount(
            table: definition.name, labels: row.labels, measure: quantity.rawValue, sum: distribution.sum,
            visitors: distribution.bins.reduce(0) { $0 + $1.lowestOf }, networks: 0, largest: 0,
            bins: distribution.bins)
    }
}
