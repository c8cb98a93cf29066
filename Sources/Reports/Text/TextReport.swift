import Releases

/// Writes a report as text: the first screen says how the newest day and the week were and what is odd, the tables
/// follow.
public struct TextReport: Sendable {
    /// How the text is laid out.
    public struct Layout: Hashable, Sendable {
        /// Columns of the terminal, at least 60.
        public let width: Int
        /// Whether headings and changes are coloured (ECMA-48 SGR).
        public let colour: Bool

        public init(width: Int = 80, colour: Bool = false) {
            self.width = max(60, width)
            self.colour = colour
        }
    }

    /// How many rows of each table are printed where the options do not say.
    public static let rows = 10

    let layout: Layout
    let options: ReportOptions
    let style: TextStyle
    let words: ReportWords

    public init(layout: Layout = Layout(), options: ReportOptions = ReportOptions()) {
        self.layout = layout
        self.options = options
        style = TextStyle(colour: layout.colour)
        words = options.words
    }

    /// The report, ended by a newline; nothing in it can control a terminal but the colours asked for.
    public func render(_ report: Report) -> String {
        var lines = header(of: report)
        for about in words.about(report) { lines += [""] + wrapped(SafeText.escaped(about)) }
        if report.days.contains(where: \.isShown) {
            if options.tables.isEmpty, options.group == nil, report.span != .days {
                lines += totals(of: report)
            } else if options.tables.isEmpty, options.group == nil {
                lines += overview(of: report)
            }
            lines += comparison(of: report)
            lines += tables(of: report)
        } else if report.span == .days {
            lines += nothingYet(in: report)
        }
        lines += footer(of: report)
        return lines.map { style.fitted(TextReport.withoutTrailingSpace($0), to: layout.width) }.joined(separator: "\n")
            + "\n"
    }

    private func header(of report: Report) -> [String] {
        let title = "Footfall"
        let right = words.phrases.statistics(words.title(of: report.outputClass), SafeText.escaped(report.asOf))
        let gap = String(repeating: " ", count: max(2, layout.width - title.count - SafeText.width(right)))
        return [style.strong(title) + gap + right, rule]
    }

    /// The totals of what is not closed days, whose overview says how they were against other days.
    private func totals(of report: Report) -> [String] {
        guard let totals = report.totals, let row = totals.rows.first else { return [] }
        return [""] + figureLines(of: totals, row)
    }

    private func tables(of report: Report) -> [String] {
        let tables = report.tables(options, top: TextReport.rows)
        guard !tables.isEmpty else { return ["", words.phrases.noTables] }
        var lines: [String] = []
        if tables.contains(where: \.isPartial) { lines += wrapped(words.phrases.partialRows) }
        guard options.tables.isEmpty else { return lines + tables.flatMap(self.lines) }
        for group in TableGroup.allCases {
            let own = tables.filter { $0.layout.group == group }
            let printed = own.filter(\.tellsRows).flatMap(self.lines)
            // A table of "other" alone says nothing but that there is one.
            let untold = own.filter { !$0.tellsRows && !$0.rows.isEmpty }.map { words.title(ofTable: $0.name) }
            guard !printed.isEmpty || !untold.isEmpty else { continue }
            lines += ["", style.heading(ruled(words.title(of: group)))] + printed
            if !untold.isEmpty {
                lines += [""] + wrapped(words.phrases.untoldTables(untold.joined(separator: ", "))).map(style.faint)
            }
        }
        return lines
    }

    /// Before anything can be shown: why, and what would help.
    private func nothingYet(in report: Report) -> [String] {
        var lines: [String] = [""]
        if let newest = report.newest {
            lines += wrapped(words.phrases.nothingShown(newest.release.k)) + [""]
            for day in report.days.suffix(TextReport.longestList) {
                lines.append("  " + words.phrases.dayHidden(words.long(day.date), day.release.k))
            }
            lines.append("")
            for advice in words.phrases.help(newest.release.k) { lines += wrapped(advice, behind: "  - ") }
        } else {
            lines.append(words.phrases.noDayClosed)
        }
        return lines + [""] + wrapped(SafeText.escaped(words.text(report.waiting)))
    }

    /// How many days are listed one by one.
    static let longestList = 35

    var rule: String { String(repeating: "─", count: layout.width) }

    /// A heading with a line behind it.
    private func ruled(_ text: String) -> String {
        "── \(text) " + String(repeating: "─", count: max(0, layout.width - SafeText.width(text) - 4))
    }

    private static func withoutTrailingSpace(_ line: String) -> String {
        var line = line
        while line.last == " " { line.removeLast() }
        return line
    }
}
