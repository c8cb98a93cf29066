import Events

/// The order of the labels of some dimensions by their bytes.
struct LabelOrder {
    /// For each dimension, the rank of each label.
    private let ranks: [[UInt32]]

    init(_ spaces: [LabelSpace]) {
        ranks = spaces.map { LabelOrder.ranks(of: $0) }
    }

    /// Cells by their labels.
    func sorted(_ cells: [Int], of numbers: CellNumbers) -> [Int] {
        let keyed = cells.map { cell in
            let key = zip(ranks, numbers.labels(of: cell)).reduce(UInt64(0)) { $0 << 32 | UInt64($1.0[Int($1.1)]) }
            return (key: key, cell: cell)
        }
        return keyed.sorted { $0.key < $1.key }.map(\.cell)
    }

    private static func ranks(of space: LabelSpace) -> [UInt32] {
        let dictionary = space.interner.dictionary
        var ranks = [UInt32](repeating: 0, count: dictionary.count)
        dictionary.withArena { arena in
            let order = (0..<dictionary.count).sorted { left, right in
                precedes(arena.extracting(dictionary.range(of: left)), arena.extracting(dictionary.range(of: right)))
            }
            for (rank, number) in order.enumerated() { ranks[number] = UInt32(truncatingIfNeeded: rank) }
        }
        return ranks
    }

    private static func precedes(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
        for index in 0..<min(left.count, right.count) where left[index] != right[index] {
            return left[index] < right[index]
        }
        return left.count < right.count
    }
}
