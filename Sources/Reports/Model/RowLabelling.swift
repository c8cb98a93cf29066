import Releases

/// Under which labels the rows of a day are added to those of other days.
struct RowLabelling {
    private let isByWeekday: Bool
    private let blocks: HourBlocks?

    init(_ layout: TableLayout, _ tables: [PublishedTable]) {
        isByWeekday = layout.name == TableLayout.weekdayHours && tables.contains { $0.name == TableLayout.hours }
        blocks = isByWeekday || layout.name == TableLayout.hours ? HourBlocks(tables) : nil
    }

    /// Whether any row has another label than its own.
    var isNeeded: Bool { blocks != nil }

    func labels(of row: [String], on date: ReleasedDate) -> [String] {
        guard let blocks, let last = row.last else { return row }
        let hour = blocks.label(last)
        return isByWeekday ? [String(date.weekday), hour] : [hour]
    }
}
