/// The words of a report in one language.
public struct ReportWords: Sendable {
    /// What a word means.
    public struct Meaning: Sendable {
        public let word: String
        public let meaning: String

        init(_ word: String, _ meaning: String) {
            self.word = word
            self.meaning = meaning
        }
    }

    public let language: ReportLanguage
    let groups: [TableGroup: String]
    /// By the name of the table.
    let tables: [String: String]
    /// By the name of the column.
    let columns: [String: String]
    /// What columns of the totals are called, where their name over a table would say too little.
    let figures: [String: String]
    /// What labels are, by the name of the dimension.
    let dimensions: [String: String]
    /// What labels with a meaning of their own are called, by `dimension:label`, or by the label alone.
    let labels: [String: String]
    let classNames: [OutputClass: String]
    let meanings: [ReportTerm: Meaning]
    public let phrases: ReportPhrases
    let dates: ReportDates

    public func title(of group: TableGroup) -> String { groups[group] ?? group.rawValue }

    /// What a table is called; its name in plain words where it is unknown.
    public func title(ofTable name: String) -> String { tables[name] ?? ReportWords.plain(name) }

    /// The heading of a column; people of several days are an average.
    public func title(of column: ReportColumn, days: Int = 1) -> String {
        let title = title(ofColumn: column.name)
        return column.combination == .average && days > 1 ? phrases.perDay(title) : title
    }

    public func title(ofColumn name: String) -> String { columns[name] ?? ReportWords.plain(name) }

    /// What a column of the totals is called, where it stands alone and not over a table.
    public func title(ofFigure name: String) -> String { figures[name] ?? title(ofColumn: name) }

    /// The heading of the labels.
    public func title(ofDimension name: String) -> String { dimensions[name] ?? ReportWords.plain(name) }

    /// What a class of output is called, and whether it may leave the organisation.
    public func meaning(of outputClass: OutputClass) -> String { phrases.classes[outputClass] ?? outputClass.rawValue }

    public func title(of outputClass: OutputClass) -> String { classNames[outputClass] ?? outputClass.rawValue }

    /// What every report defines, in order; as it was when the report's days were counted.
    public func definitions(_ report: Report) -> [(term: ReportTerm, meaning: Meaning)] {
        let gaps = phrases.visitGaps(report.visitGaps.map { (time(seconds: $0.seconds), $0.since.map(long)) })
        return ReportTerm.allCases.compactMap { term in
            meanings[term].map { (term, Meaning($0.word, $0.meaning.replacing(ReportWords.gap, with: gaps))) }
        }
    }

    /// Where the longest pause within a visit stands in the meaning of one.
    static let gap = "#gap"

    /// A name that this version does not know came from elsewhere.
    private static func plain(_ name: String) -> String {
        SafeText.escaped(String(name.map { $0 == "_" ? " " : $0 }))
    }
}
