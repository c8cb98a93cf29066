import Testing

@testable import Privacy

@Suite("Closed vocabularies")
struct ClosedVocabularyTests {
    @Test(
        "A registered method keeps its name, any other is called other",
        arguments: [
            ("GET", "GET"), ("PROPFIND", "PROPFIND"), ("VERSION-CONTROL", "VERSION-CONTROL"), ("get", "other"),
            ("", "other"),
            ("GETX", "other"), ("john@example.com", "other"), ("\u{16}\u{3}", "other"),
        ])
    func methods(_ method: String, _ expected: String) {
        let bytes = Array(method.utf8)
        #expect(HTTPMethod.name(bytes.span) == expected)
    }

    @Test(
        "A version of HTTP has one name",
        arguments: [
            ("HTTP/0.9", "HTTP/0.9"), ("HTTP/1.0", "HTTP/1.0"), ("HTTP/1.1", "HTTP/1.1"), ("HTTP/2", "HTTP/2"),
            ("HTTP/2.0", "HTTP/2"), ("HTTP/3", "HTTP/3"), ("HTTP/3.0", "HTTP/3"), ("http/1.1", "other"),
            ("HTTP/9", "other"),
            ("", "other"), ("RTSP/1.0", "other"),
        ])
    func protocols(_ version: String, _ expected: String) {
        let bytes = Array(version.utf8)
        #expect(HTTPProtocol.name(bytes.span) == expected)
    }
}
