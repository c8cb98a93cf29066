import Testing

@testable import Intake

@Suite("RequestLine")
struct RequestLineTests {
    @Test(
        "A request is split into method, target and protocol",
        arguments: [
            ("GET / HTTP/1.1", "GET", "/", "HTTP/1.1"), ("GET /a b c HTTP/1.0", "GET", "/a b c", "HTTP/1.0"),
            ("PROPFIND /x HTTP/2", "PROPFIND", "/x", "HTTP/2"), ("GET /x HTTP/2.0", "GET", "/x", "HTTP/2.0"),
            ("OPTIONS * HTTP/1.1", "OPTIONS", "*", "HTTP/1.1"),
            ("CONNECT localhost:8080 HTTP/1.1", "CONNECT", "localhost:8080", "HTTP/1.1"),
            ("get /x HTTP/3", "get", "/x", "HTTP/3"), ("M-SEARCH * HTTP/1.1", "M-SEARCH", "*", "HTTP/1.1"),
        ])
    func split(request: String, method: String, target: String, version: String) {
        #expect(RequestLineTests.read(request) == [.method: method, .target: target, .protocol: version])
    }

    @Test(
        "A request without a protocol is a simple request",
        arguments: [
            ("GET /", "GET", "/"), ("GET /a b", "GET", "/a b"), ("GET http://x/", "GET", "http://x/"),
            ("GET /a HTTP/", "GET", "/a HTTP/"), ("GET /a HTTP/1.", "GET", "/a HTTP/1."),
            ("GET /a http/1.1", "GET", "/a http/1.1"), ("GET /a HTTP/1.1x", "GET", "/a HTTP/1.1x"),
        ])
    func simple(request: String, method: String, target: String) {
        #expect(RequestLineTests.read(request) == [.method: method, .target: target])
    }

    @Test(
        "Whatever is not a request leaves method, target and protocol absent",
        arguments: [
            "-", "", " ", "hello", "GET", "GET ", " GET / HTTP/1.1", "G<T / HTTP/1.1", "\\x16\\x03\\x01",
            "\\x16\\x03\\x01\\x00 / HTTP/1.1", "GET  HTTP/1.1x", "lv|'|'|VHJv=|'|'|Win XP|'|'|No|'|'|0.6.4",
            "SSH-2.0-Go x",
        ])
    func garbage(request: String) {
        #expect(RequestLineTests.read(request) == [:])
    }

    private static func read(_ request: String) -> [RawBatch.Text: String]? {
        var parser = LineParser("common")
        var line = parser.parseLine("- - - [10/Oct/2000:13:55:36 -0700] \"\(request)\" 400 0").line
        line?.texts[.client] = nil
        return line?.texts
    }
}
