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
