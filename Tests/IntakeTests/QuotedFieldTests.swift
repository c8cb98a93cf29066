import Events
import Testing

@testable import Intake

@Suite("Quoted fields")
struct QuotedFieldTests {
    static let prefix = "h - - [10/Oct/2000:13:55:36 -0700] "

    @Test(
        "Escapes of Apache and nginx are decoded",
        arguments: [
            (#"a\"b"#, "a\"b"), (#"a\\b"#, "a\\b"), (#"a\\"#, "a\\"), (#"\x41\x42"#, "AB"), (#"\x5C\x22"#, "\\\""),
            (#"a\tb\nc\rd"#, "a\tb\nc\rd"), (#"\b\v\f"#, "\u{8}\u{B}\u{C}"), (#"\q \x4 \xzz"#, #"\q \x4 \xzz"#),
            (#"\xe4\xbd\xa0"#, "你"), (#"plain"#, "plain"), (#"\"quoted\" \"twice\""#, "\"quoted\" \"twice\""),
        ])
    func escapes(written: String, expected: String) {
        var parser = LineParser("combined")
        let (outcome, line) = parser.parseLine(
            QuotedFieldTests.prefix + "\"GET /\(written)/ HTTP/1.1\" 200 1 \"\(written)\" \"\(written)\"")
        #expect(outcome == .accepted)
        #expect(line?.texts[.referrer] == expected)
        #expect(line?.texts[.agent] == expected)
        #expect(line?.texts[.target] == "/\(expected)/")
        #expect(line?.texts[.protocol] == "HTTP/1.1")
    }

    @Test("Bytes that are not UTF-8, and NUL, are kept as they are")
    func anyBytes() {
        var parser = LineParser("combined")
        var line = Array((QuotedFieldTests.prefix + "\"GET / HTTP/1.1\" 200 1 \"-\" \"").utf8)
        let agent: [UInt8] = [0, 0xFF, 0xC3, 0x28, 0x1B, 0x7F, 0x80]
        line += agent + [ASCII.quote]
        let batch = parser.parseAll(line).batch
        #expect(batch.rowCount == 1)
        batch[.agent].dictionary.withValue(0) { value in
            #expect(value.indices.map { value[$0] } == agent)
        }
    }

    @Test("Fields of - and empty ones are absent")
    func absent() {
        var parser = LineParser("combined")
        let line = parser.parseLine(QuotedFieldTests.prefix + "\"GET / HTTP/1.1\" 200 1 \"\" \"-\"").line
        #expect(line?.texts == [.client: "h", .method: "GET", .target: "/", .protocol: "HTTP/1.1"])
    }

    @Test("Rows with and without escapes keep their order in a column")
    func order() {
        var parser = LineParser("combined")
        let agents = (0..<600).map { $0 % 7 == 0 ? "a\\\"\($0 % 50)" : "b\($0 % 31)" }
        let text = agents.map { QuotedFieldTests.prefix + "\"-\" 200 1 \"-\" \"\($0)\"\n" }.joined()
        let lines = ParsedLine.all(parser.parseAll(Array(text.utf8)).batch)
        #expect(lines.map { $0.texts[.agent] } == agents.map { $0.replacing("\\", with: "") })
    }

    @Test(
        "Quotes that nobody escaped are read by what follows them",
        arguments: [
            // request, referrer, agent as written; the target, referrer and agent expected
            (#"GET /a"b HTTP/1.1"#, "-", "curl", #"/a"b"#, nil, "curl"),
            (#"GET /a" 200 b HTTP/1.1"#, "-", "curl", #"/a" 200 b"#, nil, "curl"),
            ("GET / HTTP/1.1", #"http://x/?q="y""#, "curl", "/", #"http://x/?q="y""#, "curl"),
            ("GET / HTTP/1.1", "-", #"Agent "7" x"#, "/", nil, #"Agent "7" x"#),
            ("GET / HTTP/1.1", "-", #"Agent " x"#, "/", nil, #"Agent " x"#),
            ("GET / HTTP/1.1", "-", #"C:\"#, "/", nil, #"C:\"#),
            (#"GET /\ HTTP/1.1"#, #"C:\"#, "curl", #"/\"#, #"C:\"#, "curl"),
            ("GET / HTTP/1.1", #"""#, "curl", "/", #"""#, "curl"),
        ] as [(String, String, String, String, String?, String)])
    func unescaped(request: String, referrer: String, agent: String, target: String, from: String?, by: String) {
        var parser = LineParser("combined")
        let (outcome, line) = parser.parseLine(
            QuotedFieldTests.prefix + "\"\(request)\" 404 12 \"\(referrer)\" \"\(agent)\"")
        #expect(outcome == .accepted)
        #expect(line?.texts[.target] == target)
        #expect(line?.texts[.referrer] == from)
        #expect(line?.texts[.agent] == by)
        #expect(line?.numbers == [.status: 404, .bytes: 12])
    }

    @Test("An unescaped quote in the request of a common line is part of it")
    func unescapedCommon() {
        var parser = LineParser("common")
        let line = parser.parseLine(QuotedFieldTests.prefix + #""GET /"x" HTTP/1.1" - -"#).line
        #expect(line?.texts[.target] == #"/"x""#)
        #expect(line?.numbers == [:])
    }

    @Test("With further fields, an agent with unescaped quotes ends before the next space")
    func unescapedExtra() {
        var parser = LineParser("combined_extra")
        let line = parser.parseLine(QuotedFieldTests.prefix + #""GET / HTTP/1.1" 200 1 "-" "a"b" 0.3 "x""#).line
        #expect(line?.texts[.agent] == #"a"b"#)
    }
}
