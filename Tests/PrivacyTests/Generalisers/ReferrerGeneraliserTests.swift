import TestSupport
import Testing

@testable import Privacy

@Suite("Referrer and host generalisers")
struct ReferrerGeneraliserTests {
    @Test(
        "A referrer becomes a registrable domain, a kind and search words",
        arguments: [
            ("", KeptReferrer(nil)), ("-", KeptReferrer(nil)),
            ("https://news.blog.example.co.uk/secret/path?user=1", KeptReferrer(.external, "example.co.uk")),
            ("HTTP://WWW.EXAMPLE.COM:8080", KeptReferrer(.external, "example.com")),
            ("https://example.com./", KeptReferrer(.external, "example.com")),
            ("https://user:pw@www.example.com/", KeptReferrer(.external, "example.com")),
            ("https://xn--9t4b11yi5a.kr/x", KeptReferrer(.external, "xn--9t4b11yi5a.kr")),
            ("https://www.google.com/", KeptReferrer(.search, "google.com", source: "Google")),
            (
                "https://www.google.co.kr/search?ie=UTF-8&q=%ED%95%9C%EA%B5%AD+Weather#x",
                KeptReferrer(.search, "google.co.kr", source: "Google", keyword: "한국 weather")
            ),
            (
                "https://search.naver.com/search.naver?query=%EB%82%A0%EC%94%A8",
                KeptReferrer(.search, "naver.com", source: "Naver", keyword: "날씨")
            ),
            ("https://search.daum.net/search?q=abc", KeptReferrer(.search, "daum.net", source: "Daum", keyword: "abc")),
            (
                "https://search.yahoo.co.jp/search?p=%E5%A4%A9%E6%B0%97",
                KeptReferrer(.search, "yahoo.co.jp", source: "Yahoo! JAPAN", keyword: "天気")
            ),
            ("https://search.yahoo.com/search?p=x", KeptReferrer(.search, "yahoo.com", source: "Yahoo!", keyword: "x")),
            ("https://www.bing.com/search?q=%FF", KeptReferrer(.search, "bing.com", source: "Bing")),
            (
                "https://yandex.com.tr/search/?text=a",
                KeptReferrer(.search, "yandex.com.tr", source: "Yandex", keyword: "a")
            ),
            ("https://www.baidu.com/s?wd=a", KeptReferrer(.search, "baidu.com", source: "Baidu", keyword: "a")),
            ("https://t.co/abc", KeptReferrer(.social, "t.co", source: "X")),
            ("https://l.facebook.com/l.php?u=x", KeptReferrer(.social, "facebook.com", source: "Facebook")),
            ("https://news.ycombinator.com/item?id=1", KeptReferrer(.social, "ycombinator.com", source: "Hacker News")),
            ("https://blog.naver.com/someone", KeptReferrer(.social, "naver.com", source: "Naver Blog")),
            ("https://www.ycombinator.com/", KeptReferrer(.external, "ycombinator.com")),
            ("https://notgoogle.com/?q=a", KeptReferrer(.external, "notgoogle.com")),
            ("android-app://com.google.android.gm/", KeptReferrer(.external)),
            ("https://localhost:3000/x", KeptReferrer(.other)), ("https://intranet.corp/x", KeptReferrer(.other)),
            ("https://192.0.2.7/x", KeptReferrer(.other)), ("https://[2001:db8::1]/x", KeptReferrer(.other)),
            ("https://co.uk/", KeptReferrer(.other)), ("https://com/", KeptReferrer(.other)),
            ("https://exa mple.com/", KeptReferrer(.other)), ("https://exämple.com/", KeptReferrer(.other)),
            ("https://a..example.com/", KeptReferrer(.other)), ("https://example.com:x/", KeptReferrer(.other)),
            ("about:blank", KeptReferrer(.other)), ("garbage", KeptReferrer(.other)),
            ("file:///home/jane/x", KeptReferrer(.other)),
            ("https:///", KeptReferrer(.other)),
        ])
    func referrers(_ referrer: String, _ expected: KeptReferrer) {
        #expect(KeptReferrer(of: Array(referrer.utf8)) == expected)
    }

    @Test(
        "The site's own hosts are internal",
        arguments: [
            ("https://www.shop.example.com/x", true), ("https://shop.example.com", true),
            ("https://SHOP.example.com/", true),
            ("https://example.com/", false), ("https://other.example.com/", false), ("https://own.test.kr/", true),
            ("https://xown.kr/", false), ("https://intranet/", true), ("https://intranet.corp/", true),
        ])
    func own(_ referrer: String, _ isOwn: Bool) {
        let kept = KeptReferrer(
            of: Array(referrer.utf8), ownHosts: ["Shop.Example.com", "test.kr", "intranet", "intranet.corp"])
        #expect((kept.kind == .internal) == isOwn)
        if isOwn { #expect(["example.com", "test.kr", ""].contains(kept.domain)) }
    }

    @Test("A domain that looks like an address is not kept")
    func addressInDomain() {
        let kept = KeptReferrer(of: Array("https://host-203-0-113-77.dyndns.org/".utf8))
        #expect(kept == KeptReferrer(.external))
    }

    @Test(
        "A virtual host becomes its registrable domain",
        arguments: [
            ("www.Example.com", "example.com"), ("a.b.example.co.jp:8443", "example.co.jp"),
            ("example.com", "example.com"),
            ("localhost", nil), ("10.0.0.1", nil), ("[::1]:80", nil), ("printer.local", nil), ("", nil), ("-", nil),
            ("bad host.com", nil), ("\u{0}.com", nil),
        ] as [(String, String?)])
    func hosts(_ host: String, _ expected: String?) {
        let bytes = Array(host.utf8)
        var result = Array("before".utf8)
        let isKept = HostGeneraliser().generalise(bytes.span, into: &result)
        #expect(isKept == (expected != nil))
        #expect(String(decoding: result, as: UTF8.self) == "before" + (expected ?? ""))
    }

    @Test("Any bytes give a clean domain and keyword")
    func anyBytes() {
        var generator = SplitMix64(seed: 6)
        let pieces = [
            "https://", "www.", "google.com", "/", "?q=", "&", "%41", "%ff", "é", "@", ":80", "..", ".", "x", "\u{0}",
            "#",
        ]
        for _ in 0..<20_000 {
            let count = Int.random(in: 0...12, using: &generator)
            let referrer = "http://" + (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
            let kept = KeptReferrer(of: Array(referrer.utf8))
            #expect(isClean(Array(kept.domain.utf8)) && isClean(Array(kept.keyword.utf8)))
            #expect(kept.domain.utf8.allSatisfy { ASCII.isAlphanumeric($0) || $0 == 0x2D || $0 == 0x2E || $0 == 0x5F })
        }
    }
}
