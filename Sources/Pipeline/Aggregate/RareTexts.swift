import Events

/// Finds the free texts that fewer than k visitors of an epoch have seen, and puts `(rare)` in their place.
struct RareTexts {
    /// What stands for a rare text.
    private static let rare = "(rare)"
    private static let fields = EventField.Text.allCases.filter(\.isFreeText)

    private let k: Int
    private var values: [ByteInterner]
    private var visitors: [[Int]]

    init(k: Int, seed: UInt64) {
        self.k = k
        values = RareTexts.fields.map { _ in ByteInterner(seed: seed) }
        visitors = RareTexts.fields.map { _ in [] }
    }

    /// Counts the visitors of each value; the batch holds all rows of its visitors.
    mutating func count(_ batch: EventBatch) {
        for (place, field) in RareTexts.fields.enumerated() where !batch[field].indices.isEmpty {
            let column = batch[field]
            let counts = RareTexts.distinctVisitors(of: column, batch[.visitor])
            for index in 0..<column.dictionary.count {
                let number = Int(column.dictionary.withValue(index) { values[place].intern($0) })
                if number == visitors[place].count { visitors[place].append(0) }
                visitors[place][number] += counts[index]
            }
        }
    }

    /// The batch with rare values replaced; values that no row has any more are gone from its dictionaries.
    mutating func removed(from batch: EventBatch, seed: UInt64) -> EventBatch {
        var batch = batch
        for (place, field) in RareTexts.fields.enumerated() where !batch[field].indices.isEmpty {
            var column = batch[field]
            let replacement = UInt32(column.dictionary.append(RareTexts.rare))
            var translation = (0..<replacement).map { $0 }
            for index in 0..<Int(replacement) {
                let number = Int(column.dictionary.withValue(index) { values[place].intern($0) })
                if number >= visitors[place].count || visitors[place][number] < k { translation[index] = replacement }
            }
            for row in column.indices.indices where column.indices[row] != absentIndex {
                column.indices[row] = translation[Int(column.indices[row])]
            }
            batch[field] = column
        }
        return batch.withoutUnusedValues(seed: seed)
    }

    /// For each value of the column, how many distinct visitors have it.
    ///
    /// Rows without a visitor count as nobody.
    private static func distinctVisitors(of column: TextColumn, _ visitors: PseudonymColumn) -> [Int] {
        var counts = [Int](repeating: 0, count: column.dictionary.count)
        guard !visitors.indices.isEmpty else { return counts }
        var rowsByVisitor = [UInt32](repeating: 0, count: visitors.dictionary.count + 1)
        for visitor in visitors.indices where visitor != absentIndex { rowsByVisitor[Int(visitor) + 1] += 1 }
        for index in 1..<rowsByVisitor.count { rowsByVisitor[index] += rowsByVisitor[index - 1] }
        var grouped = [UInt32](repeating: 0, count: Int(rowsByVisitor.last ?? 0))
        var next = rowsByVisitor
        for (row, visitor) in visitors.indices.enumerated() where visitor != absentIndex {
            grouped[Int(next[Int(visitor)])] = column.indices[row]
            next[Int(visitor)] += 1
        }
        var lastVisitor = [UInt32](repeating: absentIndex, count: column.dictionary.count)
        for visitor in 0..<visitors.dictionary.count {
            for place in Int(rowsByVisitor[visitor])..<Int(rowsByVisitor[visitor + 1]) {
                let value = grouped[place]
                guard value != absentIndex, lastVisitor[Int(value)] != UInt32(visitor) else { continue }
                lastVisitor[Int(value)] = UInt32(visitor)
                counts[Int(value)] += 1
            }
        }
        return counts
    }
}
