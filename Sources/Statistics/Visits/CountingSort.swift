import Events

/// Orders rows by a small whole number in linear time.
enum CountingSort {
    /// Row numbers ascending by `keys[row]`, equal keys in row order, ``absentIndex`` last.
    ///
    /// - Precondition: every key but ``absentIndex`` is less than `keyCount`.
    static func rows(by keys: [UInt32], keyCount: Int) -> [UInt32] {
        var next = [UInt32](repeating: 0, count: keyCount + 2)
        for key in keys { next[min(Int(key), keyCount) + 1] += 1 }
        for index in 1..<next.count { next[index] += next[index - 1] }
        var order = [UInt32](repeating: 0, count: keys.count)
        for row in 0..<keys.count {
            let key = min(Int(keys[row]), keyCount)
            order[Int(next[key])] = UInt32(truncatingIfNeeded: row)
            next[key] += 1
        }
        return order
    }
}
