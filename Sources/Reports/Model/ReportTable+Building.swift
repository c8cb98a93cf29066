import Releases

extension ReportTable {
    /// Orders and cuts the rows of a sum.
    ///
    /// - Parameters:
    ///   - previous: the same table of the period before, to compare with; nil if nothing is compared.
    ///   - container: the containing table of the same days.
    ///   - top: how many rows at most; rows that are not values of a dimension are kept.
    init(_ sum: TableSum, previous: TableSum?, container: TableSum?, sort: String?, top: Int?) {
        layout = sum.layout
        columns = sum.columns
        total = sum.tellsTotal ? sum.total.cell(.sum) : .hidden
        hiddenPercent = sum.hiddenPercent
        hidesRows = sum.hidesRows
        k = sum.k
        dayCount = sum.dayCount
        shownDays = sum.shownDays
        notes = sum.notes
        let order = RowOrder(sum, sort: sort, top: sum.layout.order == .value ? top : nil)
        rowsLeftOut = order.leftOut
        let rows = ReportTable.rows(order.rows, in: sum, previous: previous)
        sections = ReportTable.sections(rows, sum: sum, container: container)
    }

    private static func rows(_ wanted: [Int], in sum: TableSum, previous: TableSum?) -> [ReportRow] {
        let rows = sum.rows(wanted)
        let before = previous.map { older(rows, sum.columns, in: $0) }
        return rows.enumerated().map { place, row in
            ReportRow(
                labels: row.labels, kind: row.isShown ? row.kind : .hidden, cells: row.cells, days: row.days,
                total: row.isShown ? row.total : nil, previous: before?[place])
        }
    }

    /// The cells of the same rows in the period before; "other" means other rows in each period.
    private static func older(
        _ rows: [TableSum.Row], _ columns: [ReportColumn], in previous: TableSum
    ) -> [[ReportCell]?] {
        let numbers = rows.map { $0.kind == .other ? nil : previous.row($0.labels, $0.kind) }
        let places = columns.map { previous.columns.firstIndex(of: $0) }
        var older = previous.rows(numbers.compactMap { $0 }).makeIterator()
        return numbers.map { number in
            guard number != nil, let row = older.next() else { return nil }
            return places.map { $0.map { row.cells[$0] } ?? .hidden }
        }
    }

    private static func sections(_ rows: [ReportRow], sum: TableSum, container: TableSum?) -> [ReportSection] {
        guard sum.layout.dimensions.count == 2 else {
            return [ReportSection(group: nil, container: nil, rows: rows)]
        }
        // The groups follow each other as their first rows do.
        var places: [String: Int] = [:]
        var groups: [(label: String, rows: [ReportRow])] = []
        for row in rows {
            let group = row.labels[0]
            if let place = places[group] {
                groups[place].rows.append(row)
            } else {
                places[group] = groups.count
                groups.append((group, [row]))
            }
        }
        let above = groups.map { container?.row([$0.label], .value) }
        var containers = container.map { ReportTable.rows(above.compactMap { $0 }, in: $0, previous: nil) }?
            .makeIterator()
        return zip(groups, above).map { group, number in
            ReportSection(
                group: group.label, container: number == nil ? nil : containers?.next(), rows: group.rows)
        }
    }
}
