import Releases

/// One table over the days of a report: sums of what was released, and nothing else.
public struct ReportTable: Hashable, Sendable {
    public let layout: TableLayout
    /// The leading one first.
    public let columns: [ReportColumn]
    /// One, or one per containing row.
    public let sections: [ReportSection]
    /// How many rows were left out because fewer were wanted.
    public let rowsLeftOut: Int
    /// The leading column over all rows of all days, hidden ones included, as far as it is told.
    public let total: ReportCell
    /// Roughly how much of the leading column stands in rows that are not told singly, in per cent; nil if that
    /// is not told.
    public let hiddenPercent: Int?
    public let hidesRows: Bool
    /// The number of visitors that had to stand behind each number; the largest, if it was changed.
    public let k: Int
    /// How many days released the table.
    public let dayCount: Int
    /// How many days released anything.
    public let shownDays: Int
    /// What the releases say about it besides, each once.
    public let notes: [String]

    public var name: String { layout.name }

    /// All rows, section by section.
    public var rows: [ReportRow] { sections.flatMap(\.rows) }

    /// Whether a row or a number is not told on all days that released the table.
    public var isPartial: Bool {
        dayCount > 1
            && sections.contains { section in
                section.rows.contains { $0.kind == .value && $0.days < dayCount }
            }
    }

    /// Whether any row is told singly, and not only with others.
    public var tellsRows: Bool { sections.contains { $0.rows.contains { $0.kind == .value } } }

    public func column(_ name: String) -> Int? { columns.firstIndex { $0.name == name } }
}
