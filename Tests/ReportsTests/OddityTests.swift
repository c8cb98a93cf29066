import Events
@_spi(DisclosureControl) import Releases
import Testing

@testable import Reports

@Suite("What is odd")
struct OddityTests {
    private func report(_ newest: ReleasedEpoch, weeks: Int = 8, heights: [Int64] = [100, 98, 102]) -> Report {
        let before = (1..<max(2, weeks * 7 + 1)).map {
            RichReleases.day(RichReleases.newest.advanced(by: -$0), percent: heights[$0 % heights.count])
        }
        return Report([newest], background: before, asOf: "now")
    }

    private func day(_ percent: Int64) -> ReleasedEpoch { RichReleases.day(RichReleases.newest, percent: percent) }

    @Test("A day within the range of its weekday is not odd")
    func ordinary() {
        #expect(report(day(101)).oddities == [])
    }

    @Test("A number beyond the range is told with the bound and by how much")
    func beyond() throws {
        let high = try #require(report(day(204)).oddities?.first { $0.figure == "visitors" && $0.status == nil })
        #expect(high.kind == .above(ReportCell(value: .number(1244), days: 1), permille: 1000))
        #expect(high.weeks == 8)
        let low = try #require(report(day(49)).oddities?.first { $0.figure == "visitors" && $0.status == nil })
        #expect(low.kind == .below(ReportCell(value: .number(1195), days: 1), permille: 500))
    }

    @Test("A number a little beyond the range is not odd: it takes a tenth of the bound, and half of a wide range")
    func floor() {
        #expect(report(day(108)).oddities == [])
        #expect(report(day(113)).oddities?.isEmpty == false)
        #expect(report(day(150), heights: [60, 100, 140]).oddities == [])
        #expect(report(day(190), heights: [60, 100, 140]).oddities?.isEmpty == false)
    }

    @Test("Few visitors come and go by chance, so it takes more of them to be odd")
    func chance() {
        func totals(_ day: Day, _ visitors: Int64) -> ReleasedEpoch {
            let epoch = Epoch(day: day)
            return SampleReleases.release(
                epoch,
                [SampleReleases.totals(epoch, visitors: visitors, visits: 5000, views: 15000, hits: 60000)])
        }
        func odd(_ visitors: Int64) -> [String]? {
            let before = (1...8).map { totals(RichReleases.newest.advanced(by: -7 * $0), 36) }
            let report = Report([totals(RichReleases.newest, visitors)], background: before, asOf: "now")
            return report.oddities?.map(\.figure)
        }
        #expect(odd(47) == [] && odd(25) == [])
        #expect(odd(48) == ["visitors"] && odd(24) == ["visitors"])
    }

    @Test("Visits are not compared with those that another pause ended")
    func visitGaps() {
        let day = day(300)
        let other = ReleasedEpoch(
            epoch: day.epoch, definitionsDigest: day.definitionsDigest, policyDigest: day.policyDigest, k: day.k,
            timeZone: day.timeZone, visitGap: 2700, tables: day.tables)
        #expect(report(day).oddities?.contains { $0.figure == "visits" } == true)
        #expect(report(other).oddities?.contains { $0.figure == "visits" } == false)
    }

    @Test("At most three are told of a day")
    func limit() {
        #expect(report(day(300)).oddities?.count == 3)
    }

    @Test("It takes four weeks to say")
    func early() {
        #expect(report(day(300), weeks: 3).oddities == nil)
        #expect(report(day(300), weeks: 4).oddities?.isEmpty == false)
    }

    @Test("A day that shows nothing is odd where its weekday always showed something")
    func silence() throws {
        let odd = try #require(report(SampleReleases.quiet(RichReleases.newest)).oddities?.first)
        #expect(odd.kind == .silent(1195))
    }

    @Test("Failures that suddenly many people meet are odd")
    func failures() throws {
        let epoch = Epoch(day: RichReleases.newest)
        let codes = PublishedTable(
            name: "status_codes", epoch: epoch, columns: [.init(name: "hits", unit: .count)],
            rows: [.init(label: "502", kind: .value, values: [.number(900)])], k: 10)
        let tables = day(101).tables.filter { $0.name != "status_codes" } + [codes]
        let odd = try #require(report(SampleReleases.release(epoch, tables)).oddities?.first)
        #expect(odd.status == "502" && odd.kind == .unseen)
    }

    @Test("Every kind is a sentence without gaps in every language", arguments: ReportLanguage.allCases)
    func sentences(_ language: ReportLanguage) throws {
        let day = try #require(ReleasedDate("2026-03-07"))
        let cell = ReportCell(value: .number(1_234), days: 1)
        let kinds: [ReportOddity.Kind] = [
            .above(cell, permille: 125), .below(cell, permille: 125), .unseen, .silent(1_234),
        ]
        for kind in kinds {
            let text = language.words.text(
                ReportOddity(
                    date: day, figure: "hits", status: "500", unit: .count, value: cell, kind: kind, weeks: 8))
            #expect(text.contains("8") && text.contains("1,234") && !text.contains("  "))
        }
    }
}
