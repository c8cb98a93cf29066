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
        notes = sum.notes
        let isSorted = sum.layout.order == .value || sort != nil
        let column = sort.flatMap { name in sum.columns.firstIndex { $0.name == name } } ?? 0
        var rows = sum.rows.map { ReportTable.row($0, in: sum, previous: previous) }
        rows.sort { ReportTable.precedes($0, $1, column: isSorted ? column : nil) }
        let values = rows.count { $0.isValue }
        let limit = sum.layout.order == .value ? top ?? values : values
        rowsLeftOut = max(0, values - limit)
        if rowsLeftOut > 0 {
            var kept = 0
            rows = rows.filter { row in
                guard row.isValue else { return true }
                kept += 1
                return kept <= limit
            }
        }
        sections = ReportTable.sections(rows, sum: sum, container: container)
    }

    private static func row(_ row: TableSum.Row, in sum: TableSum, previous: TableSum?) -> ReportRow {
        // "Other" means other rows in each period.
        let older =
            row.key.kind == .other
            ? nil
            : previous.flatMap { table in
                table.places[row.key].map { place in
                    sum.columns.map { column in
                        table.columns.firstIndex(of: column).map {
                            table.rows[place].cells[$0].cell(column.combination)
                        }
                            ?? .hidden
                    }
                }
            }
        return ReportRow(
            labels: row.key.labels, kind: row.isShown ? row.key.kind : .hidden,
            cells: zip(row.cells, sum.columns).map { $0.cell($1.combination) }, days: row.days,
            total: row.isShown ? row.total : nil, previous: older)
    }

    /// Values first, then what is hidden, what single visitors did, and the rest.
    private static func precedes(_ left: ReportRow, _ right: ReportRow, column: Int?) -> Bool {
        if left.rank != right.rank { return left.rank < right.rank }
        if let column, left.cells.indices.contains(column) {
            let (first, second) = (left.cells[column].weight, right.cells[column].weight)
            if first != second { return first > second }
        }
        return LabelOrder.precedes(left.labels, right.labels)
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
        let sections = groups.map { group in
            let place = container?.places[TableSum.Key(labels: [group.label], kind: .value)]
            let above = place.flatMap { place in
                container.map { ReportTable.row($0.rows[place], in: $0, previous: nil) }
            }
            return ReportSection(group: group.label, container: above, rows: group.rows)
        }
        return sections
    }
}

extension ReportRow {
    fileprivate var isValue: Bool { kind == .value || kind == .hidden }

    fileprivate var rank: Int {
        switch kind {
        case .value, .hidden: 0
        case .heavy: 1
        case .other: 2
        }
    }
}
