extension EventBatch {
    /// The same rows in another order, or a selection of them: row `i` of the result is row `order[i]`.
    ///
    /// Dictionaries stay as they are, so after a selection they may hold values that no row has.
    public func gathered(_ order: [UInt32]) -> EventBatch {
        var result = self
        result.gather(order)
        return result
    }

    /// Puts the rows in another order, or keeps a selection of them, as ``gathered(_:)`` does.
    ///
    /// Column by column, so that there are never two of more than one column.
    public mutating func gather(_ order: [UInt32]) {
        time = EventBatch.gather(time, order)
        tie = EventBatch.gather(tie, order)
        visit = EventBatch.gather(visit, order)
        sequence = EventBatch.gather(sequence, order)
        for field in EventField.Text.allCases {
            self[field].indices = EventBatch.gather(self[field].indices, order)
        }
        for field in EventField.Identity.allCases {
            self[field].indices = EventBatch.gather(self[field].indices, order)
        }
        for field in EventField.Number.allCases {
            self[field].values = EventBatch.gather(self[field].values, order)
        }
        for field in EventField.Flag.allCases {
            self[field] = EventBatch.gather(self[field], order)
        }
    }

    /// The same rows, with dictionaries that hold only values that some row has, each once.
    public func withoutUnusedValues(seed: UInt64) -> EventBatch {
        var result = self
        for field in EventField.Text.allCases where !self[field].indices.isEmpty {
            var interner = ByteInterner(seed: seed)
            let column = self[field]
            result[field].indices = EventBatch.renumber(column.indices, column.dictionary.count) { index in
                column.dictionary.withValue(index) { interner.intern($0) }
            }
            result[field].dictionary = interner.takeDictionary()
        }
        for field in EventField.Identity.allCases where !self[field].indices.isEmpty {
            var interner = PseudonymInterner()
            let column = self[field]
            result[field].indices = EventBatch.renumber(column.indices, column.dictionary.count) { index in
                interner.intern(column.dictionary[index])
            }
            result[field].dictionary = interner.takeDictionary()
        }
        return result
    }

    /// Gives each index a new number when it is met first.
    private static func renumber(_ indices: [UInt32], _ count: Int, _ number: (Int) -> UInt32) -> [UInt32] {
        var numbers = [UInt32](repeating: absentIndex, count: count)
        return indices.map { index in
            guard index != absentIndex else { return absentIndex }
            if numbers[Int(index)] == absentIndex { numbers[Int(index)] = number(Int(index)) }
            return numbers[Int(index)]
        }
    }

    private static func gather<Value>(_ values: [Value], _ order: [UInt32]) -> [Value] {
        values.isEmpty ? [] : order.map { values[Int($0)] }
    }
}
