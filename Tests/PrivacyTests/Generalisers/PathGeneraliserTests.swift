import TestSupport
import Testing

@testable import Privacy

@Suite("Path generaliser")
struct PathGeneraliserTests {
    @Test(
        "A target becomes a templated path",
        arguments: [
            ("/", "/"), ("/index.html", "/index.html"), ("/a/b/?q=1", "/a/b/"), ("/a#b", "/a"), ("*", "*"),
            ("http://user:pw@example.com:8080/a/b?x", "/a/b"), ("https://example.com", "/"),
            ("http://example.com?x", "/"),
            ("//double//slash/../x/./y", "//double//slash/../x/./y"),
            ("/%ED%95%9C%EA%B5%AD%EC%96%B4", "/한국어"), ("/bad/%ff%00%0A%c2%85", "/bad/\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
            ("/a%2Fb%2fc", "/a%2Fb%2fc"), ("/100%25", "/100%25"), ("/100%", "/100%"), ("/a%zz", "/a%zz"),
            ("/a;jsessionid=0123/b;x=y", "/a/b"), ("/a%3Bsid=1/b", "/a/b"), ("/a%3Fmail=x/b", "/a"), ("/a%23x", "/a"),
            ("/users/12345", "/users/{id}"), ("/users/123", "/users/123"), ("/2024/03", "/2024/03"), ("/2100", "/{id}"),
            ("/1899", "/{id}"), ("/12345.html", "/{id}.html"), ("/12345.zzz", "/12345.zzz"),
            ("/1999.html", "/1999.html"),
            ("/item-12345", "/item-12345"), ("/item-1234567", "/{id}"), ("/report-20260301.pdf", "/{id}.pdf"),
            ("/d41d8cd98f00b204e9800998ecf8427e.JPG", "/{id}.JPG"), ("/js/app.80f2ab93.js", "/js/app.80f2ab93.js"),
            ("/u/john@example.com", "/u/{id}"), ("/u/john%2540example.com", "/u/{id}"),
            ("/u/john%25252540example.com", "/u/{id}"), ("/u/%25252525252540", "/u/{id}"),
            ("/u/jane.roe&#64;example.org/x", "/u/{id}"), ("/u/jane.roe%26%2364;example.org", "/u/{id}"),
            ("/a&b", "/a&b"),
            ("/archive/2026-03-01/jquery-3.7.1.min.js", "/archive/2026-03-01/jquery-3.7.1.min.js"),
            ("/{id}/x", "/{id}/x"),
        ])
    func templates(_ target: String, _ expected: String) {
        #expect(templated(target) == expected)
    }

    @Test(
        "A target without a path has none",
        arguments: ["", "example.com:443", "index.html", "-", "javascript:alert(1)", "?x"])
    func absent(_ target: String) {
        #expect(templated(target) == nil)
    }

    @Test("What exceeds the limits is cut with an ellipsis")
    func limits() throws {
        let words = Array(repeating: "word", count: 60).joined(separator: "-")
        let long = try #require(templated("/" + words))
        #expect(long.utf8.count == 1 + PathGeneraliser.segmentLimit)
        #expect(long.hasSuffix("…"))
        let hangul = try #require(templated("/" + String(repeating: "가", count: 100)))
        #expect(hangul.utf8.count <= 1 + PathGeneraliser.segmentLimit)
        #expect(hangul.hasSuffix("가…"))
        let deep = try #require(templated(String(repeating: "/a", count: 40)))
        #expect(deep == String(repeating: "/a", count: 31) + "/…")
        #expect(templated(String(repeating: "/a", count: 32)) == String(repeating: "/a", count: 32))
        let wide = try #require(templated(String(repeating: "/some-quite-long-words-in-a-path-of-a-site", count: 31)))
        #expect(wide.utf8.count <= PathGeneraliser.pathLimit)
        #expect(wide.hasSuffix("/…"))
    }

    @Test("Whatever the bytes, the result is clean, bounded and stable")
    func anyBytes() throws {
        var generator = SplitMix64(seed: 3)
        let pieces =
            [
                "/", "%", "%25", "%2F", "%3F", "%41", "%C3%A9", "%ff", ";", "?", "a", "12", "1234567", "-", ".", "@",
                "é", "{id}", "…",
            ]
            .map { Array($0.utf8) } + [[0x00], [0x80], [0xFF], [0xE3, 0x81]]
        for _ in 0..<20_000 {
            let count = Int.random(in: 0...60, using: &generator)
            var target = Array("/".utf8)
            for _ in 0..<count { target += pieces.randomElement(using: &generator) ?? [] }
            let once = try #require(templated(target))
            #expect(isClean(once))
            #expect(once.count <= PathGeneraliser.pathLimit)
            let twice = try #require(templated(once))
            #expect(isClean(twice))
            #expect(twice.count <= once.count + 4 * 32)
        }
    }

    @Test("A template is its own template")
    func stable() throws {
        var generator = SplitMix64(seed: 4)
        let pieces = [
            "/", "/", "%25", "%2F", "%C3%A9", "%ff", "word", "12", "1234567", "-", ".html", "@x.org", "한", ";p=1", "+",
        ]
        for _ in 0..<5_000 {
            let count = Int.random(in: 0...30, using: &generator)
            let target = "/" + (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
            let once = try #require(templated(target))
            #expect(templated(once) == once, "\(target)")
        }
    }

    @Test(
        "Files that pages load are assets, documents and pages are not",
        arguments: [
            ("/a/app.js", true), ("/a/Style.CSS", true), ("/favicon.ico", true), ("/f.woff2", true), ("/v.mp4", true),
            ("/{id}.jpg", true), ("/", false), ("/a.js/", false), ("/index.html", false), ("/paper.pdf", false),
            ("/all.zip", false), ("/js", false), ("js", false), ("/a.verylongextension", false),
        ])
    func assets(_ path: String, _ expected: Bool) {
        let bytes = Array(path.utf8)
        #expect(StaticAsset.isAsset(bytes.span) == expected)
    }
}
