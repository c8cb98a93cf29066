import Crypto
import Events
import Foundation
import Releases
import Reports
import TestSupport

/// Writes pages of made-up statistics into a folder, for a browser to try and for the picture in the README.
@main
struct ReportPages {
    static func main() throws {
        guard CommandLine.arguments.count == 2 else {
            FileHandle.standardError.write(Data("usage: ReportPages FOLDER\n".utf8))
            exit(64)
        }
        let folder = URL(fileURLWithPath: CommandLine.arguments[1], isDirectory: true)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, report, options) in pages {
            let page = HTMLReport(options: options) { Array(SHA256.hash(data: $0)) }.render(report)
            try Data(page.utf8).write(to: folder.appendingPathComponent("\(name).html"))
        }
    }

    private static let asOf = "2026-03-08 01:05 CET"

    private static var pages: [(name: String, report: Report, options: ReportOptions)] {
        let month = ExampleReleases().days(64)
        let week = Array(month.suffix(8))
        return [
            ("week", Report(week, background: Array(month.dropLast(8)), asOf: asOf), ReportOptions()),
            ("month", compared(month), ReportOptions()),
            ("month-ja", compared(month), ReportOptions(language: .japanese)),
            ("month-ko", compared(month), ReportOptions(language: .korean)),
            ("year", Report(ExampleReleases().days(365), asOf: asOf), ReportOptions()),
            ("day", Report(Array(week.suffix(1)), asOf: asOf), ReportOptions()),
            ("small", Report(ExampleReleases(size: 1).days(8), asOf: asOf), ReportOptions()),
            ("pages", Report(ExampleReleases(size: 90_000, pages: 20_000).days(8), asOf: asOf), ReportOptions()),
            ("hostile", Report(HostileReleases.days(8), asOf: HostileReleases.labels[1]), ReportOptions()),
            ("quiet", Report(quiet, asOf: asOf), ReportOptions()),
            ("empty", Report([], asOf: asOf), ReportOptions(language: .korean)),
        ]
    }

    private static func compared(_ releases: [ReleasedEpoch]) -> Report {
        let (before, now) = (Array(releases.suffix(62).prefix(31)), Array(releases.suffix(31)))
        return Report(
            now, previous: (before, before[0].date, before[30].date), background: Array(releases.dropLast(31)),
            asOf: asOf)
    }

    private static var quiet: [ReleasedEpoch] {
        (0..<5).map { ExampleReleases.release(Epoch(day: ExampleReleases.newest.advanced(by: -$0)), []) }
    }
}
