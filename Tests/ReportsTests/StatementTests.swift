import Events
import Foundation
@_spi(DisclosureControl) import Releases
import TestSupport
import Testing

@testable import Reports

/// What every output has to say, whatever its form and its language.
@Suite("What every report states")
struct StatementTests {
    enum Form: String, CaseIterable, Sendable {
        case text, html, json, csv
    }

    /// Three days, the newest of them under another policy, with late lines for the one before.
    private static let report: Report = {
        let newest = ExampleReleases.newest
        let days = ExampleReleases(size: 3, pages: 20).days(3).map { day in
            let isNewest = day.epoch.day == newest
            return ReleasedEpoch(
                epoch: day.epoch, definitionsDigest: day.definitionsDigest,
                policyDigest: isNewest ? Array(repeating: 0xB7, count: 32) : day.policyDigest, k: day.k,
                timeZone: day.timeZone, visitGap: isNewest ? 2700 : 1800, tables: day.tables)
        }
        let late = SampleReleases.supplement(newest.advanced(by: -1))
        return Report(days + [late], asOf: "2026-03-08 01:05 CET")
    }()

    /// The text of an output without what its form adds: markup, quotes, line breaks.
    private static func statements(_ form: Form, _ language: ReportLanguage, _ report: Report) throws -> String {
        let options = ReportOptions(language: language)
        switch form {
        case .text: return TextReport(layout: .init(width: 4000), options: options).render(report)
        case .html:
            return try PageReader.read(HTMLReport(options: options, sha256: HTMLReportTests.mark).render(report)).text
        case .json:
            let json = try JSONSerialization.jsonObject(with: Data(JSONReport(options: options).render(report).utf8))
            return strings(in: json).joined(separator: "\n")
        case .csv:
            let about = CSVReport(options: options).files(report).last { $0.name == CSVReport.about }
            return CSVRows.parsed(about?.text ?? "").joined().joined(separator: "\n")
        }
    }

    private static func strings(in json: Any) -> [String] {
        switch json {
        case let object as [String: Any]: object.flatMap { [$0.key] + strings(in: $0.value) }
        case let array as [Any]: array.flatMap(strings)
        default: ["\(json)"]
        }
    }

    @Test(
        "Definitions, period, time zone, k, what is hidden, policy and class are in every form and language",
        arguments: Form.allCases, ReportLanguage.allCases)
    func everywhere(_ form: Form, _ language: ReportLanguage) throws {
        let words = language.words
        let said = try StatementTests.statements(form, language, StatementTests.report)
        let first = try #require(ReleasedDate("2026-03-05"))
        let last = try #require(ReleasedDate("2026-03-07"))
        let isForPeople = form == .text || form == .html
        var expected = words.definitions(StatementTests.report).map(\.meaning.meaning)
        expected += isForPeople ? [words.range(first, last)] : [first.description, last.description]
        expected += ["Europe/Berlin", words.phrases.hiddenMeaning("10")]
        expected.append(form == .json ? "internal" : words.meaning(of: .internal))
        // The policies of both kinds of days.
        expected += ["0f0f0f0f0f0f0f0f", "b7b7b7b7b7b7b7b7"]
        for statement in expected { #expect(said.contains(statement), "\(form) in \(language): \(statement)") }
    }

    @Test(
        "The longest pause within a visit is that of the policy, and a change of it is told with its day",
        arguments: Form.allCases, ReportLanguage.allCases)
    func visitGaps(_ form: Form, _ language: ReportLanguage) throws {
        let said = try StatementTests.statements(form, language, StatementTests.report)
        let date = try #require(ReleasedDate("2026-03-07"))
        let told = [language.words.time(seconds: 1800), language.words.time(seconds: 2700), language.words.long(date)]
        let visit = try #require(
            language.words.definitions(StatementTests.report).first { $0.term == .visit }?.meaning.meaning)
        for part in told { #expect(visit.contains(part), "\(visit)") }
        #expect(!visit.contains(ReportWords.gap) && said.contains(visit))
    }

    @Test("Visitors of late lines are told apart", arguments: [Form.text, .html], ReportLanguage.allCases)
    func supplements(_ form: Form, _ language: ReportLanguage) throws {
        let said = try StatementTests.statements(form, language, StatementTests.report)
        #expect(said.contains(language.words.late(SampleReleases.supplement(ExampleReleases.newest))))
    }

    @Test("What is not about closed days says what it is about", arguments: Form.allCases, ReportLanguage.allCases)
    func spans(_ form: Form, _ language: ReportLanguage) throws {
        let date = try #require(ReleasedDate("2026-02-01"))
        let next = try #require(ReleasedDate("2026-03-01"))
        let epoch = Epoch(day: ExampleReleases.newest.advanced(by: -34))
        let month = ReleasedEpoch(
            epoch: epoch, definitionsDigest: [1], policyDigest: [2], k: 50, timeZone: "UTC",
            tables: [SampleReleases.totals(epoch, visitors: 50, visits: 60, views: 70, hits: 80)],
            lastDay: epoch.day.advanced(by: 27))
        let reports = [
            Report([month], asOf: "now", outputClass: .published, span: .months(next: next, from: "then")),
            Report([], asOf: "now", outputClass: .published, span: .months(next: next, from: nil)),
            Report([], asOf: "now", span: .hours(of: date)),
        ]
        for report in reports {
            let said = try StatementTests.statements(form, language, report)
            for about in language.words.about(report) { #expect(said.contains(about), "\(form) in \(language)") }
            #expect(!said.contains(language.words.phrases.nothingShown(50)))
        }
        let said = try StatementTests.statements(form, language, reports[0])
        let last = try #require(ReleasedDate("2026-02-28"))
        #expect(said.contains(form == .text || form == .html ? language.words.range(date, last) : last.description))
    }
}
