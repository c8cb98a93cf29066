import Events

/// Says for each row which cell of a dimension it belongs to: one look into an array per row, one hash per distinct
/// value.
enum CellAssignment {
    /// One cell per row, ``absentIndex`` for rows that the dimension does not count.
    static func cells(
        of rows: VisitorMajorRows, in batch: EventBatch, day: LocalDay, into table: inout CellTable
    ) -> [UInt32] {
        switch table.dimension {
        case .total:
            return [UInt32](repeating: table.cell("all"), count: rows.count)
        case .hour:
            let hours = (0..<24).map { table.cell(HourLabel.hour($0)) }
            return rows.rows.map { hours[day.hour(of: batch.time[Int($0)])] }
        case .hourBlock:
            let blocks = (0..<8).map { table.cell(HourLabel.block($0)) }
            return rows.rows.map { blocks[day.hour(of: batch.time[Int($0)]) / 3] }
        case .status:
            return statusCells(of: rows, values: batch[.status].values, into: &table)
        case .referrer:
            return referrerCells(of: rows, in: batch, into: &table)
        case .page:
            return textCells(of: rows, column: batch[.path], only: Measure.pageViews.bit, into: &table)
        case .browser, .operatingSystem, .deviceClass, .robot:
            guard let field = table.dimension.column else { return [] }
            return textCells(of: rows, column: batch[field], only: Measure.hits.bit, into: &table)
        }
    }

    private static func textCells(
        of rows: VisitorMajorRows, column: TextColumn, only measure: UInt16, into table: inout CellTable
    ) -> [UInt32] {
        // One place more than there are values: the last one is for rows without a value.
        var known = [UInt32](repeating: absentIndex, count: column.dictionary.count + 1)
        var cells = [UInt32](repeating: absentIndex, count: rows.count)
        for index in 0..<rows.count where rows.measures[index] & measure != 0 {
            let value = min(Int(column.index(Int(rows.rows[index]))), column.dictionary.count)
            if known[value] == absentIndex { known[value] = cell(of: value, in: column.dictionary, into: &table) }
            cells[index] = known[value]
        }
        return cells
    }

    private static func referrerCells(
        of rows: VisitorMajorRows, in batch: EventBatch, into table: inout CellTable
    ) -> [UInt32] {
        let kinds = batch[.referrerKind]
        let domains = batch[.referrerDomain]
        let own = (0..<kinds.dictionary.count).map { kinds.dictionary.text($0) == "internal" }
        let ownCell = own.contains(true) ? table.cell(Dimension.internalReferrer) : absentIndex
        var cells = textCells(of: rows, column: domains, only: Measure.pageViews.bit, into: &table)
        var unnamedCell = absentIndex
        for index in 0..<rows.count where cells[index] != absentIndex {
            let row = Int(rows.rows[index])
            let kind = kinds.index(row)
            guard kind != absentIndex else { continue }
            if own[Int(kind)] {
                cells[index] = ownCell
            } else if domains.index(row) == absentIndex {
                if unnamedCell == absentIndex { unnamedCell = table.cell(Dimension.unnamedReferrer) }
                cells[index] = unnamedCell
            }
        }
        return cells
    }

    private static func statusCells(
        of rows: VisitorMajorRows, values: [Int64], into table: inout CellTable
    ) -> [UInt32] {
        var known = [UInt32](repeating: absentIndex, count: 1001)
        var cells = [UInt32](repeating: absentIndex, count: rows.count)
        for index in 0..<rows.count {
            let status = values.isEmpty ? NumberColumn.absent : values[Int(rows.rows[index])]
            // RFC 9110, section 15: a status code has three digits; anything else is no status.
            let value = (100...999).contains(status) ? Int(status) : 1000
            if known[value] == absentIndex {
                known[value] = table.cell(value == 1000 ? Dimension.noValue : String(value))
            }
            cells[index] = known[value]
        }
        return cells
    }

    private static func cell(of value: Int, in dictionary: ByteDictionary, into table: inout CellTable) -> UInt32 {
        guard value < dictionary.count else { return table.cell(Dimension.noValue) }
        return dictionary.withValue(value) { table.cell($0) }
    }
}
