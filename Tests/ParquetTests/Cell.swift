import Parquet
import Testing

/// One value of one row, whatever the column's type and however the column is held: what tests compare.
enum Cell: Hashable {
    case null
    case integer(Int64)
    /// By bits, so that NaN equals itself.
    case number(UInt64)
    case flag(Bool)
    case bytes([UInt8])

    static func text(_ text: String) -> Cell { .bytes(Array(text.utf8)) }
    static func number(_ number: Double) -> Cell { .number(number.bitPattern) }
}

extension ColumnValues {
    /// The column row by row; `type` tells what the bytes of a dictionary mean.
    func cells(rowCount: Int, type: PhysicalType) -> [Cell] {
        let cells: [Cell] =
            switch self {
            case .dictionary(let list, let indices), .plain(let list, let indices):
                indices.map { index in
                    if index == ColumnValues.nullIndex { return .null }
                    switch type {
                    case .int32, .int64: return .integer(list.integer(Int(index)))
                    case .float:
                        return .number(Double(Float(bitPattern: UInt32(truncatingIfNeeded: list.integer(Int(index))))))
                    case .double: return .number(UInt64(bitPattern: list.integer(Int(index))))
                    default: return .bytes([UInt8](list.bytes[list.range(of: Int(index))]))
                    }
                }
            case .int32(let values, let nulls):
                values.enumerated().map { nulls.hides($1, $0) ? .null : .integer(Int64($1)) }
            case .int64(let values, let nulls): values.enumerated().map { nulls.hides($1, $0) ? .null : .integer($1) }
            case .float(let values, let nulls):
                values.enumerated().map { nulls.hides($1, $0) ? .null : .number(Double($1)) }
            case .double(let values, let nulls): values.enumerated().map { nulls.hides($1, $0) ? .null : .number($1) }
            case .boolean(let values, let nulls): values.enumerated().map { nulls.hides($1, $0) ? .null : .flag($1) }
            }
        return cells.isEmpty ? [Cell](repeating: .null, count: rowCount) : cells
    }
}

extension NullRows {
    fileprivate func hides(_ value: Value, _ row: Int) -> Bool {
        switch self {
        case .none: false
        case .marked(let marker): value == marker
        case .flagged(let flags): flags[row]
        }
    }
}

extension ParquetFile {
    /// A column of a row group, row by row.
    func cells(_ name: String, rowGroup: Int = 0) throws -> [Cell] {
        let position = try #require(schema.index(of: name))
        return try read(rowGroup: rowGroup, columns: [name])[0].cells(
            rowCount: rowGroups[rowGroup].rowCount, type: schema.columns[position].type)
    }
}
