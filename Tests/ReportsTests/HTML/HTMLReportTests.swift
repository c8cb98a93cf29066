import Events
import Foundation
@_spi(DisclosureControl) import Releases
import TestSupport
import Testing

@testable import Reports

@Suite("HTML report")
struct HTMLReportTests {
    private static let asOf = "2026-03-08 01:05 CET"

    /// No digest function, but one that tells texts apart.
    static func mark(_ bytes: [UInt8]) -> [UInt8] {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return (0..<32).map { UInt8(truncatingIfNeeded: hash >> UInt64($0 % 8 * 8)) }
    }

    private static func page(_ report: Report, _ options: ReportOptions = ReportOptions()) -> String {
        HTMLReport(options: options, sha256: mark).render(report)
    }

    /// A few tables of three days.
    private static func few(_ names: String...) -> Report {
        let days = ExampleReleases(size: 3, pages: 20).days(40).map { day in
            ExampleReleases.release(day.epoch, day.tables.filter { names.contains($0.name) })
        }
        return Report(Array(days.suffix(3)), background: Array(days.dropLast(3)), asOf: asOf)
    }

    private static let month = Report(ExampleReleases().days(31), asOf: asOf)

    @Test("The page of a few days is as recorded, but for style sheet and script, which are recorded in the sources")
    func golden() throws {
        let page = HTMLReportTests.page(
            HTMLReportTests.few("totals", "hours", "pages", "referrers", "status_codes", "robots"))
        try expectSnapshot(bare(page), "few-days.html")
    }

    @Test("A page has the words of its language", arguments: ReportLanguage.allCases)
    func languages(language: ReportLanguage) throws {
        let report = HTMLReportTests.few("totals", "referrers", "robots")
        let page = HTMLReportTests.page(report, ReportOptions(language: language))
        try expectSnapshot(bare(page), "few-days.\(language.rawValue).html")
        #expect(page.contains("<html lang=\"\(language.rawValue)\" xml:lang=\"\(language.rawValue)\">"))
        #expect(language.htmlWords.found.contains("#"))
    }

    private func bare(_ page: String) -> String {
        let parts = [("<style>", "</style>"), ("<script>", "</script>")].compactMap { between($0, $1, in: page) }
        return parts.reduce(page) { $0.replacingOccurrences(of: $1, with: "…") }
    }

    @Test("The same report gives the same bytes")
    func determinism() {
        #expect(HTMLReportTests.page(HTMLReportTests.month) == HTMLReportTests.page(HTMLReportTests.month))
    }

    @Test("A site of 20,000 pages fits into a megabyte, and the rows that are left out are named")
    func size() {
        let report = Report(ExampleReleases(size: 90_000, pages: 20_000).days(3), asOf: HTMLReportTests.asOf)
        let page = HTMLReportTests.page(report)
        #expect(page.utf8.count < 1_000_000)
        let rows = report.table("pages")?.rows.count { $0.kind == .value } ?? 0
        #expect(rows > 19_000)
        #expect(
            page.contains(
                ReportWords.english.phrases.moreRows(ReportWords.english.count(Int64(rows - HTMLReport.rows)))))
    }

    @Test("A page with long labels in every table has fewer rows rather than more than a megabyte")
    func longLabelsEverywhere() {
        let epoch = Epoch(day: ExampleReleases.newest)
        let columns = ["hits", "visitors", "bytes"].map(ExampleTable.column)
        let tables = TableLayout.all.filter { $0.order == .value }.map { layout in
            let rows = (0..<60).map { number in
                let label = String(repeating: "가\"", count: 150) + "\(number)"
                return PublishedTable.Row(
                    labels: layout.dimensions.map { _ in label }, kind: .value,
                    values: columns.map { _ in .number(Int64(900 - number)) })
            }
            return PublishedTable(name: layout.name, epoch: epoch, columns: columns, rows: rows, k: 10)
        }
        let report = Report([ExampleReleases.release(epoch, tables)], asOf: HTMLReportTests.asOf)
        #expect(HTMLReportTests.page(report).utf8.count < HTMLReport.largestPage)
        #expect(HTMLReportTests.page(report, ReportOptions(top: 50)).utf8.count > HTMLReport.largestPage)
    }

    @Test("Any report is a well-formed page in which no label is anything but text", arguments: 0..<40)
    func anyReport(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let releases = RandomPages.releases(using: &random)
        let previous = RandomPages.releases(using: &random)
        let first = ExampleReleases.release(Epoch(day: ExampleReleases.newest), []).date
        let report = Report(
            releases, previous: Bool.random(using: &random) ? (previous, first, first) : nil, background: previous,
            asOf: RandomPages.text(using: &random))
        let language = ReportLanguage.allCases[Int(seed % 3)]
        let page = try PageReader.read(HTMLReportTests.page(report, ReportOptions(language: language)))
        let known: Set = [
            "html", "head", "meta", "title", "style", "body", "a", "div", "header", "p", "h1", "h2", "h3", "nav", "ul",
            "li", "main",
            "section", "dl", "dt", "dd", "span", "svg", "desc", "path", "rect", "text", "figure", "figcaption",
            "details", "summary",
            "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "bdi", "input", "label", "script",
        ]
        #expect(Set(page.elements.map(\.name)).isSubset(of: known))
        #expect(page.all("script").count == 1 && page.all("style").count == 1)
        for element in page.elements {
            #expect(!element.attributes.keys.contains { $0.hasPrefix("on") || $0 == "style" || $0 == "src" })
        }
        let ids = page.values(of: "id")
        #expect(Set(ids).count == ids.count)
        #expect(page.values(of: "href").allSatisfy { $0.hasPrefix("#") && ids.contains(String($0.dropFirst())) })
        #expect(page.all("th").allSatisfy { $0.attributes["scope"] != nil })
        #expect(page.all("caption").count == page.all("table").count)
        #expect(page.rowWidths.allSatisfy { Set($0).count == 1 })
        #expect(page.headings.first == 1 && zip(page.headings, page.headings.dropFirst()).allSatisfy { $1 <= $0 + 1 })
    }

    @Test("Nothing in a page can be loaded from anywhere")
    func network() throws {
        let text = HTMLReportTests.page(HTMLReportTests.month)
        for word in ["http:", "https:", "//", "url(", "@import", "src=", "javascript:"] {
            #expect(!text.contains(word), "\(word)")
        }
    }

    @Test("The policy admits the style sheet and the script by their digests, and nothing else")
    func policy() throws {
        let text = HTMLReportTests.page(HTMLReportTests.few("totals", "pages"))
        let page = try PageReader.read(text)
        let policy = page.all("meta").first { $0.attributes["http-equiv"] == "Content-Security-Policy" }
        let source = { (content: String) in "'sha256-\(Base64.text(HTMLReportTests.mark(Array(content.utf8))))'" }
        let style = try #require(between("<style>", "</style>", in: text))
        let script = try #require(between("<script>", "</script>", in: text))
        #expect(
            policy?.attributes["content"]
                == "default-src 'none'; style-src \(source(style)); script-src \(source(script)); base-uri 'none'; "
                + "form-action 'none'")
    }

    @Test("Style sheet and script are read alike as HTML and as XML")
    func inlineCode() {
        for code in [InlineCode.style, .script] { #expect(!code.content.contains { $0 == "<" || $0 == "&" }) }
    }

    @Test("A label that is too long keeps both ends, whatever it is made of")
    func longLabels() {
        #expect(HTMLReport.shortened("/short") == "/short")
        let long = HTMLReport.shortened("begin" + String(repeating: "\u{301}", count: 10_000) + "end")
        #expect(
            long.unicodeScalars.starts(with: "begin".unicodeScalars)
                && long.unicodeScalars.suffix(3).elementsEqual("end".unicodeScalars))
        #expect(long.unicodeScalars.count == 240)
    }

    @Test("Where nothing can be shown the page says why, in words and without a table")
    func nothing() throws {
        let quiet = Report(
            (0..<2).map { ExampleReleases.release(Epoch(day: ExampleReleases.newest.advanced(by: -$0)), []) },
            asOf: HTMLReportTests.asOf)
        let page = try PageReader.read(HTMLReportTests.page(quiet))
        #expect(page.all("table").isEmpty)
        #expect(page.text.contains(ReportWords.english.phrases.nothingShown(10)))
        let empty = try PageReader.read(HTMLReportTests.page(Report([], asOf: HTMLReportTests.asOf)))
        #expect(empty.text.contains(ReportWords.english.phrases.noDayClosed))
    }

    @Test("Tables can be chosen, and then the overview is left out")
    func selection() throws {
        let page = try PageReader.read(
            HTMLReportTests.page(HTMLReportTests.month, ReportOptions(tables: ["browsers"], top: 3)))
        #expect(page.values(of: "id").contains("table-browsers"))
        #expect(!page.values(of: "id").contains("overview"))
        #expect(page.all("table").count == 1)
    }

    private func between(_ start: String, _ end: String, in text: String) -> String? {
        guard let from = text.firstRange(of: start), let to = text.firstRange(of: end) else { return nil }
        return String(text[from.upperBound..<to.lowerBound])
    }
}
