import Events
import Foundation
import Intake
import Privacy
import TestSupport
import Testing

@testable import Pipeline

/// What is sealed is what came.
struct VaultRoundTripTests {
    private static let files: [String] = {
        guard let folder = SharedData.folder else { return [] }
        let root = folder + "/logs-raw"
        return (FileManager.default.subpaths(atPath: root) ?? []).filter { name in
            let type = try? FileManager.default.attributesOfItem(atPath: "\(root)/\(name)")[.type]
            return type as? FileAttributeType == .typeRegular
        }.sorted()
    }()

    @Test(
        "Of a real log the vault gives back each day's accepted lines byte for byte, read when the day has ended",
        .enabled(if: SharedData.isThere, "the folder of shared data is missing"), arguments: files)
    func realLogs(file: String) throws {
        let bytes = try SharedData.bytes("logs-raw/" + file)
        guard case .chosen(let choice) = FormatDetector.detect(bytes.span) else { return }
        let late = "2026-11-01T00:00Z"
        let days = try SealedLog(bytes).lines(at: late, formats: choice.formats).keys.sorted()
        for day in days.prefix(5) {
            let log = try SealedLog(bytes)
            let now = "\(day.advanced(by: 1))T00:00Z"
            let expected = log.lines(at: now, formats: choice.formats)[day] ?? []
            _ = try log.ingest(at: now)
            #expect(try log.opened(day) == expected, "\(file), \(day)")
            let records = log.records(at: now, formats: choice.formats)[day] ?? []
            #expect(try log.reparsed(day) == records, "\(file), \(day)")
        }
    }

    @Test(
        "Lines of every format are parsed to the same records again from what lies in the vault",
        arguments: SampleFormats.names)
    func parsedAgain(file: String) throws {
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(SampleFormats.folder)/\(file)")))
        guard case .chosen(let choice) = FormatDetector.detect(bytes.span) else { return }
        let now = "2026-03-06T00:00Z"
        let log = try SealedLog(bytes)
        let records = log.records(at: now, formats: choice.formats)
        _ = try log.ingest(at: now)
        var count = 0
        for (day, records) in records where day >= Day(number: 20_450) {
            #expect(try log.reparsed(day) == records, "\(file), \(day)")
            count += records.count
        }
        #expect(count > 0)
    }

    @Test("Lines with any bytes, with and without a last line feed, come back as they came", arguments: 0..<20)
    func hostileBytes(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var bytes: [UInt8] = seed % 3 == 0 ? [0xEF, 0xBB, 0xBF] : []
        for number in 0..<Int.random(in: 1...400, using: &random) {
            let noise = (0..<Int.random(in: 0...300, using: &random)).map { _ in
                let byte = UInt8.random(in: 0...255, using: &random)
                return byte == 10 || byte == 34 ? 0x20 : byte
            }
            let minute = number % 60 < 10 ? "0\(number % 60)" : "\(number % 60)"
            bytes += Array("198.51.100.\(number % 250) - - [01/Mar/2026:10:\(minute):00 +0000] \"GET /".utf8) + noise
            bytes += Array(" HTTP/1.1\" 200 \(number)".utf8) + (number % 7 == 0 ? [13, 10] : [10])
            if number % 11 == 0 { bytes += noise + [10] }
        }
        if seed % 2 == 0 { bytes.removeLast() }
        let log = try SealedLog(bytes)
        let now = "2026-03-02T00:00Z"
        let summary = try log.ingest(at: now, format: "common")
        let expected = log.lines(at: now, formats: [try FormatText.format("common")])
        let day = try #require(Day("2026-03-01"))
        #expect(try log.opened(day) == expected[day])
        let rejects = summary.tally.rejected == 0 ? [] : try log.opened(day.advanced(by: 1), .rejects)
        #expect(rejects.count { $0 == 10 } == summary.tally.rejected)
    }

    @Test("Lines of several days go to the vaults of their days, in the order in which they came")
    func days() throws {
        let days = try ["2026-02-27", "2026-02-28", "2026-03-01"].map { try #require(Day($0)) }
        let groups = days.map { TemporaryJobs.log($0, visitors: 1..<40) }
        let mixed = groups[0].indices.flatMap { index in groups.map { $0[index] } }
        let log = try SealedLog(Array(mixed.map { $0 + "\n" }.joined().utf8))
        _ = try log.ingest(at: "2026-03-02T00:00Z")
        for (day, lines) in zip(days, groups) {
            #expect(try log.opened(day) == Array(lines.map { $0 + "\n" }.joined().utf8))
        }
    }

    @Test("Lines whose term is over are counted and not sealed; their events are stored")
    func late() throws {
        let day = try #require(Day("2024-03-01"))
        let lines = TemporaryJobs.log(day, visitors: 1..<5)
        let log = try SealedLog(Array(lines.map { $0 + "\n" }.joined().utf8))
        let summary = try log.ingest(at: "2026-03-02T00:00Z")
        #expect(summary.lateLines == lines.count)
        #expect(summary.sealedLines == 0)
        #expect(summary.rowsByDay[day] == lines.count)
        #expect(try log.jobs.keys().dayList().isEmpty)
    }

    @Test(
        "A filter shows the lines whose records it describes",
        arguments: [
            ("status=404", "/missing"), ("client=198.51.3.0/24 path=/a", "198.51.3.7"),
            ("agent~Firefox status<300 path=/b", "/b "),
        ])
    func filters(text: String, expected: String) throws {
        let day = try #require(Day("2026-03-01"))
        let lines =
            TemporaryJobs.log(day, visitors: 1..<9, pages: ["/a", "/b"])
            + [#"198.51.9.7 - - [01/Mar/2026:11:00:00 +0000] "GET /missing?x HTTP/1.1" 404 12 "-" "curl/8""#]
        let log = try SealedLog(Array(lines.map { $0 + "\n" }.joined().utf8))
        _ = try log.ingest(at: "2026-03-02T00:00Z")
        let shown = String(decoding: try log.opened(day, .vault, LineFilter(text)), as: UTF8.self)
        let wanted = lines.filter { $0.contains(expected) && (!text.contains("/a") || $0.contains("GET /a ")) }
        #expect(shown == wanted.map { $0 + "\n" }.joined())
        #expect(!wanted.isEmpty)
    }

    @Test(
        "A filter that cannot be read says which of its terms",
        arguments: [
            "nothing=1", "status=abc", "path", "path<3", "host=\"open",
        ])
    func badFilters(text: String) throws {
        #expect(throws: JobError.self) { try LineFilter(text) }
    }
}
