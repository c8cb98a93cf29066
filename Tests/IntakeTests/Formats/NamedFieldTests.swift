import Events
import Testing

@testable import Intake

@Suite("Fields of lines with names")
struct NamedFieldTests {
    @Test(
        "A name is read as a value, as an object and with dots",
        arguments: [
            (#""event":"click""#, RawBatch.Text.event, "click"), (#""event":{"name":"click"}"#, .event, "click"),
            (#""event.name":"click""#, .event, "click"), (#""EVENT":"click""#, .event, "click"),
            (#""client":"192.0.2.1""#, .client, "192.0.2.1"), (#""client":{"ip":"192.0.2.1"}"#, .client, "192.0.2.1"),
            (#""url":"/a""#, .target, "/a"), (#""url":{"original":"/a"}"#, .target, "/a"),
            (#""url":{"path":"/a","query":"b"}"#, .target, "/a?b"), (#""user_agent":"curl""#, .agent, "curl"),
            (#""request":"GET /a HTTP/1.1""#, .target, "/a"), (#""request":{"uri":"/a"}"#, .target, "/a"),
            (#""host":"www.example.com""#, .host, "www.example.com"),
        ])
    func nested(member: String, field: RawBatch.Text, expected: String) {
        var parser = LineParser("json")
        let line = parser.parseLine("{\"ts\":1772409597,\"device_id\":\"d\",\(member)}").line
        #expect(line?.texts[field] == expected)
    }

    @Test("A whole target goes before its parts, wherever they stand")
    func target() {
        var parser = LineParser("json")
        let line = parser.parseLine(#"{"ts":1772409597,"path":"/a","uri":"/a?b=c","query":"d"}"#).line
        #expect(line?.texts[.target] == "/a?b=c")
    }
}

@Suite("Bytes of lines with names")
struct NamedBytesTests {
    @Test("JSON strings keep bytes that are not UTF-8", arguments: [false, true])
    func json(hasEscapes: Bool) {
        var parser = LineParser("json")
        let agent: [UInt8] = [0x61, 0xFF, 0xC3, 0x28, 0x80, 0xED, 0xA0, 0x80, 0xE2]
        var line = Array(#"{"ts":1772409597,"ip":"192.0.2.1","ua":""#.utf8)
        line += (hasEscapes ? Array(#"\n"#.utf8) : []) + agent + Array(#"","status":200}"#.utf8)
        let batch = parser.parseAll(line).batch
        #expect(batch.rowCount == 1)
        batch[.agent].dictionary.withValue(0) { value in
            #expect(value.indices.map { value[$0] } == (hasEscapes ? [ASCII.lineFeed] : []) + agent)
        }
        #expect(batch[.status].values == [200])
    }

    @Test("Where UTF-8 is asked for, such a string is refused at its first bad byte")
    func strict() {
        let bytes = Array(#"{"ua":"a"#.utf8) + [0xFF] + Array(#""}"#.utf8)
        #expect(throws: LineFailure(.syntax, at: 8)) {
            try JSONScanner.scan(bytes.span, bytes.indices, wanting: KeyPathTable([])) { _, _ throws(LineFailure) in }
        }
        #expect(throws: Never.self) {
            try JSONScanner.scan(bytes.span, bytes.indices, wanting: KeyPathTable([]), requiresUTF8: false) {
                _, _ throws(LineFailure) in
            }
        }
    }

    @Test("logfmt values have the hexadecimal escapes of Go, Python and Ruby")
    func logfmt() {
        var parser = LineParser("logfmt")
        let line = parser.parseLine(#"ts=1772409597 ip=192.0.2.1 ua="\x1b[0m\x41" status=200"#)
        #expect(line.line?.texts[.agent] == "\u{1B}[0mA")
        #expect(parser.parseLine(#"ts=1772409597 ip=192.0.2.1 ua="\xg1""#).outcome == .rejected(.syntax, column: 32))
        #expect(ScannedPairs(Array(#"a="\x41""#.utf8), .logfmt).failure == LineFailure(.syntax, at: 3))
    }
}
