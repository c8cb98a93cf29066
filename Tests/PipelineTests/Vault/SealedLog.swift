import Events
import Foundation
import Intake
import Privacy
import Testing

@testable import Pipeline

/// A log, what of it should be in the vault, and what is there.
struct SealedLog {
    let jobs: TemporaryJobs
    let path: String
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) throws {
        jobs = try TemporaryJobs()
        path = try jobs.write(bytes)
        self.bytes = bytes
    }

    func ingest(at now: String, format: String? = nil) throws -> IngestSummary {
        var options = Ingest.Options()
        options.format = try format.map { try FormatSetting($0) }
        return try Ingest(options: options, environment: jobs.environment(at: now)).run([Ingest.Input(path)])
    }

    /// What an officer sees of a day.
    func opened(_ day: Day, _ part: VaultReading.Part = .vault, _ filter: LineFilter = .all) throws -> [UInt8] {
        var lines: [UInt8] = []
        let reading = try VaultReading(environment: jobs.environment())
        let key = OfficerKeyFile(try jobs.keys().waitingKeyPath)
        let summary = try reading.read(part, of: day, filter, showing: key) { span in
            lines += span.copied
            return true
        }
        #expect(summary.faults.isEmpty)
        #expect(summary.unparsable == 0)
        return lines
    }

    /// The lines, each with its line feed, by the day of their records, as a parser reads them one by one.
    func lines(at now: String, formats: [LogFormat]) -> [Day: [UInt8]] {
        let options = LineOptions(latest: InstantText.milliseconds(now) ?? 0)
        var parser = LineParser(formats: formats, options: options)
        var lines: [Day: [UInt8]] = [:]
        for (number, line) in split().enumerated() {
            var batch = RawBatch(seed: 1)
            var tally = LineTally()
            _ = parser.parse(line.span, firstLine: number + 1, into: &batch, tally: &tally, limit: .max)
            guard tally.accepted == 1 else { continue }
            lines[StoreCalendar.utc.day(of: batch.time[0] / 1000), default: []] += line
        }
        return lines
    }

    /// The lines, each with a line feed.
    private func split() -> [[UInt8]] {
        var lines = bytes.split(separator: 10, omittingEmptySubsequences: false).map { Array($0) + [10] }
        if lines.last == [10] { lines.removeLast() }
        return lines
    }
}
