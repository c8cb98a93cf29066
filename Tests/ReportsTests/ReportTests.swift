import Events
@_spi(DisclosureControl) import Releases
import Testing

@testable import Reports

@Suite("Reports")
struct ReportTests {
    private let asOf = "2026-03-08 01:05 CET"
    private var week: Report { Report(SampleReleases.week, asOf: asOf) }
    private var oneDay: Report { Report([SampleReleases.day(SampleReleases.newest, scale: 20)], asOf: asOf) }
    private var waiting: Report {
        Report(
            [], asOf: asOf,
            waiting: [
                "12,345 events of 2026-03-08 are waiting; the day is closed by the first `footfall aggregate` after "
                    + "2026-03-09 01:00 CET."
            ])
    }

    @Test("The text report of a week is as recorded")
    func textOfWeek() throws {
        try expectSnapshot(TextReport().render(week), "week.txt")
    }

    @Test("The text report of one day is as recorded")
    func textOfDay() throws {
        try expectSnapshot(TextReport(layout: .init(width: 100)).render(oneDay), "day.txt")
    }

    @Test("Before the first closing the report says kindly what is waiting")
    func textBeforeClosing() throws {
        try expectSnapshot(TextReport().render(waiting), "waiting.txt")
    }

    @Test("A period of quiet days says so")
    func textOfQuietDays() throws {
        let quiet = Report((0..<2).map { SampleReleases.quiet(SampleReleases.newest.advanced(by: -$0)) }, asOf: asOf)
        try expectSnapshot(TextReport().render(quiet), "quiet.txt")
    }

    @Test("The JSON reports are as recorded")
    func json() throws {
        try expectSnapshot(JSONReport().render(week), "week.json")
        try expectSnapshot(JSONReport().render(waiting), "waiting.json")
    }

    @Test("No line is wider than the layout", arguments: [60, 80, 100, 132])
    func width(columns: Int) {
        for report in [week, oneDay, waiting] {
            let text = TextReport(layout: .init(width: columns)).render(report)
            for line in text.split(separator: "\n") { #expect(SafeText.width(String(line)) <= columns, "\(line)") }
        }
    }

    @Test("The first screen answers how the newest day and the week were")
    func firstScreen() {
        let screen = TextReport().render(week).split(separator: "\n", omittingEmptySubsequences: false).prefix(24)
        #expect(screen.contains { $0.contains("Visitors") && $0.contains("▲") })
        #expect(screen.contains { $0.contains("of the last 7 days") })
    }

    @Test("No control character reaches a terminal, and colour only when it is asked for")
    func controls() {
        let plain = TextReport().render(week)
        #expect(!plain.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" })
        #expect(TextReport(layout: .init(colour: true)).render(week).contains("\u{1B}[1m"))
        #expect(SafeText.escaped("a\u{202E}b\u{7}\u{9B}") == "a\\u{202E}b\\u{7}\\u{9B}")
        #expect(!JSONReport().render(week).contains("\u{1B}"))
    }

    @Test("Sums over days add what was told, and average people")
    func sums() throws {
        let pages = try #require(week.table("pages"))
        #expect(pages.rows.map(\.kind) == [.value, .value, .value])
        let scales: [Int64] = [20, 19, 18, 17, 16, 14, 13]
        #expect(pages.rows[0].values[0] == 90 * scales.reduce(0, +))
        #expect(pages.rows[0].values[1] == 52 * scales.reduce(0, +) / 7)
        #expect(pages.rows[2].values[1] == nil)
        #expect(pages.rows[0].days == 7)
        #expect(pages.total == 203 * scales.reduce(0, +))
        #expect(pages.hidesRows)
        let codes = try #require(week.table("status_codes"))
        #expect(codes.rows.map(\.kind) == [.value, .hidden, .hidden])
    }

    @Test("A supplement adds to what is counted, never to visitors")
    func supplement() throws {
        let day = try #require(week.day(before: 1))
        #expect(day.supplements.count == 1)
        #expect(day.visitors == Int64(61 * 19))
        #expect(day.count("page_views") == Int64(203 * 19 + 75))
    }

    @Test("Where one day tells hours only as a block, all days are added as that block, without visitors")
    func hourBlocks() throws {
        let newest = SampleReleases.newest
        func day(_ offset: Int, _ rows: [PublishedTable.Row]) -> ReleasedEpoch {
            let epoch = Epoch(day: newest.advanced(by: -offset))
            return SampleReleases.release(
                epoch,
                [
                    SampleReleases.totals(epoch, visitors: 50, visits: 50, views: 50, hits: 100),
                    PublishedTable(
                        name: "hours", epoch: epoch,
                        columns: [.init(name: "hits", unit: .count), .init(name: "visitors", unit: .people)],
                        rows: rows, k: 10),
                ])
        }
        let single = ["00", "01", "02"].map {
            PublishedTable.Row(label: $0, kind: .value, values: [.number(20), .number(15)])
        }
        let block = PublishedTable.Row(label: "00-02", kind: .value, values: [.number(30), .number(12)])
        let hours = try #require(Report([day(0, single), day(1, [block])], asOf: asOf).table("hours"))
        #expect(hours.rows.map(\.label) == ["00-02"])
        #expect(hours.rows[0].values == [90, nil])
    }

    @Test("The latest period is the newest closed day and the seven before it")
    func latest() {
        let many = (0..<30).map { SampleReleases.quiet(SampleReleases.newest.advanced(by: -$0)) }
        #expect(Report.latest(of: many).count == 8)
        #expect(Report.latest(of: []).isEmpty)
    }

    @Test(
        "Numbers are printed as people read them",
        arguments: [
            (NumberFormat.count(0), "0"), (NumberFormat.count(999), "999"),
            (NumberFormat.count(1_234_567), "1,234,567"),
            (NumberFormat.count(.min), "-9,223,372,036,854,775,808"), (NumberFormat.bytes(1023), "1023 B"),
            (NumberFormat.bytes(1536), "1.5 KiB"), (NumberFormat.bytes(.max), "8.0 EiB"),
            (NumberFormat.duration(seconds: 187), "3:07"), (NumberFormat.duration(seconds: 59), "0:59"),
            (NumberFormat.percent(Ratio(numerator: 1, denominator: 3)), "33.3 %"),
            (NumberFormat.percent(Ratio(numerator: 2, denominator: 3)), "66.7 %"),
            (NumberFormat.mean(Ratio(numerator: 5, denominator: 2)), "2.5"),
            (NumberFormat.change(from: 100, to: 104) ?? "", "▲ 4.0 %"),
            (NumberFormat.change(from: 100, to: 90) ?? "", "▼ 10.0 %"),
            (NumberFormat.change(from: 100, to: 100) ?? "", "= 0.0 %"), (NumberFormat.change(from: 0, to: 9) ?? "", ""),
        ])
    func numbers(printed: String, expected: String) {
        #expect(printed == expected)
    }

    @Test("A label that is too long keeps both ends, and wide characters count twice")
    func fitting() {
        #expect(SafeText.fitted("/short", to: 10) == "/short")
        #expect(SafeText.fitted("/a/long/path/index", to: 10) == "/a/lo…ndex")
        #expect(SafeText.width("가격") == 4)
        #expect(SafeText.width(SafeText.fitted("가격가격가격가격", to: 9)) <= 9)
    }

    @Test("A bar is as long as its value and never vanishes")
    func bars() {
        #expect(Bar.drawn(8, of: 8, columns: 4) == "████")
        #expect(Bar.drawn(1, of: 1000, columns: 4) == "▏   ")
        #expect(Bar.drawn(0, of: 8, columns: 4) == "    ")
    }
}
