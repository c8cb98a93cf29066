import Events
@_spi(DisclosureControl) import Releases
import Testing

@testable import Reports

@Suite("Sums over days")
struct SumTests {
    private static let newest = SampleReleases.newest
    private var week: Report { Report(SampleReleases.week, asOf: "now") }

    private func table(
        _ name: String, _ day: Int, supplement: Int = 0, _ columns: [PublishedTable.Column],
        _ rows: [PublishedTable.Row], total: PublishedTable.Value = .hidden, hiddenPercent: Int? = nil
    ) -> PublishedTable {
        PublishedTable(
            name: name, epoch: Epoch(day: SumTests.newest.advanced(by: -day), supplement: supplement),
            columns: columns, rows: rows, k: 10, hiddenPercent: hiddenPercent, total: total)
    }

    private func report(_ tables: [PublishedTable]) -> Report {
        Report(tables.map { SampleReleases.release($0.epoch, [$0]) }, asOf: "now")
    }

    private let hits = PublishedTable.Column(name: "hits", unit: .count)
    private let visitors = PublishedTable.Column(name: "visitors", unit: .people)

    @Test("What was told is added, and people are averaged over the days that tell them")
    func sums() throws {
        let pages = try #require(week.table("pages"))
        #expect(pages.rows.map(\.kind) == [.value, .value, .value, .other])
        let scales: [Int64] = [20, 19, 18, 17, 16, 14, 13]
        let sum = scales.reduce(0, +)
        #expect(pages.rows[0].cells[0] == ReportCell(value: .number(90 * sum), days: 7))
        #expect(pages.rows[0].cells[1] == ReportCell(value: .average(52 * sum, over: 7), days: 7))
        #expect(pages.rows[2].cells[1] == .hidden)
        #expect(pages.rows[0].days == 7)
        #expect(pages.hidesRows)
        let codes = try #require(week.table("status_codes"))
        #expect(codes.rows.map(\.kind) == [.value, .hidden, .hidden])
    }

    @Test("A row that some days hide is the sum of the others, and says of how many; so is its share")
    func hiddenOnSomeDays() throws {
        let shown = table(
            "methods", 0, [hits], [.init(label: "GET", kind: .value, values: [.number(30)])], total: .number(40))
        let hidden = table(
            "methods", 1, [hits], [.init(label: "GET", kind: .hidden, values: [.hidden])], total: .number(50))
        let methods = try #require(report([shown, hidden]).table("methods"))
        #expect(methods.rows.map(\.kind) == [.value])
        #expect(methods.rows[0].days == 1 && methods.dayCount == 2 && methods.isPartial)
        #expect(methods.rows[0].cells == [ReportCell(value: .number(30), days: 1)])
        #expect(methods.rows[0].total == 40 && methods.total.value == .number(90))
    }

    @Test("A lower bound makes the sum a lower bound")
    func bounds() throws {
        let days = [PublishedTable.Value.number(30), .atLeast(200)].enumerated().map { day, value in
            table("pages", day, [hits], [.init(label: "/", kind: .value, values: [value])])
        }
        #expect(try #require(report(days).table("pages")).rows[0].cells[0].value == .atLeast(230))
    }

    @Test("Ratios are ratios of sums; bins are never summed but span their days")
    func ratiosAndBins() throws {
        let columns = [
            PublishedTable.Column(name: "duration_mean", unit: .meanMicroseconds),
            PublishedTable.Column(name: "duration_p95", unit: .microseconds),
        ]
        let days = [
            table(
                "pages", 0, columns,
                [
                    .init(label: "/", kind: .value, values: [.ratio(100, over: 10), .bin(from: 80, below: 90)])
                ]),
            table(
                "pages", 1, columns,
                [
                    .init(label: "/", kind: .value, values: [.ratio(50, over: 20), .bin(from: 20, below: 30)])
                ]),
            table(
                "pages", 1, supplement: 1, columns,
                [
                    .init(label: "/", kind: .value, values: [.ratio(7, over: 1), .bin(from: 1, below: nil)])
                ]),
        ]
        let cells = try #require(report(days).table("pages")).rows[0].cells
        #expect(cells.map(\.value) == [.ratio(157, over: 31), .bin(from: 20, below: 90)])
        #expect(cells.map(\.days) == [2, 2])
    }

    @Test("A supplement adds to what is counted, never to visitors")
    func supplement() throws {
        let day = try #require(week.day(before: 1))
        #expect(day.supplements.count == 1)
        #expect(day.figure("visitors").value == .number(61 * 19))
        #expect(day.figure("page_views").value == .number(203 * 19 + 75))
        let totals = try #require(week.totals)
        let scales = 20 + 19 + 18 + 17 + 16 + 14 + 13
        #expect(totals.rows[0].cells[0].value == .average(Int64(61 * scales), over: 7))
    }

    @Test("Where one day tells hours only as a block, all days are added as that block, without visitors")
    func hourBlocks() throws {
        let single = ["00", "01", "02"].map {
            PublishedTable.Row(label: $0, kind: .value, values: [.number(20), .number(15)])
        }
        let block = PublishedTable.Row(label: "00-02", kind: .value, values: [.number(30), .number(12)])
        let days = report([
            table("hours", 0, [hits, visitors], single), table("hours", 1, [hits, visitors], [block]),
        ])
        let hours = try #require(days.table("hours"))
        #expect(hours.rows.map(\.label) == ["00-02"])
        #expect(hours.rows[0].cells[0].value == .number(90))
        #expect(hours.rows[0].cells[1] == .hidden)
    }

    @Test("What a day or its late lines do not tell makes their sum a lower bound")
    func splitDays() throws {
        let rows: [[PublishedTable.Value]] = [[.hidden], [.number(453)]]
        let tables = rows.enumerated().map { supplement, values in
            table(
                "memberships", 0, supplement: supplement, [hits],
                [.init(label: "guest", kind: .value, values: values)])
        }
        let row = try #require(report(tables).table("memberships")?.rows.first)
        #expect(row.cells[0] == ReportCell(value: .atLeast(453), days: 1))
    }

    @Test("A figure that some days do not tell says of how many days it is, in text and in the browser")
    func partialFigures() {
        let visits = PublishedTable.Column(name: "visits", unit: .count)
        let days = report([
            table(
                "totals", 0, [visitors, visits], [.init(label: "all", kind: .value, values: [.number(70), .hidden])]),
            table(
                "totals", 1, [visitors, visits],
                [.init(label: "all", kind: .value, values: [.number(72), .number(191)])]),
        ])
        #expect(TextReport(layout: .init(width: 80)).render(days).contains("191 visits (1 of 2 days)"))
        #expect(HTMLReport(sha256: HTMLReportTests.mark).render(days).contains("<dt>Visits (1 of 2 days)</dt>"))
    }

    @Test("Weekdays and hours are the hours of the days")
    func weekdays() throws {
        let rows = [PublishedTable.Row(label: "09", kind: .value, values: [.number(20)])]
        let weekdays = try #require(report([0, 1, 7].map { table("hours", $0, [hits], rows) }).table("weekday_hours"))
        #expect(weekdays.rows.map(\.labels) == [["5", "09"], ["6", "09"]])
        #expect(weekdays.rows.map { $0.cells[0].value } == [.number(20), .number(40)])
        #expect(weekdays.rows.map(\.days) == [1, 2])
    }

    @Test("Rows stand under the rows that contain them, and other and heavy use are summed apart")
    func nesting() throws {
        let browsers = table("browsers", 0, [hits], [.init(label: "Chrome", kind: .value, values: [.number(90)])])
        let rows: [PublishedTable.Row] = [
            .init(labels: ["Safari", "26"], kind: .value, values: [.number(40)]),
            .init(labels: ["Chrome", "145"], kind: .value, values: [.number(50)]),
            .init(labels: ["Chrome", "other"], kind: .other, values: [.number(35)]),
            .init(labels: ["Chrome", "heavy automated use"], kind: .heavy, values: [.number(60)]),
        ]
        let versions = table("browser_versions", 0, [hits], rows)
        let epoch = SampleReleases.release(browsers.epoch, [browsers, versions])
        let nested = try #require(Report([epoch], asOf: "now").table("browser_versions"))
        #expect(nested.sections.map(\.group) == ["Chrome", "Safari"])
        #expect(nested.sections[0].container?.cells[0].value == .number(90))
        #expect(nested.sections[0].rows.map(\.kind) == [.value, .heavy, .other])
        #expect(nested.sections[1].container == nil)
    }

    @Test("Rows are sorted by the column that is asked for, what is not told last, and cut")
    func sorting() throws {
        let columns = [hits, PublishedTable.Column(name: "duration_p95", unit: .microseconds)]
        let rows: [PublishedTable.Row] = [
            .init(label: "/a", kind: .value, values: [.number(3), .hidden]),
            .init(label: "/b", kind: .value, values: [.number(2), .bin(from: 10, below: 20)]),
            .init(label: "/c", kind: .value, values: [.number(1), .bin(from: 30, below: nil)]),
            .init(label: "other", kind: .other, values: [.number(9), .hidden]),
        ]
        let report = report([table("pages", 0, columns, rows)])
        #expect(try #require(report.table("pages")).rows.map(\.label) == ["/a", "/b", "/c", "other"])
        let slow = try #require(report.table("pages", sort: "duration_p95", top: 2))
        #expect(slow.rows.map(\.label) == ["/c", "/b", "other"])
        #expect(slow.rowsLeftOut == 1)
    }

    @Test("The hidden percentage of several days is that of all of them, as rough as theirs, or is not told")
    func hiddenPercent() throws {
        func days(_ percents: [Int?], total: PublishedTable.Value = .number(100)) throws -> Int? {
            try #require(
                report(
                    percents.enumerated().map { day, percent in
                        table("pages", day, [hits], [], total: total, hiddenPercent: percent)
                    }
                ).table("pages")
            ).hiddenPercent
        }
        #expect(try days([30]) == 30)
        #expect(try days([30, 10]) == 20)
        #expect(try days([30, 10, 10]) == 20)
        #expect(try days([30, nil]) == nil)
        #expect(try days([30, 10], total: .hidden) == nil)
    }

    @Test("A change is per day where fewer days of one period are told")
    func changes() {
        let new = ReportCell(value: .number(70), days: 7)
        #expect(new.change(from: .init(value: .number(50), days: 5))?.direction == .same)
        #expect(new.change(from: .init(value: .number(35), days: 7))?.permille == 1000)
        #expect(new.change(from: .init(value: .atLeast(35), days: 7)) == nil)
        #expect(new.change(from: .init(value: .number(0), days: 7)) == nil)
        #expect(ReportCell(value: .number(.max), days: 2).change(from: .init(value: .number(1), days: 3)) == nil)
    }
}
