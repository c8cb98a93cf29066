import Releases

/// Which rows of a sum are printed, and in which order: values first, then what single visitors did, then the rest.
struct RowOrder {
    /// The numbers of the rows.
    let rows: [Int]
    /// How many values were left out.
    let leftOut: Int

    /// - Parameters:
    ///   - sort: the column that rows are sorted by; the leading one if the table lacks it.
    ///   - top: how many values at most; nil for all. Other rows are kept.
    init(_ sum: TableSum, sort: String?, top: Int?) {
        let isSorted = (sum.layout.order == .value || sort != nil) && !sum.columns.isEmpty
        let column = sort.flatMap { name in sum.columns.firstIndex { $0.name == name } } ?? 0
        let weights = isSorted ? sum.weights(of: column) : Array(repeating: 0, count: sum.count)
        let ties = isSorted && column > 0 ? sum.weights(of: 0) : weights
        let kinds = (0..<sum.count).map(sum.kind)
        var values = (0..<sum.count).filter { kinds[$0] == .value }
        let count = values.count
        if let top, top < count {
            // Only those that can be among the first are put in order.
            let least = top == 0 ? .max : values.map { weights[$0] }.sorted(by: >)[top - 1]
            values = values.filter { weights[$0] >= least }
        }
        values = Array(RowOrder.sorted(values, weights, ties, sum).prefix(top ?? count))
        leftOut = count - values.count
        rows =
            values
            + [.heavy, .other].flatMap { kind in
                RowOrder.sorted((0..<sum.count).filter { kinds[$0] == kind }, weights, ties, sum)
            }
    }

    /// The heaviest first, those that weigh the same by the leading column and then by their labels.
    private static func sorted(_ rows: [Int], _ weights: [Int64], _ ties: [Int64], _ sum: TableSum) -> [Int] {
        let labels = rows.map(sum.labels)
        return rows.indices.sorted { left, right in
            let (first, second) = (rows[left], rows[right])
            if weights[first] != weights[second] { return weights[first] > weights[second] }
            if ties[first] != ties[second] { return ties[first] > ties[second] }
            return LabelOrder.precedes(labels[left], labels[right])
        }.map { rows[$0] }
    }
}
