import TestSupport
import Testing

@testable import Reports

@Suite("Markup")
struct MarkupTests {
    @Test(
        "What could be read as markup, or not be seen, is escaped",
        arguments: [
            ("a&b", "a&amp;b"), ("<script>", "&lt;script&gt;"), ("\"quoted\"", "&quot;quoted&quot;"),
            ("it's", "it&#39;s"),
            ("&lt;", "&amp;lt;"), ("plain 가격", "plain 가격"), ("", ""), ("\u{202E}x", "\\u{202E}x"),
            ("a\u{0}\nb", "a\\u{0}\\u{A}b"), ("\u{E000}", "\\u{E000}"),
        ])
    func escaping(text: String, expected: String) {
        #expect(Markup.escaped(text) == expected)
    }

    @Test(
        "A character that an accent follows is escaped all the same",
        arguments: ["\"", "'", "<", ">", "&"], ["\u{301}", "\u{338}", "\u{20DD}", "\u{1F3FB}"])
    func accents(mark: String, accent: String) {
        let escaped = Markup.escaped("a\(mark)\(accent) onload=")
        #expect(!escaped.unicodeScalars.contains { $0 == mark.unicodeScalars.first && mark != "&" })
        #expect(escaped.hasPrefix("a&"))
    }

    @Test("Any text comes out of a parser as it went in", arguments: 0..<200)
    func anyText(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let text = RandomPages.text(using: &random)
        var markup = Markup()
        markup.inline("p", ["title": text]) { $0.write(text) }
        let read = try PageReader.read(markup.text)
        #expect(read.elements == [.init(name: "p", attributes: ["title": SafeText.escaped(text)])])
        #expect(read.text == SafeText.escaped(text))
    }

    @Test("An attribute without a value is left out")
    func absentAttribute() {
        var markup = Markup()
        markup.void("rect", ["class": nil, "x": "1"])
        #expect(markup.text == "<rect x=\"1\"/>")
    }

    @Test(
        "Digests are written in base64 as RFC 4648 has it",
        arguments: [
            ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ])
    func base64(bytes: String, text: String) {
        #expect(Base64.text(Array(bytes.utf8)) == text)
    }
}
