import Releases

/// Writes a report as one self-contained HTML page: nothing is loaded, and no script is needed to read it.
///
/// The page is written in the syntax that HTML and XML share. Its Content-Security-Policy lets a browser obey only the
/// style sheet and the script of this program, so the digest function has to be passed in: this layer knows no
/// cryptography.
public struct HTMLReport: Sendable {
    /// How many rows a table has where the options do not say.
    public static let rows = 50
    /// How many rows a table has where a page would be too large with ``rows``; the first that fits.
    private static let fewerRows = [25, 10]
    /// How many bytes a page may have: mail servers and readers take that much.
    static let largestPage = 1_000_000
    /// How many rows of a table are shown before somebody asks for all.
    static let shownRows = 10

    let options: ReportOptions
    let words: ReportWords
    let page: HTMLWords
    let policy: ContentPolicy

    /// - Parameter sha256: the digest function (FIPS 180-4).
    public init(options: ReportOptions = ReportOptions(), sha256: ([UInt8]) -> [UInt8]) {
        self.options = options
        words = options.words
        page = options.language.htmlWords
        policy = ContentPolicy(sha256: sha256)
    }

    /// The page, ended by a newline; the same report always gives the same bytes.
    ///
    /// It has fewer rows than usual where it would be larger than a megabyte, unless the options say how many.
    public func render(_ report: Report) -> String {
        var page = render(report, rows: HTMLReport.rows)
        guard options.top == nil else { return page }
        for rows in HTMLReport.fewerRows where page.utf8.count >= HTMLReport.largestPage {
            page = render(report, rows: rows)
        }
        return page
    }

    private func render(_ report: Report, rows: Int) -> String {
        let tables = report.tables(options, top: rows)
        let isShown = report.days.contains(where: \.isShown)
        let hasOverview = isShown && options.tables.isEmpty && options.group == nil
        let groups = TableGroup.allCases.filter { group in isShown && tables.contains { $0.layout.group == group } }
        var html = Markup()
        html.doctype()
        html.block("html", ["lang": options.language.rawValue, "xml:lang": options.language.rawValue]) { html in
            html.block("head") { writeHead(report, to: &$0) }
            html.block(
                "body", ["data-search": page.search, "data-sort": page.sort, "data-found": page.found]
            ) { body in
                body.line("a", ["class": "skip", "href": "#main"], text: page.skip)
                body.block("div", ["class": "page"]) { inner in
                    writeTitle(report, to: &inner)
                    writeNavigation(groups, hasOverview: hasOverview, to: &inner)
                    inner.block("main", ["id": "main", "tabindex": "-1"]) { main in
                        if isShown {
                            if hasOverview, report.span == .days {
                                writeOverview(report, to: &main)
                            } else if hasOverview {
                                writeTotals(report, to: &main)
                            }
                            if tables.isEmpty { main.line("p", text: words.phrases.noTables) }
                            for group in groups {
                                write(tables.filter { $0.layout.group == group }, of: group, report, to: &main)
                            }
                        } else if report.span == .days {
                            writeNothing(report, to: &main)
                        }
                        writeNotes(report, to: &main)
                    }
                }
                body.write(.script)
            }
        }
        return html.text
    }

    private func writeHead(_ report: Report, to head: inout Markup) {
        head.void("meta", ["charset": "utf-8"])
        head.newLine()
        head.void("meta", ["http-equiv": "Content-Security-Policy", "content": policy.text])
        head.newLine()
        head.void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
        head.newLine()
        head.void("meta", ["name": "referrer", "content": "no-referrer"])
        head.newLine()
        head.line("title", text: [period(of: report), "Footfall"].compactMap { $0 }.joined(separator: " – "))
        head.write(.style)
    }

    private func writeTitle(_ report: Report, to body: inout Markup) {
        body.block("header", ["class": "top"]) { top in
            top.line("p", ["class": "brand"], text: "Footfall · \(page.title)")
            top.line("h1", text: period(of: report) ?? words.phrases.noDayClosed)
            var facts = [words.phrases.statistics(words.title(of: report.outputClass), report.asOf)]
            if !report.days.isEmpty, report.span == .days {
                facts.insert(words.phrases.closedDays(report.days.count), at: 0)
            }
            top.line("p", ["class": "faint"], text: facts.joined(separator: " · "))
            for about in words.about(report) { top.line("p", ["class": "note"], text: about) }
        }
    }

    private func writeNavigation(_ groups: [TableGroup], hasOverview: Bool, to body: inout Markup) {
        var places = hasOverview ? [("overview", page.overview)] : []
        places += groups.map { ($0.rawValue, words.title(of: $0)) }
        places.append(("notes", page.about))
        body.block("nav", ["aria-label": page.contents]) { nav in
            nav.block("ul") { list in
                for (id, title) in places {
                    list.line("li") { $0.inline("a", ["href": "#\(id)"], text: title) }
                }
            }
        }
    }

    /// From the first to the last day that is reported of; nil if there is none.
    func period(of report: Report) -> String? {
        guard let first = report.days.first, let last = report.days.last else {
            return if case .hours(let date) = report.span { words.long(date) } else { nil }
        }
        return words.range(first.date, last.release.lastDate)
    }
}
