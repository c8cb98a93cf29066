import TestSupport
import Testing

@testable import Privacy

@Suite("Query generaliser")
struct QueryGeneraliserTests {
    private func texts(_ target: String, searchParameter: String? = nil) -> [QueryParameter: String] {
        queryValues(Array(target.utf8), searchParameter: searchParameter).mapValues {
            String(decoding: $0, as: UTF8.self)
        }
    }

    @Test("Campaign parameters are kept, everything else is dropped")
    func campaign() {
        let kept = texts(
            "/a?id=5&utm_source=News+Letter&utm_medium=E%2DMail&utm_campaign=%EB%B4%84&utm_term=x&utm_id=9#f")
        #expect(kept == [.utmSource: "news letter", .utmMedium: "e-mail", .utmCampaign: "봄"])
    }

    @Test("The site's own search parameter is kept only if it is named")
    func search() {
        #expect(texts("/s?q=Blue%20Shoes").isEmpty)
        #expect(texts("/s?q=Blue%20Shoes", searchParameter: "q") == [.searchWords: "blue shoes"])
        #expect(texts("/s?q=a&q=b", searchParameter: "q") == [.searchWords: "a"])
    }

    @Test(
        "A name is compared as it decodes, however it is written in the policy",
        arguments: ["검색", "%EA%B2%80%EC%83%89", "%ea%b2%80%ec%83%89"],
        ["검색", "%EA%B2%80%EC%83%89", "%ea%b2%80%ec%83%89", "검%EC%83%89"])
    func encodedNames(name: String, inTarget: String) {
        #expect(texts("/s?\(inTarget)=a", searchParameter: name) == [.searchWords: "a"])
        #expect(texts("/s?\(inTarget)x=a&x\(inTarget)=a&\(inTarget.dropLast())=b", searchParameter: name).isEmpty)
    }

    @Test("A plus in a name is a space, and an escape is decoded once")
    func signsInNames() {
        for target in ["a+b", "a%20b"] {
            #expect(texts("/s?\(target)=x", searchParameter: "a b") == [.searchWords: "x"])
            #expect(texts("/s?\(target)=x", searchParameter: "a+b") == [.searchWords: "x"])
        }
        #expect(texts("/s?a%2Bb=x", searchParameter: "a b").isEmpty)
        #expect(texts("/s?%2571=x", searchParameter: "q").isEmpty)
        #expect(texts("/s?%71=x&q=y", searchParameter: "q") == [.searchWords: "x"])
        #expect(texts("/s?q%=x&%q=x&q%7=x", searchParameter: "q").isEmpty)
    }

    @Test(
        "A value is trimmed, lower-cased and cut, or dropped if it is no clean text",
        arguments: [
            ("++A++B%20%09C++", "a b c"), ("ÄÖÜ%20ΑΒΓ%20АБЯ%20Ѐ", "äöü αβγ абя ѐ"), ("%C3%84", "ä"), ("100%25", "100%"),
            ("", nil), ("+++", nil), ("a%00b", nil), ("a%0Ab", nil), ("%FF", nil), ("%B0%CB%BB%F6", "검색"),
            ("%FF%FE", nil),
            ("a%C2%85", nil),
        ] as [(String, String?)])
    func values(_ value: String, _ expected: String?) {
        #expect(texts("/s?q=" + value, searchParameter: "q")[.searchWords] == expected)
    }

    @Test("A long value keeps 64 characters")
    func long() {
        let value = texts("/s?q=" + String(repeating: "가나+", count: 60), searchParameter: "q")[.searchWords]
        #expect(value?.count == 64 || value?.count == 63)
    }

    @Test(
        "Targets without a query have no values",
        arguments: ["/", "/a?", "*", "example.com:443", "/a#?utm_source=x", ""])
    func none(_ target: String) {
        #expect(texts(target).isEmpty)
    }

    @Test("Any bytes give clean values")
    func anyBytes() {
        var generator = SplitMix64(seed: 5)
        let pieces = ["utm_source", "=", "&", "?", "%", "%41", "%c3%a9", "%ff", "+", "word", "%00", "#", "é"].map {
            Array($0.utf8)
        }
        for _ in 0..<20_000 {
            var target = Array("/?utm_source=".utf8)
            for _ in 0..<Int.random(in: 0...20, using: &generator) {
                target += pieces.randomElement(using: &generator) ?? []
            }
            for value in queryValues(target).values {
                #expect(isClean(value) && !value.isEmpty)
            }
        }
    }
}
