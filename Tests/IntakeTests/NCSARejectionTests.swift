import Testing

@testable import Intake

@Suite("Lines that the NCSA formats reject")
struct NCSARejectionTests {
    static let prefix = "h - - [10/Oct/2000:13:55:36 -0700] "

    @Test(
        "A broken line is rejected with its reason and column",
        arguments: [
            ("common", "Bad line", .missingField, 9),
            ("common", "h", .missingField, 2),
            ("common", "h  - [", .unexpected, 3),
            ("common", "h - -", .missingField, 6),
            ("common", "h - - [10/Oct/2000:13:55", .missingField, 25),
            ("common", "\"h\" - - [10/Oct/2000:13:55:36 -0700] \"-\" 200 1", .unexpected, 1),
            ("common", "h - - [10/Oct/2000:13:55:36 -0700]", .missingField, 35),
            ("common", prefix, .missingField, 36),
            ("common", prefix + "GET / 200 1", .unexpected, 36),
            ("common", prefix + "\"GET / HTTP/1.1", .missingField, 51),
            ("common", prefix + "\"GET / HTTP/1.1\\\" 200", .missingField, 57),
            ("common", prefix + "\"-\"", .missingField, 39),
            ("common", prefix + "\"-\" 20", .missingField, 42),
            ("common", prefix + "\"-\" 20x 1", .status, 40),
            ("common", prefix + "\"-\" 2000 1", .status, 40),
            ("common", prefix + "\"-\" 200", .missingField, 43),
            ("common", prefix + "\"-\" 200 x", .number, 44),
            ("common", prefix + "\"-\" 200 12x", .number, 46),
            ("common", prefix + "\"-\" 200 9223372036854775808", .number, 44),
            ("common", prefix + "\"-\" 200 -1", .number, 45),
            ("common", prefix + "\"-\" 200 1 \"-\" \"-\"", .trailing, 46),
            ("combined", prefix + "\"-\" 200 1", .missingField, 45),
            ("combined", prefix + "\"-\" 200 1 \"-\"", .missingField, 49),
            ("combined", prefix + "\"-\" 200 1 \"-\" \"Mozilla", .missingField, 58),
            ("combined", "h:80 " + prefix + "\"-\" 200 1 \"-\" \"-\"", .unexpected, 10),
            ("vhost_combined", prefix + "\"-\" 200 1 \"-\" \"-\"", .unexpected, 3),
            ("vhost_combined", "10.0.0.1, 10.0.0.2 - - [", .unexpected, 1),
            ("vhost_combined", "203.0.113.9 " + prefix + "\"-\" 200 1 \"-\" \"-\"", .unexpected, 1),
            ("vhost_combined", "2001:db8::9 " + prefix + "\"-\" 200 1 \"-\" \"-\"", .unexpected, 1),
        ] as [(String, String, RejectReason, Int)])
    func rejection(format: String, line: String, reason: RejectReason, column: Int) {
        var parser = LineParser(
            formats: FormatRegistry.formats.filter { $0.name == format }, options: LineOptions(latest: .max))
        let parsed = parser.parseLine(line)
        #expect(parsed.outcome == .rejected(reason, column: column))
        #expect(parsed.line == nil)
    }

    @Test("The largest byte count is read")
    func largestCount() {
        var parser = LineParser("common")
        let line = parser.parseLine(NCSARejectionTests.prefix + "\"-\" 200 9223372036854775807").line
        #expect(line?.numbers[.bytes] == .max)
    }

    @Test("Every reason explains itself in a name and a sentence of its own")
    func reasons() {
        #expect(Set(RejectReason.allCases.map(\.name)).count == RejectReason.allCases.count)
        #expect(Set(RejectReason.allCases.map(\.explanation)).count == RejectReason.allCases.count)
    }
}
