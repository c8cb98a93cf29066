import TestSupport
import Testing

@testable import Intake

@Suite("Every line of published logs", .enabled(if: SharedData.isThere, "the folder ../shared/data is missing"))
struct RawLogTests {
    /// A file, its formats, and what becomes of its lines: `accepted`, then counts by reason.
    typealias File = (path: String, formats: [String], outcome: String)

    private static let raw = "logs-raw/access-logs/"
    private static let lnav = raw + "tstack__lnav/test/logfile_"

    @Test(
        "A line is accepted, or passed over for a reason",
        arguments: [
            (
                raw + "elastic__examples/Common Data Formats/apache_logs/apache_logs.first500", ["combined"],
                "accepted 500"
            ),
            (raw + "nielsbasjes__logparser/examples/demolog/hackers-access.log.first200", ["combined"], "accepted 200"),
            // The fifth line is "Bad line".
            (
                raw + "jwodder__apachelogs/test/data/vhost_combined.log", ["vhost_combined"],
                "accepted 6, missing_field 1 (5:9)"
            ),
            (raw + "nekrassov01__access-log-parser/testdata/sample_s3_all_match.log", ["aws_s3"], "accepted 5"),
            (raw + "nekrassov01__access-log-parser/testdata/sample_ltsv_all_match.log", ["ltsv"], "accepted 5"),
            (lnav + "access_log.0", ["combined"], "accepted 3"), (lnav + "access_log.1", ["combined"], "accepted 1"),
            // What Caddy says about itself.
            (lnav + "caddy_log.0", ["compose:caddy"], "accepted 4, message 35"),
            (lnav + "cloudflare.json", ["cloudflare"], "accepted 1"),
            // What HAProxy says about itself, and a handshake that failed.
            (lnav + "haproxy.0", ["syslog:haproxy"], "accepted 13, message 4"),
            (lnav + "w3c.0", ["w3c"], "accepted 1, directive 4"), (lnav + "w3c.1", ["w3c"], "accepted 1, directive 6"),
            (lnav + "w3c.2", ["w3c"], "accepted 14, directive 8"),
            // Messages of programs, without a client, a request or a device.
            (lnav + "crlf.0", [], "refused"), (lnav + "epoch.0", [], "refused"), (lnav + "logfmt.0", [], "refused"),
            (lnav + "syslog.0", [], "refused"),
            (
                "device-telemetry/SYNTHETIC.log",
                ["json", "keyvalue", "radius", "windows_dhcp", "device", "rfc5424:device", "syslog:device"],
                "accepted 11, directive 1"
            ),
        ] as [File])
    func file(_ file: File) throws {
        let bytes = try SharedData.bytes(file.path)
        let formats = RawLogTests.formats(bytes)
        #expect(formats.map(\.name) == file.formats)
        #expect(RawLogTests.outcome(bytes, formats) == file.outcome)
    }

    private static func formats(_ bytes: [UInt8]) -> [LogFormat] {
        guard case .chosen(let choice) = FormatDetector.detect(bytes.span) else { return [] }
        return choice.formats
    }

    /// What becomes of the lines.
    private static func outcome(_ bytes: [UInt8], _ formats: [LogFormat]) -> String {
        guard !formats.isEmpty else { return "refused" }
        var parser = LineParser(formats: formats, options: LineOptions(latest: 1_795_000_000_000))
        let tally = parser.parseAll(bytes).tally
        let filtered = FilterReason.allCases.filter { tally.filtered($0) > 0 }.map {
            ", \($0.name) \(tally.filtered($0))"
        }
        let rejected = RejectReason.allCases.filter { tally.rejected($0) > 0 }.map { reason in
            ", \(reason.name) \(tally.rejected(reason)) (\(tally.examples(reason).map { "\($0.line):\($0.column)" }.joined(separator: " ")))"
        }
        return "accepted \(tally.accepted)" + filtered.joined() + rejected.joined()
    }
}
