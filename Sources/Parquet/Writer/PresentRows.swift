/// A page's rows without its nulls, and the bits that say where they were.
struct PresentRows<Value: BitwiseCopyable & Hashable & Sendable> {
    /// The values of rows that are not null; only the first ``count`` count.
    private(set) var values: [Value]
    private(set) var count = 0
    /// One bit per row, set where the row has a value, the first row in the lowest bit.
    private(set) var levels: [UInt64]

    /// Has room for pages of `capacity` rows.
    init(capacity: Int, filler: Value) {
        values = [Value](repeating: filler, count: capacity)
        levels = [UInt64](repeating: 0, count: (capacity + 63) / 64)
    }

    /// Takes in the rows `start ..< start + rows.count` of a column.
    mutating func take(_ rows: Span<Value>, from start: Int, nulls: NullRows<Value>) {
        switch nulls {
        case .none: take(rows) { _, _ in false }
        case .marked(let marker): take(rows) { value, _ in value == marker }
        case .flagged(let flags): flags.withSpan { flags in take(rows) { _, row in flags[start + row] } }
        }
    }

    @inline(__always)
    private mutating func take(_ rows: Span<Value>, isNull: (Value, Int) -> Bool) {
        var kept = 0
        var word: UInt64 = 0
        for row in 0..<rows.count {
            let value = rows[row]
            // Every value is stored and the place given up again if it is null: no branch that the data decides.
            values[kept] = value
            let isPresent = isNull(value, row) ? 0 : 1
            kept += isPresent
            word |= UInt64(truncatingIfNeeded: isPresent) << UInt64(truncatingIfNeeded: row & 63)
            if row & 63 == 63 {
                levels[row >> 6] = word
                word = 0
            }
        }
        if rows.count & 63 != 0 { levels[rows.count >> 6] = word }
        count = kept
    }
}

extension Array {
    @inline(__always)
    fileprivate func withSpan<Result>(_ body: (Span<Element>) -> Result) -> Result {
        body(span)
    }
}
