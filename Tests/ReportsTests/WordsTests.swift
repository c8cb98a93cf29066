import Releases
import Testing

@testable import Reports

@Suite("The words of reports")
struct WordsTests {
    @Test("No language lacks a table, a column, a dimension, a group, a term, a label or a class")
    func completeness() {
        let english = ReportWords.english
        for words in ReportLanguage.allCases.map(\.words) {
            let name = Comment(rawValue: words.language.rawValue)
            #expect(Set(words.tables.keys) == Set(TableLayout.all.map(\.name)), name)
            #expect(Set(words.dimensions.keys) == Set(TableLayout.all.flatMap(\.dimensions)), name)
            #expect(Set(words.groups.keys) == Set(TableGroup.allCases), name)
            #expect(Set(words.meanings.keys) == Set(ReportTerm.allCases), name)
            #expect(Set(words.columns.keys) == Set(english.columns.keys), name)
            #expect(Set(words.figures.keys) == Set(english.figures.keys), name)
            #expect(Set(words.labels.keys) == Set(english.labels.keys), name)
            #expect(Set(words.classNames.keys) == Set(OutputClass.allCases), name)
            #expect(Set(words.phrases.classes.keys) == Set(OutputClass.allCases), name)
            #expect(words.dates.weekdays.count == 7 && words.dates.shortWeekdays.count == 7, name)
        }
    }

    @Test("Every column that a table can have has a name")
    func columns() {
        let named = Set(ReportWords.english.columns.keys)
        let columns = RichReleases.days(1).flatMap { $0.tables.flatMap { $0.columns.map(\.name) } }
        #expect(Set(columns).subtracting(named).isEmpty)
    }

    @Test(
        "Dates are written as each language does",
        arguments: [
            (ReportLanguage.english, "Saturday 7 March 2026", "Sat 7 Mar", "28 February to 7 March 2026"),
            (.japanese, "2026年3月7日(土)", "3月7日(土)", "2026年2月28日〜3月7日"),
            (.korean, "2026년 3월 7일 (토)", "3월 7일 (토)", "2026년 2월 28일 ~ 3월 7일"),
        ])
    func dates(_ language: ReportLanguage, long: String, short: String, range: String) throws {
        let date = try #require(ReleasedDate("2026-03-07"))
        #expect(language.words.long(date) == long)
        #expect(language.words.short(date) == short)
        #expect(language.words.range(date.advanced(by: -7), date) == range)
        #expect(language.words.range(date, date) == long)
    }

    @Test("A range over the end of a year names both years", arguments: ReportLanguage.allCases)
    func years(_ language: ReportLanguage) throws {
        let first = try #require(ReleasedDate("2025-12-29"))
        let text = language.words.range(first, first.advanced(by: 6))
        #expect(text.contains("2025") && text.contains("2026"))
    }

    @Test(
        "Cells are printed as people read them",
        arguments: [
            (ReportCell.Value.number(1_234_567), PublishedTable.Unit.count, "1,234,567"),
            (.number(0), .count, "0"), (.number(.min), .count, "-9,223,372,036,854,775,808"),
            (.number(1023), .bytes, "1023 B"), (.number(1536), .bytes, "1.5 KiB"), (.number(.max), .bytes, "8.0 EiB"),
            (.number(4096), .bytes, "4 KiB"), (.average(205, over: 2), .people, "103"),
            (.atLeast(3000), .count, "≥ 3,000"), (.atLeast(2_097_152), .bytes, "≥ 2 MiB"),
            (.ratio(1, over: 3), .share, "33.3 %"), (.ratio(2, over: 3), .share, "66.7 %"),
            (.ratio(5, over: 2), .mean, "2.5"), (.ratio(187, over: 1), .seconds, "3:07"),
            (.ratio(1_250_000, over: 10), .meanMicroseconds, "125 ms"),
            (.bin(from: 100_000, below: 120_000), .microseconds, "100–120 ms"),
            (.bin(from: 800, below: 1200), .microseconds, "800 µs–1.2 ms"),
            (.bin(from: 2_000_000, below: 2_400_000), .microseconds, "2–2.4 s"),
            (.bin(from: 10_000_000, below: nil), .microseconds, "≥ 10 s"),
            (.bin(from: 60, below: 75), .seconds, "1:00–1:15"), (.hidden, .count, "·"),
        ])
    func cells(_ value: ReportCell.Value, _ unit: PublishedTable.Unit, _ expected: String) {
        #expect(ReportWords.english.text(ReportCell(value: value, days: 1), unit) == expected)
    }

    @Test(
        "Changes are printed with their direction",
        arguments: [(100, 104, "▲ 4.0 %"), (100, 90, "▼ 10.0 %"), (100, 100, "= 0.0 %"), (3, 1000, "▲ 33,233.3 %")])
    func changes(old: Int64, new: Int64, expected: String) {
        #expect(ReportChange(from: old, to: new).map { ReportWords.english.text($0) } == expected)
    }

    @Test(
        "Labels with a meaning are put into words, others stay as they are",
        arguments: [
            ("hour", "09", "09:00"), ("hour", "00-02", "00:00–02:59"), ("hour", "(none)", "(unknown)"),
            ("weekday", "6", "Saturday"), ("weekday", "9", "9"), ("microseconds_from_to", "0-999", "< 1 ms"),
            ("microseconds_from_to", "300000-999999", "300 ms – 1 s"), ("microseconds_from_to", "10000000-", "≥ 10 s"),
            ("seconds_from_to", "10-29", "0:10 – 0:30"), ("bytes_from_to", "0", "0 B"),
            ("bytes_from_to", "1024-4095", "1 KiB – 4 KiB"),
            ("bytes_from_to", "x-9223372036854775807", "x-9223372036854775807"),
            ("bytes_from_to", "5-9223372036854775807", "≥ 5 B"), ("path", "other", "other"),
            ("referrer_kind", "search", "search engines"), ("referrer", "search", "search"),
            ("path", "(none)", "(unknown)"), ("path", "(mine)", "(mine)"),
            ("campaign", "a / (none) / b", "a / (none) / b"),
        ])
    func labels(dimension: String, label: String, expected: String) {
        #expect(ReportWords.english.title(ofLabel: label, dimension: dimension) == expected)
    }
}
