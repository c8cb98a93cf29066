// Whether values can be the rows of a column.

extension ColumnValues {
    func fits(_ type: PhysicalType) -> Bool {
        switch (self, type) {
        case (.int32, .int32), (.int64, .int64), (.float, .float), (.double, .double), (.boolean, .boolean): true
        // INT96 is deprecated and not written.
        case (_, .boolean), (_, .int96): false
        case (.dictionary(let values, _), _), (.plain(let values, _), _): values.width == type.width
        default: false
        }
    }

    var isEmptyArray: Bool { arrayCount == 0 }

    func fits(rowCount: Int) -> Bool {
        guard arrayCount == rowCount else { return false }
        return switch self {
        case .dictionary, .plain: true
        case .int32(_, let nulls): nulls.fits(rowCount: rowCount)
        case .int64(_, let nulls): nulls.fits(rowCount: rowCount)
        case .float(_, let nulls): nulls.fits(rowCount: rowCount)
        case .double(_, let nulls): nulls.fits(rowCount: rowCount)
        case .boolean(_, let nulls): nulls.fits(rowCount: rowCount)
        }
    }

    private var arrayCount: Int {
        switch self {
        case .dictionary(_, let indices), .plain(_, let indices): indices.count
        case .int32(let values, _): values.count
        case .int64(let values, _): values.count
        case .float(let values, _): values.count
        case .double(let values, _): values.count
        case .boolean(let values, _): values.count
        }
    }
}
