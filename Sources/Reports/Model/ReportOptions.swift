/// What of a report is wanted, and in which language.
public struct ReportOptions: Hashable, Sendable {
    public var language: ReportLanguage
    /// Only these tables, in this order; all if empty.
    public var tables: [String]
    /// Only the tables of this group.
    public var group: TableGroup?
    /// How many rows of each table; the form's own number if nil.
    public var top: Int?
    /// The column that rows are sorted by, the largest first; the leading one if nil, or where a table lacks it.
    public var sort: String?

    public init(
        language: ReportLanguage = .english, tables: [String] = [], group: TableGroup? = nil, top: Int? = nil,
        sort: String? = nil
    ) {
        self.language = language
        self.tables = tables
        self.group = group
        self.top = top
        self.sort = sort
    }

    public var words: ReportWords { language.words }
}
