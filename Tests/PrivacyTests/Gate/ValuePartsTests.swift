import Events
import Intake
import TestSupport
import Testing

@testable import Privacy

/// The gate runs rules on parts of values; that must come to the same as running them on the values.
@Suite("Parts of values")
struct ValuePartsTests {
    /// One of `starts` or nothing, a few of `words`, and sometimes any byte somewhere.
    private static func texts(_ seed: UInt64, _ starts: [String], _ words: [String]) -> [[UInt8]] {
        var random = SplitMix64(seed: seed)
        return (0..<3000).map { _ in
            let start = (starts + [""]).randomElement(using: &random) ?? ""
            let count = Int.random(in: 0...7, using: &random)
            let rest = (0..<count).map { _ in words.randomElement(using: &random) ?? "" }
            var bytes = Array((start + rest.joined()).utf8)
            if Int.random(in: 0..<5, using: &random) == 0 {
                let place = Int.random(in: 0...bytes.count, using: &random)
                bytes.insert(UInt8.random(in: .min ... .max, using: &random), at: place)
            }
            return bytes
        }
    }

    @Test("Equal parts have one number, and a value without the part has none")
    func builder() {
        var builder = ValueParts.Builder(ByteDictionary(["xa", "y", "bz", "a", "a"]))
        for part in [1..<2, nil, 0..<1, 0..<1, 1..<1] {
            if let part { builder.append(part) } else { builder.appendAbsent() }
        }
        let parts = builder.finish(seed: 1)
        #expect((0..<parts.dictionary.count).map(parts.dictionary.text) == ["a", "b", ""])
        #expect(parts.map([0, 1, 2, 3, 4]) == [0, absentIndex, 1, 0, 2])
    }

    private static let targets = [
        "/", "/shop", "/a.css", "?", "#", "*", "http://", "https://host.example", "host:443", "a", "board",
        "/board/view",
        "/article/123456",
        "no=4711", "&", "q=red", "utm_source=news", "%3F", "%23", ";", "/alice@example.org", "//",
    ]

    @Test(
        "A target's path is that of its decisive part", arguments: [[], ["/article/{n}"], ["/board/view?no", "/{n}"]])
    func paths(_ patterns: [String]) {
        let paths = PathGeneraliser(contentPatterns: patterns.compactMap { ContentPattern($0) })
        func path(_ target: Span<UInt8>) -> String? {
            var result: [UInt8] = []
            return paths.generalise(target, into: &result) ? String(decoding: result, as: UTF8.self) : nil
        }
        var isShorter = 0
        for target in Self.texts(1, ["/shop", "/article/123456", "https://host.example/"], Self.targets) {
            let span = target.span
            let part = paths.decisivePart(of: span, RequestTarget(span))
            #expect(path(span.extracting(part)) == path(span), "\(String(decoding: target, as: UTF8.self))")
            if part.count < target.count { isShorter += 1 }
        }
        #expect((isShorter > 300) == !patterns.contains("/board/view?no"))
    }

    @Test("A referrer's domain and kind are those of its origin, and only a search has a keyword")
    func referrers() {
        let referrers = ReferrerGeneraliser(ownHosts: ["shop.example.org"])
        func known(_ referrer: Span<UInt8>) -> (Referrer?, domain: [UInt8], keyword: [UInt8]) {
            var domain: [UInt8] = []
            var keyword: [UInt8] = []
            let found = referrers.generalise(referrer, domain: &domain, keyword: &keyword)
            return (found, domain, keyword)
        }
        let starts = ["https://www.google.com/search?q=red", "https://blog.example.net/a?q=red", "http://"]
        let words = [
            "http://", "https://", "android-app://", "www.google.com", "shop.example.org", "blog.example.net", "/", "?",
            "#", "q=red", "search", "&", ":80", "@", "\\", "-", "search.naver.com", "query=shoes",
        ]
        var keywords = 0
        for text in Self.texts(2, starts, words) {
            let whole = known(text.span)
            let origin = known(text.span.extracting(0..<ReferrerGeneraliser.endOfOrigin(text.span)))
            #expect(origin.0?.kind == whole.0?.kind && (origin.0 == nil) == (whole.0 == nil))
            #expect(origin.domain == whole.domain)
            #expect(whole.keyword.isEmpty || origin.0?.kind == .search)
            if !whole.keyword.isEmpty { keywords += 1 }
        }
        #expect(keywords > 10)
    }
}
