internal import Events

/// A dictionary-coded column cut down to the rows of each day, with only the values that these rows have.
///
/// Values of other rows are left out, so that nothing of one day is written into the files of another.
struct DayColumn {
    /// The values in use, as numbers of the whole batch's dictionary; nil if all are.
    let values: [UInt32]?
    /// One index per row of the day.
    let indices: [UInt32]

    /// - Parameters:
    ///   - indices: one per row of the batch.
    ///   - valueCount: size of the batch's dictionary, all of which is in use.
    static func distribute(_ indices: [UInt32], valueCount: Int, over split: DaySplit) -> [DayColumn] {
        /// What the values are called in the day at work.
        var renamed: [UInt32] = []
        return split.days.map { day in
            guard case .some(let rows) = day.rows else { return DayColumn(values: nil, indices: indices) }
            if renamed.isEmpty { renamed = [UInt32](repeating: absentIndex, count: valueCount) }
            var values: [UInt32] = []
            let dayIndices = rows.map { row in
                let index = indices[Int(row)]
                guard index != absentIndex else { return absentIndex }
                if renamed[Int(index)] == absentIndex {
                    renamed[Int(index)] = UInt32(values.count)
                    values.append(index)
                }
                return renamed[Int(index)]
            }
            // Undone one by one: a batch may have as many days as rows.
            for value in values { renamed[Int(value)] = absentIndex }
            return DayColumn(values: values, indices: dayIndices)
        }
    }

    /// The day's text column out of the batch's dictionary.
    func text(_ dictionary: ByteDictionary) -> TextColumn {
        guard let values else { return TextColumn(dictionary: dictionary, indices: indices) }
        guard !values.isEmpty else { return TextColumn() }
        var own = ByteDictionary()
        for value in values {
            dictionary.withValue(Int(value)) { _ = own.append($0) }
        }
        return TextColumn(dictionary: own, indices: indices)
    }
}
