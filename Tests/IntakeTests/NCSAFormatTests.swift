import Testing

@testable import Intake

@Suite("NCSA formats")
struct NCSAFormatTests {
    static let time: Int64 = 971_211_336_000
    static let prefix = "192.0.2.1 - - [10/Oct/2000:13:55:36 -0700] "

    @Test("A common line gives all its fields")
    func common() {
        var parser = LineParser("common")
        let (outcome, line) = parser.parseLine(
            "192.0.2.1 - frank [10/Oct/2000:13:55:36 -0700] \"GET /apache_pb.gif HTTP/1.0\" 200 2326")
        #expect(outcome == .accepted)
        #expect(line?.time == NCSAFormatTests.time)
        #expect(
            line?.texts == [
                .client: "192.0.2.1", .user: "frank", .method: "GET", .target: "/apache_pb.gif", .protocol: "HTTP/1.0",
            ])
        #expect(line?.numbers == [.status: 200, .bytes: 2326])
    }

    @Test("A combined line has referrer and agent")
    func combined() {
        var parser = LineParser("combined")
        let (outcome, line) = parser.parseLine(
            NCSAFormatTests.prefix + "\"GET /a HTTP/1.1\" 304 - \"https://example.org/\" \"Mozilla/5.0 (X11)\"")
        #expect(outcome == .accepted)
        #expect(line?.texts[.referrer] == "https://example.org/")
        #expect(line?.texts[.agent] == "Mozilla/5.0 (X11)")
        #expect(line?.numbers == [.status: 304])
    }

    @Test(
        "The virtual host is kept without its port",
        arguments: [
            ("example.org:443", "example.org"), ("example.org", "example.org"), ("[2001:db8::1]:80", "[2001:db8::1]"),
            ("a:b", "a:b"),
        ])
    func virtualHost(written: String, expected: String) {
        var parser = LineParser("vhost_combined")
        let (outcome, line) = parser.parseLine(
            written + " " + NCSAFormatTests.prefix + "\"GET / HTTP/1.1\" 200 1 \"-\" \"-\"")
        #expect(outcome == .accepted)
        #expect(
            line?.texts == [
                .host: expected, .client: "192.0.2.1", .method: "GET", .target: "/", .protocol: "HTTP/1.1",
            ])
    }

    @Test(
        "Clients are kept as they are written, and of a list the client",
        arguments: [
            "::1", "2001:db8::8a2e:370:7334", "monitoring-server", "unix:", "fe80::1%eth0", "10.0.0.2, 10.0.0.1",
        ])
    func clients(client: String) {
        var parser = LineParser("common")
        let (outcome, line) = parser.parseLine(client + " - - [10/Oct/2000:13:55:36 -0700] \"GET / HTTP/1.1\" 200 1")
        #expect(outcome == .accepted)
        #expect(line?.texts[.client] == client.split(separator: ",").first.map(String.init))
    }

    @Test(
        "User names may have spaces and brackets, and empty ones are absent",
        arguments: [
            ("-", nil), ("\"\"", nil), ("", nil), ("Jane Doe", "Jane Doe"), ("a [b] c", "a [b] c"), ("x\"y", "x\"y"),
            ("-x", "-x"),
        ] as [(String, String?)])
    func users(written: String, expected: String?) {
        var parser = LineParser("common")
        let (outcome, line) = parser.parseLine(
            "192.0.2.1 - \(written) [10/Oct/2000:13:55:36 -0700] \"GET / HTTP/1.1\" 200 1")
        #expect(outcome == .accepted)
        #expect(line?.texts[.user] == expected)
        #expect(line?.time == NCSAFormatTests.time)
    }

    @Test(
        "Further fields are passed over by combined_extra alone",
        arguments: [
            "\"203.0.113.7\"", "0.003", "502 \"test@docker\" \"http://172.17.0.3:80\" 0ms", "\"\" -", "\"a\\\"b\" c",
        ])
    func extras(fields: String) {
        let line = NCSAFormatTests.prefix + "\"GET / HTTP/1.1\" 200 1 \"-\" \"curl/8\" " + fields
        var extra = LineParser("combined_extra")
        let parsed = extra.parseLine(line)
        #expect(parsed.outcome == .accepted)
        #expect(parsed.line?.texts[.agent] == "curl/8")
        var combined = LineParser("combined")
        let outcome = combined.parseLine(line).outcome
        #expect(outcome == .rejected(.trailing, column: line.utf8.count - fields.utf8.count + 1))
    }

    @Test("A client of - is absent")
    func absentClient() {
        var parser = LineParser("common")
        let (outcome, line) = parser.parseLine("- - - [10/Oct/2000:13:55:36 -0700] \"GET / HTTP/1.1\" - -")
        #expect(outcome == .accepted)
        #expect(line?.texts[.client] == nil)
        #expect(line?.numbers == [:])
    }

    @Test(
        "A status that tells of no response is kept as it is written", arguments: [("000", 0), ("009", 9), ("099", 99)])
    func noResponse(status: String, value: Int64) {
        var parser = LineParser("common")
        let (outcome, line) = parser.parseLine(NCSAFormatTests.prefix + "\"GET /\" \(status) 7")
        #expect(outcome == .accepted)
        #expect(line?.numbers == [.status: value, .bytes: 7])
    }

    @Test("Spaces at the end of a line are no field", arguments: ["common", "combined_extra"])
    func trailingSpaces(format: String) {
        var parser = LineParser(
            formats: [FormatRegistry.format(named: format)].compactMap(\.self), options: LineOptions(latest: .max))
        let end = format == "common" ? "  " : " \"-\" \"-\"  "
        #expect(parser.parseLine(NCSAFormatTests.prefix + "\"GET / HTTP/1.1\" 200 1" + end).outcome == .accepted)
    }
}
