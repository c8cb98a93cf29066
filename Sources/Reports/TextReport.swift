import Releases

/// Writes a report as text: the first screen says how the newest day and the week were, the tables follow.
public struct TextReport: Sendable {
    /// How the text is laid out.
    public struct Layout: Hashable, Sendable {
        /// Columns of the terminal, at least 60.
        public let width: Int
        /// Whether headings and changes are coloured (ECMA-48 SGR).
        public let colour: Bool
        /// How many rows of each table are printed.
        public let rows: Int

        public init(width: Int = 80, colour: Bool = false, rows: Int = 10) {
            self.width = max(60, width)
            self.colour = colour
            self.rows = max(1, rows)
        }
    }

    let layout: Layout
    let style: TextStyle

    public init(layout: Layout = Layout()) {
        self.layout = layout
        style = TextStyle(colour: layout.colour)
    }

    /// The report, ended by a newline; nothing in it can control a terminal but the colours asked for.
    public func render(_ report: Report) -> String {
        var lines = header(of: report)
        if report.days.contains(where: \.isShown) {
            lines += summary(of: report)
            lines += days(of: report)
            for name in report.tableNames {
                if let table = report.table(name) { lines += self.lines(of: table) }
            }
        } else {
            lines += nothingYet(in: report)
        }
        lines += footer(of: report)
        return lines.map { TextReport.withoutTrailingSpace($0) }.joined(separator: "\n") + "\n"
    }

    private func header(of report: Report) -> [String] {
        let title = "Footfall"
        let right = "\(Vocabulary.outputClass) statistics, as of \(SafeText.escaped(report.asOf))"
        let gap = String(repeating: " ", count: max(2, layout.width - title.count - SafeText.width(right)))
        return [style.strong(title) + gap + right, String(repeating: "─", count: layout.width)]
    }

    /// Before anything can be shown: why, and what would help.
    private func nothingYet(in report: Report) -> [String] {
        var lines: [String] = [""]
        if report.days.isEmpty {
            lines.append("No day has been closed yet, so there is nothing to report.")
        } else {
            let k = report.newest?.release.k ?? 0
            lines += wrapped(
                "Nothing can be shown yet: each day had fewer than \(k) visitors, and numbers about so few people "
                    + "would tell of single persons. The report fills up as more people come.")
            lines.append("")
            for day in report.days {
                lines.append("  \(DateFormat.long(day.date)): fewer than \(day.release.k) visitors")
            }
        }
        if !report.waiting.isEmpty { lines.append("") }
        lines += report.waiting.flatMap { wrapped(SafeText.escaped($0)) }
        return lines
    }

    /// `text` on lines of the layout's width behind `heading`, which later lines leave room for.
    func wrapped(_ text: String, behind heading: String = "") -> [String] {
        let indent = String(repeating: " ", count: SafeText.width(heading))
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ").map(String.init) {
            if line.isEmpty {
                line = word
            } else if SafeText.width(indent) + SafeText.width(line) + 1 + SafeText.width(word) > layout.width {
                lines.append(line)
                line = word
            } else {
                line += " " + word
            }
        }
        return (lines + [line]).enumerated().map { ($0 == 0 ? heading : indent) + $1 }
    }

    private static func withoutTrailingSpace(_ line: String) -> String {
        var line = line
        while line.last == " " { line.removeLast() }
        return line
    }
}
