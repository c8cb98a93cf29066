@_spi(DisclosureControl) public import Releases

extension HourControl {
    /// The tables of the closed day, made to agree with what was told of its hours while it went on.
    ///
    /// Hours that were told stay as they were told, also if rows of people were erased since. If the table of hours says
    /// the same it stays as it is. Else it is made anew: the hours that were not told hide each other, and of
    /// those that could be told now as many are hidden, too, as it takes. If all of them together are still about too
    /// few people, whom the totals without the hours would tell of, nothing but the hours is released.
    ///
    /// - Parameters:
    ///   - tables: what disclosure control released of the day.
    ///   - told: the tables of single hours that were released before.
    ///   - tally: the rows of the closed day.
    public func settled(_ tables: [PublishedTable], told: [PublishedTable], _ tally: HourTally) -> [PublishedTable] {
        let toldRows = told.compactMap { table in
            table.rows.first { $0.kind == .value }.map { (columns: table.columns, row: $0) }
        }
        guard !toldRows.isEmpty else { return tables }
        let own = tables.first { $0.name == HourControl.tableName }
        let all = HourControl.visitors(in: tables)
        let tellsOfOthers = told.contains { self.tellsOfOthers($0, all: all) }
        if let own, !tellsOfOthers, toldRows.allSatisfy({ HourControl.says(own, $0.row, $0.columns) }) { return tables }
        let rows = HourRows(tally, allVisitors: all)
        let labels = Set(toldRows.map(\.row.label))
        let untold = (0..<24).filter { !labels.contains(HourLabel.hours[$0]) }
        let isUnchanged = toldRows.allSatisfy { HourControl.says($0.row, $0.columns, tally) }
        let hidden = tellsOfOthers ? nil : self.hidden(untold, mayBeNone: isUnchanged, rows, tally)
        let hours = (0..<24).map { hour in
            toldRows.first { $0.row.label == HourLabel.hours[hour] }.map { HourControl.row($0.row, $0.columns) }
                ?? (hidden?.contains(hour) == false ? rows.row(hour) : rows.hiddenRow(hour))
        }
        let table = self.table(
            hours, k: told.reduce(threshold.visitors) { min($0, $1.k) }, hidesRows: true,
            total: hidden == nil ? .hidden : own?.total ?? .hidden)
        guard hidden != nil else { return [table] }
        return own == nil ? tables + [table] : tables.map { $0.name == table.name ? table : $0 }
    }

    /// Which of the hours are hidden; nil if hiding all of them is not enough.
    ///
    /// - Parameter mayBeNone: whether what was told is what the day has, so that all hours may be told.
    private func hidden(_ untold: [Int], mayBeNone: Bool, _ rows: HourRows, _ tally: HourTally) -> Set<Int>? {
        var hidden = Set(untold.filter { !rows.isShowable($0) })
        if mayBeNone, hidden.isEmpty { return [] }
        var evidence = HourEvidence(tally, hours: hidden)
        let joining = untold.filter { !hidden.contains($0) }.sorted {
            (tally.cells[$0].sum.hits, $0) < (tally.cells[$1].sum.hits, $1)
        }
        for hour in joining {
            if evidence.hides { return hidden }
            hidden.insert(hour)
            evidence.add(hour)
        }
        return evidence.hides ? hidden : nil
    }

    /// Whether the visitors of an hour, held against those of the day, tell of too few.
    private func tellsOfOthers(_ hour: PublishedTable, all: Int?) -> Bool {
        guard let all, let column = hour.column("visitors"),
            case .number(let visitors)? = hour.rows.first?.values[column]
        else { return false }
        return (1..<Int64(threshold.visitors)).contains(abs(Int64(all) - visitors))
    }

    /// The distinct people of the day, if they are told.
    private static func visitors(in tables: [PublishedTable]) -> Int? {
        guard let totals = tables.first(where: { $0.name == "totals" }),
            let column = totals.column("visitors"), case .number(let visitors)? = totals.rows.first?.values[column]
        else { return nil }
        return Int(visitors)
    }

    /// Whether the table says all that was told of an hour.
    private static func says(
        _ table: PublishedTable, _ row: PublishedTable.Row, _ columns: [PublishedTable.Column]
    ) -> Bool {
        guard let same = table.rows.first(where: { $0.label == row.label && $0.kind == .value }) else { return false }
        return zip(columns, row.values).allSatisfy { column, value in
            value == .hidden || table.column(column.name).map { same.values[$0] == value } == true
        }
    }

    /// Whether an hour of the tally is as it was told, but for its visitors.
    private static func says(
        _ row: PublishedTable.Row, _ columns: [PublishedTable.Column], _ tally: HourTally
    ) -> Bool {
        guard let hour = Int(row.label) else { return false }
        return HourMeasure.printed.allSatisfy { measure in
            columns.firstIndex { $0.name == measure.column.name }.map {
                row.values[$0] == .number(tally.cells[hour].sum[measure])
            } ?? false
        }
    }

    /// What was told of an hour under the columns of today.
    private static func row(_ row: PublishedTable.Row, _ columns: [PublishedTable.Column]) -> PublishedTable.Row {
        .init(
            label: row.label, kind: row.kind,
            values: HourRows.columns.map { column in
                columns.firstIndex { $0.name == column.name }.map { row.values[$0] } ?? .hidden
            })
    }
}
