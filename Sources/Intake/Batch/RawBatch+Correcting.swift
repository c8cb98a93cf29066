extension RawBatch {
    /// Puts a value in the place of what some rows have in a column; no more rows may be appended to the batch afterwards.
    public mutating func put(_ value: Span<UInt8>, in field: Text, of rows: [Int]) {
        guard !rows.isEmpty else { return }
        self[field].put(value, in: rows, rowCount: rowCount)
    }
}

extension RawTextColumn {
    fileprivate mutating func put(_ value: Span<UInt8>, in rows: [Int], rowCount: Int) {
        pad(to: rowCount)
        set(intern(value), in: rows)
    }
}
