import TestSupport
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
            ("HTTP/2.0", "HTTP/2"), ("HTTP/3", "HTTP/3"), ("HTTP/3.0", "HTTP/3"), ("http/1.1", "HTTP/1.1"),
            ("h2", "HTTP/2"), ("1.1", "HTTP/1.1"),
            ("HTTP/9", "other"),
            ("", "other"), ("RTSP/1.0", "other"),
        ])
    func protocols(_ version: String, _ expected: String) {
        let bytes = Array(version.utf8)
        #expect(HTTPProtocol.name(bytes.span) == expected)
    }

    @Test(
        "A version of TLS has one name",
        arguments: [
            ("TLSv1.3", "TLSv1.3"), ("TLS 1.3", "TLSv1.3"), ("tls1.3", "TLSv1.3"), ("TLS1_3", "TLSv1.3"),
            ("1.3", "TLSv1.3"),
            ("772", "TLSv1.3"), ("0x0303", "TLSv1.2"), ("TLSv1.2", "TLSv1.2"), ("TLSv1.1", "TLSv1.1"),
            ("TLSv1", "TLSv1"),
            ("TLS 1.0", "TLSv1"), ("SSLv3", "SSLv3"), ("DTLS 1.2", "DTLSv1.2"), ("TLSv1.4", "other"), ("", "other"),
            ("ECDHE-RSA-AES128-GCM-SHA256", "other"), ("TLSv1.3 jane@example.org", "other"),
        ])
    func tls(_ version: String, _ expected: String) {
        #expect(TLSVersion.name(Array(version.utf8).span) == expected)
    }

    @Test(
        "A media type is one of the list, without its parameters",
        arguments: [
            ("text/html", "text/html"), ("text/html; charset=utf-8", "text/html"),
            ("TEXT/HTML;charset=UTF-8", "text/html"),
            (" application/json ", "application/json"), ("image/svg+xml", "image/svg+xml"),
            (
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document; x=y",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            ),
            ("multipart/form-data; boundary=----jane@example.org", "multipart/form-data"),
            ("text/html, text/plain", "text/html"), ("text", "other"), ("text/jane", "other"), ("", "other"),
            ("application/x-user-01098765432", "other"), ("*/*", "other"), (";", "other"),
        ])
    func mime(_ type: String, _ expected: String) {
        #expect(MIMEType.name(Array(type.utf8).span) == expected)
    }

    @Test(
        "What a cache did has one word, whatever the cache",
        arguments: [
            ("HIT", "HIT"), ("hit", "HIT"), ("Hit from cloudfront", "HIT"), ("TCP_MEM_HIT:HIER_NONE", "HIT"),
            ("TCP_MISS/200", "MISS"), ("MISS, HIT", "MISS"), ("EXPIRED", "EXPIRED"), ("STALE", "STALE"),
            ("UPDATING", "UPDATING"), ("REVALIDATED", "REVALIDATED"), ("RefreshHit", "REVALIDATED"),
            ("BYPASS", "BYPASS"),
            ("pass", "BYPASS"), ("DYNAMIC", "BYPASS"), ("SCARCE", "SCARCE"), ("TCP_TUNNEL", "TUNNEL"),
            ("TCP_DENIED/403", "DENIED"), ("Error", "ERROR"), ("none", "NONE"), ("Redirect", "REDIRECT"), ("", "other"),
            ("HITX", "other"), ("203.0.113.9", "other"),
        ])
    func cache(_ status: String, _ expected: String) {
        #expect(CacheStatus.name(Array(status.utf8).span) == expected)
    }

    @Test(
        "A gender is one of the list, or other, or not said",
        arguments: [
            ("F", "female"), ("female", "female"), ("여성", "female"), ("女性", "female"), ("2", "female"), ("M", "male"),
            (" Male ", "male"), ("남", "male"), ("男", "male"), ("1", "male"), ("non-binary", "nonbinary"),
            ("X", "nonbinary"),
            ("other", "other"), ("jane@example.org", "other"), ("", nil), ("0", nil), ("Prefer not to say", nil),
            ("무응답", nil),
        ] as [(String, String?)])
    func gender(_ text: String, _ expected: String?) {
        #expect(Gender.name(Array(text.utf8).span) == expected)
    }

    @Test(
        "An occupation is one of the list, or other, or not said",
        arguments: [
            ("Student", "student"), ("대학생", "student"), ("회사원", "employee"), ("会社員", "employee"),
            ("Self-Employed", "self-employed"), ("self_employed", "self-employed"), ("자영업", "self-employed"),
            ("公務員", "public-servant"), ("Software Engineer", "technology"), ("主婦", "homemaker"), ("retired", "retired"),
            ("mayor of Springfield", "other"), ("010-9876-5432", "other"), ("", nil), ("-", nil), ("N/A", nil),
        ] as [(String, String?)])
    func occupation(_ text: String, _ expected: String?) {
        #expect(Occupation.name(Array(text.utf8).span) == expected)
    }

    @Test("No bytes lead out of a closed vocabulary")
    func anyBytes() {
        var random = SplitMix64(seed: 31)
        let seeds = ["TLSv1.3", "text/html;", "HIT", "female", "student", "HTTP/2", "GET", "-", "", "0x03", "é"].map {
            Array($0.utf8)
        }
        for _ in 0..<20_000 {
            var bytes = seeds.randomElement(using: &random) ?? []
            for _ in 0..<Int.random(in: 0...4, using: &random) {
                bytes.insert(
                    .random(in: .min ... .max, using: &random), at: .random(in: 0...bytes.count, using: &random))
            }
            let names = [
                TLSVersion.name(bytes.span), MIMEType.name(bytes.span), CacheStatus.name(bytes.span),
                HTTPMethod.name(bytes.span), HTTPProtocol.name(bytes.span), Gender.name(bytes.span),
                Occupation.name(bytes.span),
            ].compactMap { $0 }
            #expect(names.allSatisfy { $0.utf8.allSatisfy { (0x21...0x7E).contains($0) } && $0.utf8.count <= 80 })
        }
    }
}
