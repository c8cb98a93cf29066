import Testing

@testable import Privacy

@Suite("Numbers that name content")
struct ContentPatternTests {
    private static func path(_ target: String) -> String? {
        let patterns = ["/article/{n}", "/board/view?no", "/{n}", "/shop/{n}/{n}"].compactMap { ContentPattern($0) }
        var result: [UInt8] = []
        let isThere = PathGeneraliser(contentPatterns: patterns).generalise(Array(target.utf8).span, into: &result)
        return isThere ? String(decoding: result, as: UTF8.self) : nil
    }

    @Test(
        "A number stays where a pattern says so, and nowhere else",
        arguments: [
            ("/article/12345", "/article/12345"), ("/article/12345?page=2#x", "/article/12345"),
            ("https://www.example.org/article/12345", "/article/12345"), ("/1234567", "/1234567"),
            ("/board/view?page=2&no=12345", "/board/view?no=12345"),
            ("/board/view?no=12345&no=7", "/board/view?no=12345"),
            ("/board/view?no=jane", "/board/view"), ("/board/view", "/board/view"), ("/board/view?no=", "/board/view"),
            ("/shop/1234/56789", "/shop/1234/56789"), ("/shop/1234", "/shop/{id}"),
            ("/article/12345/", "/article/{id}/"), ("/article/12345/comments", "/article/{id}/comments"),
            ("/user/12345", "/user/{id}"), ("/article/jane.roe@example.org", "/article/{id}"),
            ("/article/01012345678", "/article/{id}"), ("/article/%31%32%33%34%35", "/article/{id}"),
        ])
    func paths(target: String, path: String) {
        #expect(Self.path(target) == path)
    }

    @Test(
        "Segments and names are compared as they decode, and stored decoded",
        arguments: [
            ("/게시판/{n}", "/게시판/12345", "/게시판/12345"),
            ("/게시판/{n}", "/%EA%B2%8C%EC%8B%9C%ED%8C%90/12345", "/게시판/12345"),
            ("/%EA%B2%8C%ec%8b%9c%ed%8c%90/{n}", "/%EA%B2%8C%EC%8B%9C%ED%8C%90/12345", "/게시판/12345"),
            ("/게시판/{n}", "/%EA%B2%8C%EC%8B%9C%ED%8C/12345", "/게시\u{FFFD}\u{FFFD}/{id}"),
            ("/article/{n}", "/%61rticle/12345", "/article/12345"), ("/article/{n}", "/%61rticl/12345", "/articl/{id}"),
            ("/article/{n}", "/%61rticles/12345", "/articles/{id}"),
            ("/view?no", "/view?n%6F=12345", "/view?no=12345"), ("/view?no", "/view?n%6F%6F=12345", "/view"),
            ("/a+b/{n}", "/a+b/12345", "/a+b/12345"), ("/a+b/{n}", "/a%2Bb/12345", "/a+b/12345"),
            ("/a+b/{n}", "/a%20b/12345", "/a b/{id}"),
        ])
    func encoded(pattern: String, target: String, path: String) throws {
        let generaliser = PathGeneraliser(contentPatterns: [try #require(ContentPattern(pattern))])
        var result: [UInt8] = []
        #expect(generaliser.generalise(Array(target.utf8).span, into: &result))
        #expect(String(decoding: result, as: UTF8.self) == path)
    }

    @Test(
        "What is no pattern is refused",
        arguments: [
            "", "article/{n}", "/article", "/article/{id}", "/article/{n}x", "/a b/{n}", "/a?", "/a?b=c", "/a?b c",
            "/a%2Fb/{n}", "/a%3Fb/{n}", "/a%00/{n}", "/%FF/{n}", "/a;b/{n}", "/100%25/{n}",
        ])
    func refused(text: String) {
        #expect(ContentPattern(text) == nil)
    }
}
