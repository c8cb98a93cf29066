import Releases

/// Writes the tables of a report as comma-separated values (RFC 4180, UTF-8, CRLF), one file per table.
///
/// The first columns are the dimensions, then `row` (value, other, heavy, hidden) and `days`, then the numbers as bare
/// integers in the columns' units. What is no plain number takes several columns: a ratio is its parts
/// (`bounce_rate_of`), a bin its ends (`duration_p95_from`, `_below`), a lower bound stands in `…_at_least`. Numbers
/// that are not told are empty. The lines that say what a file covers are a table of their own, `about`.
public struct CSVReport: Sendable {
    /// The name of the table that says what the others are.
    public static let about = "about"

    /// The names of all files that a report may write, but for ``about``.
    public static var tableNames: Set<String> { Set(TableLayout.all.map(\.name)) }

    private let options: ReportOptions

    public init(options: ReportOptions = ReportOptions()) {
        self.options = options
    }

    /// A file per table, by the table's name, and ``about``.
    public func files(_ report: Report) -> [(name: String, text: String)] {
        var tables = report.tables(options)
        if options.tables.isEmpty, options.group == nil, let totals = report.totals { tables.insert(totals, at: 0) }
        return tables.map { ($0.name, text(of: $0)) } + [(CSVReport.about, about(report))]
    }

    /// One table; only its dimensions as heading if no day released it.
    public func render(_ report: Report, table name: String) -> String {
        if let table = report.table(name, sort: options.sort, top: options.top) { return text(of: table) }
        var writer = CSVWriter()
        writer.row(TableLayout.named(name).dimensions + ["row", "days"])
        return writer.text
    }

    private func text(of table: ReportTable) -> String {
        let isCompared = table.rows.contains { $0.previous != nil }
        let forms = table.columns.indices.map { CSVColumn(table, at: $0) }
        var writer = CSVWriter()
        var head = table.layout.dimensions + ["row", "days"] + forms.flatMap(\.heads)
        if isCompared { head += forms.flatMap(\.heads).map { "previous_\($0)" } }
        writer.row(head)
        for row in table.rows {
            var fields = row.labels + [row.kind.name, String(row.days)]
            fields += zip(forms, row.cells).flatMap { $0.fields($1) }
            if isCompared {
                let previous = row.previous ?? table.columns.map { _ in .hidden }
                fields += zip(forms, previous).flatMap { $0.fields($1) }
            }
            writer.row(fields)
        }
        return writer.text
    }

    /// What the files cover and mean, as pairs of a name and a text.
    private func about(_ report: Report) -> String {
        let words = options.words
        func distinct(_ values: [String]) -> String {
            values.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }.joined(separator: ", ")
        }
        let days = report.days
        let k = distinct(days.map { String($0.release.k) })
        var writer = CSVWriter()
        writer.row(["name", "text"])
        writer.row(["class", words.meaning(of: report.outputClass)])
        writer.row(["as_of", report.asOf])
        writer.row(["from", days.first?.date.description ?? ""])
        writer.row(["to", days.last?.release.lastDate.description ?? ""])
        for about in words.about(report) { writer.row(["about", about]) }
        writer.row(["closed_days", String(days.count)])
        if let previous = report.previous {
            writer.row(["compared_with", "\(previous.first)/\(previous.last)"])
        }
        writer.row(["time_zone", distinct(days.map(\.release.timeZone))])
        writer.row(["k", k])
        writer.row(["hidden", words.phrases.hiddenMeaning(k)])
        writer.row(["policy_digest", distinct(days.map { Hexadecimal.text($0.release.policyDigest) })])
        writer.row(["definitions_digest", distinct(days.map { Hexadecimal.text($0.release.definitionsDigest) })])
        for (term, meaning) in words.definitions(report) { writer.row([term.rawValue, meaning.meaning]) }
        return writer.text
    }
}
