import Foundation
import Releases
import Testing

@testable import Reports

@Suite("Reports of any releases")
struct PropertyTests {
    private func report(_ seed: UInt64) -> Report {
        var random = RandomReleases(seed: seed)
        let epochs = random.epochs()
        let previous = seed % 3 == 0 ? random.epochs() : nil
        let first = ReleasedDate(RichReleases.newest)
        return Report(
            epochs, previous: previous.map { ($0, first.advanced(by: -13), first.advanced(by: -7)) },
            background: random.epochs(), asOf: "now\u{1B}[2J", waiting: .none)
    }

    private func options(_ seed: UInt64) -> ReportOptions {
        let languages = ReportLanguage.allCases
        return ReportOptions(
            language: languages[Int(seed % 3)],
            tables: seed % 5 == 0 ? ["totals", "weekday_hours", "pages", "browser_versions"] : [],
            group: seed % 7 == 0 ? .clients : nil, top: seed % 4 == 0 ? 3 : nil,
            sort: seed % 2 == 0 ? "duration_p95" : nil)
    }

    /// Whether a text holds anything but what is drawn, and line feeds; what is plain ASCII is soon looked through.
    private static func controls(_ text: String) -> Bool {
        text.unicodeScalars.contains { scalar in
            switch scalar.value {
            case 0x20...0x7E, 0x0A: false
            default: SafeText.isUnsafe(scalar)
            }
        }
    }

    @Test("As text every line fits, and nothing controls the terminal", arguments: 0..<25 as Range<UInt64>)
    func text(seed: UInt64) {
        let report = report(seed)
        for width in [60, seed % 2 == 0 ? 80 : 133] {
            let text = TextReport(layout: .init(width: width), options: options(seed)).render(report)
            #expect(!PropertyTests.controls(text))
            for line in text.split(separator: "\n") where SafeText.width(String(line)) > width {
                Issue.record("\(SafeText.width(String(line))) columns at \(width): \(line)")
            }
        }
    }

    @Test("Colours are the only control sequences, and none is left open", arguments: 0..<6 as Range<UInt64>)
    func colours(seed: UInt64) {
        let layout = TextReport.Layout(width: 80, colour: true)
        let text = TextReport(layout: layout, options: options(seed)).render(report(seed))
        for line in text.split(separator: "\n") {
            let plain = line.replacing(#/\u{1B}\[[0-9;]+m[^\u{1B}]*\u{1B}\[0m/#, with: "")
            #expect(!plain.contains("\u{1B}"), "\(line.debugDescription)")
        }
    }

    @Test("As JSON it is as the schema says", arguments: 0..<25 as Range<UInt64>)
    func json(seed: UInt64) throws {
        let text = JSONReport(options: options(seed)).render(report(seed))
        #expect(!PropertyTests.controls(text))
        #expect(try JSONSchema.report().faults(in: JSONSerialization.jsonObject(with: Data(text.utf8))) == [])
    }

    @Test("As CSV every row has the heading's fields, and no field is a formula", arguments: 0..<25 as Range<UInt64>)
    func csv(seed: UInt64) {
        for file in CSVReport(options: options(seed)).files(report(seed)) {
            let rows = CSVRows.parsed(file.text)
            #expect(Set(rows.map(\.count)).count == 1, "\(file.name)")
            for field in rows.joined() {
                let isNumber = Int64(field) != nil
                #expect(isNumber || !("=+-@\t\r＝＋－＠".contains(field.first ?? " ")), "\(field.debugDescription)")
                #expect(!PropertyTests.controls(field) && !field.utf8.contains(0x0A))
            }
        }
    }
}
