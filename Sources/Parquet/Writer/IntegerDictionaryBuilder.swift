/// Numbers the distinct values of an integer column, as long as there are few.
struct IntegerDictionaryBuilder<Value: FixedWidthInteger & BitwiseCopyable & Sendable> {
    /// Beyond so many values the delta encoding is smaller.
    private static var maximumCount: Int { 1 << 15 }

    private(set) var values: [Value] = []
    private(set) var indices: [UInt32] = []
    /// Open addressing; a slot holds a value's number plus one, 0 where it is free.
    private var slots = [UInt32](repeating: 0, count: 1 << 10)

    /// Numbers all rows, nulls as ``ColumnValues/nullIndex``; nil if there are too many distinct values.
    init?(_ rows: [Value], nulls: NullRows<Value>) {
        indices.reserveCapacity(rows.count)
        var last: (value: Value, number: UInt32)?
        for row in rows.indices {
            let value = rows[row]
            if nulls.contains(value, at: row) {
                indices.append(ColumnValues.nullIndex)
            } else if let last, last.value == value {
                indices.append(last.number)
            } else {
                let number = number(of: value)
                if values.count > Self.maximumCount { return nil }
                last = (value, number)
                indices.append(number)
            }
        }
    }

    private mutating func number(of value: Value) -> UInt32 {
        var slot = Self.hash(value) & (slots.count - 1)
        while slots[slot] != 0 {
            let number = slots[slot] - 1
            if values[Int(number)] == value { return number }
            slot = (slot + 1) & (slots.count - 1)
        }
        values.append(value)
        slots[slot] = UInt32(values.count)
        if values.count * 2 > slots.count { grow() }
        return UInt32(values.count - 1)
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 4)
        for (number, value) in values.enumerated() {
            var slot = Self.hash(value) & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = UInt32(number + 1)
        }
    }

    /// The count of values is bounded, so a stranger who makes them collide gains little.
    private static func hash(_ value: Value) -> Int {
        let product = UInt64(truncatingIfNeeded: value) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: product >> 32)
    }
}

extension NullRows {
    /// Whether a row that holds `value` is null.
    @inline(__always)
    func contains(_ value: Value, at row: Int) -> Bool {
        switch self {
        case .none: false
        case .marked(let marker): value == marker
        case .flagged(let flags): flags[row]
        }
    }

    /// Whether there is a flag for each of `rowCount` rows, if there are flags.
    func fits(rowCount: Int) -> Bool {
        if case .flagged(let flags) = self { flags.count == rowCount } else { true }
    }
}
