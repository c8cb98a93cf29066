import Events
import Releases
import Testing

@testable import Reports

@Suite("Reports as they are written")
struct SnapshotTests {
    private static let asOf = "2026-03-08 01:05 CET"
    private static let waiting = WaitingDays(
        days: 1, rows: 12_345, first: ReleasedDate("2026-03-08"), closable: "2026-03-09 01:00 CET")

    private var week: Report {
        let background = (8..<70).map { back -> ReleasedEpoch in
            // Fridays used to be quieter than the last one.
            let usual = back % 7 == 1 ? 80 : 90 + Int64(back % 5)
            return RichReleases.day(RichReleases.newest.advanced(by: -back), percent: back == 56 ? 101 : usual)
        }
        return Report(RichReleases.days(8), background: background, asOf: SnapshotTests.asOf)
    }
    private var compared: Report {
        let newest = ReleasedDate(RichReleases.newest)
        let before = (7..<14).map {
            RichReleases.day(RichReleases.newest.advanced(by: -$0), percent: 110 - Int64($0), without: ["regions"])
        }
        return Report(
            RichReleases.days(7), previous: (before, newest.advanced(by: -13), newest.advanced(by: -7)),
            asOf: SnapshotTests.asOf)
    }
    private var quiet: Report {
        Report(
            (0..<2).map { SampleReleases.quiet(SampleReleases.newest.advanced(by: -$0)) }, asOf: SnapshotTests.asOf,
            waiting: SnapshotTests.waiting)
    }
    private var empty: Report { Report([], asOf: SnapshotTests.asOf, waiting: SnapshotTests.waiting) }

    @Test("A week as text", arguments: ReportLanguage.allCases)
    func week(_ language: ReportLanguage) throws {
        let text = TextReport(options: .init(language: language)).render(week)
        try expectSnapshot(text, "week.\(language.rawValue).txt")
    }

    @Test("A week with gaps, quiet days and late lines as text")
    func gaps() throws {
        let epochs = SampleReleases.week.filter { $0.date != ReleasedDate(SampleReleases.newest.advanced(by: -3)) }
        try expectSnapshot(TextReport().render(Report(epochs, asOf: SnapshotTests.asOf)), "gaps.txt")
    }

    @Test("One day on a wide terminal as text")
    func day() throws {
        let report = Report(RichReleases.days(1), asOf: SnapshotTests.asOf)
        try expectSnapshot(TextReport(layout: .init(width: 132)).render(report), "day.txt")
    }

    @Test("A week compared with the one before, only some of it", arguments: ReportLanguage.allCases)
    func comparison(_ language: ReportLanguage) throws {
        let options = ReportOptions(
            language: language, tables: ["totals", "pages", "browser_versions", "regions"], top: 2,
            sort: "duration_p95")
        let text = TextReport(layout: .init(width: 100), options: options).render(compared)
        try expectSnapshot(text, "compared.\(language.rawValue).txt")
    }

    @Test("Days on which nothing passes are told kindly", arguments: ReportLanguage.allCases)
    func quiet(_ language: ReportLanguage) throws {
        let report = TextReport(options: .init(language: language))
        try expectSnapshot(report.render(quiet), "quiet.\(language.rawValue).txt")
        try expectSnapshot(report.render(empty), "waiting.\(language.rawValue).txt")
    }

    @Test("JSON")
    func json() throws {
        try expectSnapshot(JSONReport().render(week), "week.json")
        try expectSnapshot(JSONReport(options: .init(language: .korean)).render(empty), "waiting.json")
    }

    @Test("CSV, file by file")
    func csv() throws {
        let files = CSVReport().files(compared).map { "== \($0.name).csv\n\($0.text.replacing("\r\n", with: "⏎\n"))" }
        try expectSnapshot(files.joined(separator: "\n"), "compared.csv.txt")
    }

    @Test("The same releases always give the same bytes")
    func determinism() {
        let shuffled = Report(RichReleases.days(8).shuffled(), asOf: SnapshotTests.asOf)
        let ordered = Report(RichReleases.days(8), asOf: SnapshotTests.asOf)
        #expect(TextReport().render(shuffled) == TextReport().render(ordered))
        #expect(JSONReport().render(shuffled) == JSONReport().render(ordered))
        #expect(CSVReport().files(shuffled).map(\.text) == CSVReport().files(ordered).map(\.text))
    }
}
