import TestSupport
import Testing

@testable import Intake

@Suite("Logs of real servers", .enabled(if: SharedData.isThere, "the folder ../shared/data is missing"))
struct SampleLogTests {
    private static let raw = "logs-raw/access-logs/"
    private static let expected = "logs-expected/files/access-logs-expected/"

    @Test(
        "All lines are read by the formats that are found for them",
        arguments: [
            (raw + "elastic__examples/Common Data Formats/apache_logs/apache_logs.first500", ["combined"]),
            (raw + "nielsbasjes__logparser/examples/demolog/hackers-access.log.first200", ["combined"]),
            (raw + "tstack__lnav/test/logfile_access_log.0", ["combined"]),
            (raw + "tstack__lnav/test/logfile_access_log.1", ["combined"]),
            (expected + "urso__beats/filebeat/module/apache/access/test/darwin-2.4.23.log", ["common"]),
            (
                expected + "urso__beats/filebeat/module/apache/access/test/test.log",
                ["combined", "common", "combined_extra"]
            ),
            (expected + "crowdsecurity__hub/.tests/nginx-http-malformed/nginx_http-logs.log", ["combined"]),
            (expected + "crowdsecurity__hub/.tests/traefik_clf/traefik_clf.log", ["traefik"]),
        ] as [(String, [String])])
    func sample(file: String, formats: [String]) throws {
        let bytes = try SharedData.bytes(file)
        guard case .chosen(let choice) = FormatDetector.detect(bytes.span) else {
            Issue.record("no format was found")
            return
        }
        #expect(choice.formats.map(\.name) == formats)
        var parser = LineParser(formats: choice.formats, options: LineOptions(latest: .max))
        let tally = parser.parseAll(bytes).tally
        #expect(tally.accepted > 0)
        #expect(tally.rejected == 0)
    }

    @Test("A line that is broken in its file is rejected in its place")
    func brokenLine() throws {
        let bytes = try SharedData.bytes(SampleLogTests.raw + "jwodder__apachelogs/test/data/vhost_combined.log")
        var parser = LineParser("vhost_combined")
        let tally = parser.parseAll(bytes).tally
        #expect(tally.accepted == 6)
        #expect(tally.examples(.missingField).map(\.line) == [5])
    }
}
