import Parquet

extension ColumnValues {
    /// The bits of every row's value, nil for null, however the column is held.
    func cells(_ rowCount: Int) -> [[UInt8]?] {
        let cells: [[UInt8]?] =
            switch self {
            case .dictionary(let list, let indices), .plain(let list, let indices):
                indices.map { $0 == ColumnValues.nullIndex ? nil : Array(list.bytes[list.range(of: Int($0))]) }
            case .int32(let values, let nulls): nulls.mark(values) { $0.littleEndianBytes }
            case .int64(let values, let nulls): nulls.mark(values) { $0.littleEndianBytes }
            case .float(let values, let nulls): nulls.mark(values) { $0.bitPattern.littleEndianBytes }
            case .double(let values, let nulls): nulls.mark(values) { $0.bitPattern.littleEndianBytes }
            case .boolean(let values, let nulls): nulls.mark(values) { [$0 ? 1 : 0] }
            }
        return cells.isEmpty ? [[UInt8]?](repeating: nil, count: rowCount) : cells
    }
}

extension NullRows {
    fileprivate func mark(_ values: [Value], _ bytes: (Value) -> [UInt8]) -> [[UInt8]?] {
        switch self {
        case .none: values.map(bytes)
        case .marked(let marker): values.map { $0 == marker ? nil : bytes($0) }
        case .flagged(let flags): zip(values, flags).map { $1 ? nil : bytes($0) }
        }
    }
}

extension FixedWidthInteger {
    fileprivate var littleEndianBytes: [UInt8] {
        (0..<Self.bitWidth / 8).map { UInt8(truncatingIfNeeded: self >> Self($0 * 8)) }
    }
}
