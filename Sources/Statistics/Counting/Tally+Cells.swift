import Events

extension Tally {
    /// One cell as plain values, for tests that compare a tally with another engine's.
    public struct Cell: Hashable, Sendable {
        /// One measure of a cell.
        public struct Count: Hashable, Sendable {
            public let measure: Measure
            public let sum: Int64
            /// Distinct visitors who contributed.
            public let visitors: Int
            /// Distinct networks of these visitors, counted up to the threshold.
            public let networks: Int
            /// The largest sum of one visitor.
            public let largest: Int64
        }

        public let dimension: Dimension
        public let key: String
        /// In order of the dimension's measures.
        public let counts: [Count]

        /// The count of `measure`, if the dimension has it.
        public subscript(measure: Measure) -> Count? {
            counts.first { $0.measure == measure }
        }
    }

    /// All cells that something was counted in, by dimension, then by the bytes of their key.
    public var cells: [Cell] {
        tables.flatMap { table in
            (0..<table.cellCount).compactMap { table.inspected($0) }
                .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        }
    }
}

extension CellTable {
    fileprivate func inspected(_ cell: Int) -> Tally.Cell? {
        let range = cell * measures.count..<(cell + 1) * measures.count
        guard slots[range].contains(where: { $0.sum > 0 }) else { return nil }
        let counts = zip(measures, slots[range]).map { measure, slot in
            Tally.Cell.Count(
                measure: measure, sum: slot.sum, visitors: Int(slot.visitors), networks: Int(slot.networks),
                largest: slot.largest)
        }
        return Tally.Cell(dimension: dimension, key: keys.dictionary.text(cell), counts: counts)
    }
}
