internal import Events

/// Turns the indices of one dictionary into those of another.
struct IndexMap {
    /// By old index; the last entry is what becomes of ``absentIndex``, which is higher than all indices: nothing.
    ///
    /// So one look serves every row, and nothing branches on which rows have a value.
    private var entries: [UInt32]

    /// A map in which none of `count` old indices has a new one yet.
    init(count: Int) {
        self.init([UInt32](repeating: absentIndex, count: count))
    }

    /// - Parameter entries: the new indices by old index, ``absentIndex`` for those that have none.
    init(_ entries: consuming [UInt32]) {
        self.entries = entries
        self.entries.append(absentIndex)
    }

    /// How many old indices there are.
    var count: Int { entries.count - 1 }

    subscript(old: UInt32) -> UInt32 {
        @inline(__always) get { entries[min(Int(old), entries.count - 1)] }
        set { entries[Int(old)] = newValue }
    }

    /// The new indices of rows.
    func callAsFunction(_ rows: [UInt32]) -> [UInt32] {
        let last = entries.count - 1
        // SAFETY: every place of the new array is written, and the entries are read at indices up to the last one's;
        // there is always one.
        return unsafe [UInt32](unsafeUninitializedCapacity: rows.count) { new, count in
            unsafe entries.withUnsafeBufferPointer { entries in
                for row in rows.indices {
                    unsafe new.initializeElement(at: row, to: entries[min(Int(rows[row]), last)])
                }
            }
            count = rows.count
        }
    }

    /// What this map makes of the new indices of another one.
    func following(_ first: IndexMap) -> IndexMap {
        var result = first
        for index in result.entries.indices { result.entries[index] = self[first.entries[index]] }
        return result
    }
}
