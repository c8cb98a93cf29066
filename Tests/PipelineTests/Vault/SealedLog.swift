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
    /// Whether every byte is kept.
    let isExact: Bool

    init(_ bytes: [UInt8], exact isExact: Bool = true) throws {
        jobs = try TemporaryJobs()
        path = try jobs.write(bytes)
        self.bytes = bytes
        self.isExact = isExact
    }

    func ingest(at now: String, format: String? = nil) throws -> IngestSummary {
        var options = Ingest.Options()
        options.format = try format.map { try FormatSetting($0) }
        var environment = jobs.environment(at: now)
        var policy = PolicyOptions()
        policy.vault.exact = isExact
        environment.policy = .standard(site: "example.org", options: policy)
        return try Ingest(options: options, environment: environment).run([Ingest.Input(path)])
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

    /// The records of a day's lines as the vault gives them, with nothing but what lies in it.
    func reparsed(_ day: Day) throws -> [String] {
        var records: [String] = []
        let reading = try VaultReading(environment: jobs.environment())
        _ = try reading.reading(.vault, of: day, OfficerKeyFile(try jobs.keys().waitingKeyPath)) { frame, _ in
            try reading.parse(frame) { batch, row, _ in
                records.append(SealedLog.text(RawRecord(batch, row: row)))
                return true
            }
        }
        return records
    }

    /// The records of all lines, by day, as the whole log is parsed.
    func records(at now: String, formats: [LogFormat]) -> [Day: [String]] {
        var parser = LineParser(formats: formats, options: LineOptions(latest: InstantText.milliseconds(now) ?? 0))
        var records: [Day: [String]] = [:]
        var (done, line) = (0, 1)
        while done < bytes.count {
            var batch = RawBatch(seed: 1)
            var tally = LineTally()
            let rest = bytes.span.extracting(done..<bytes.count)
            let progress = parser.parse(rest, firstLine: line, into: &batch, tally: &tally, limit: .max)
            for row in 0..<batch.rowCount {
                let day = StoreCalendar.utc.day(of: batch.time[row] / 1000)
                records[day, default: []].append(SealedLog.text(RawRecord(batch, row: row)))
            }
            done += progress.bytes
            line += progress.lines
        }
        return records
    }

    private static func text(_ record: RawRecord) -> String {
        let texts = RawBatch.Text.allCases.map { "\($0)=\(record[$0] ?? "null")" }
        let numbers = RawBatch.Number.allCases.map { "\($0)=\(record[$0].map(String.init) ?? "null")" }
        return ([String(record.time)] + texts + numbers).joined(separator: " ")
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
