import Releases

/// Under which labels the rows of a day are added to those of other days.
struct RowLabelling {
    private let isByWeekday: Bool
    private let blocks: HourBlocks?

    init(_ layout: TableLayout, _ tables: [PublishedTable]) {
        isByWeekday = layout.name == TableLayout.weekdayHours && tables.contains { $0.name == TableLayout.hours }
        blocks = isByWeekday || layout.name == TableLayout.hours ? HourBlocks(tables) : nil
    }

    func labels(of row: PublishedTable.Row, in table: PublishedTable) -> [String] {
        guard let blocks else { return row.labels }
        let hour = blocks.label(row.label)
        return isByWeekday ? [String(table.date.weekday), hour] : [hour]
    }
}
