/// Escapes, requests and names of files; the first byte says which of them a text is.
enum TextSeeds {
    static let all: [(name: String, bytes: [UInt8])] = [
        ("escapes-apache", text(0, #"a\"b\\c\n\t\x16\x03\xe3\x81\x82"#)),
        ("escapes-cut", text(0, #"\x1 \x \q \"#)),
        ("request-http1", text(1, "GET /a/b.html?c=d HTTP/1.1")),
        ("request-http2", text(1, "POST https://example.org/ HTTP/2")),
        ("request-simple", text(1, "GET /")),
        ("request-tls", text(1, "\u{16}\u{3}\u{1}\u{2}")),
        ("request-spaces", text(1, "GET /a b c HTTP/1.0")),
        ("source-rotated", text(2, "/var/log/nginx/access.log.2.gz")),
        ("source-dated", text(2, "logs/access-20260301.log")),
        ("source-hour", text(2, "access_2026-03-01.log.old")),
    ]

    private static func text(_ kind: UInt8, _ text: String) -> [UInt8] { [kind] + Array(text.utf8) }
}
