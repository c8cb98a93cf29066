import TestSupport
import Testing

@testable import Privacy

@Suite("Words that are no identifiers")
struct OrdinaryWordTests {
    private static let segments = OrdinaryWords.segments.split(separator: "\n").map(String.init)
    private static let words = OrdinaryWords.words.split(separator: "\n").map(String.init)

    private static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            let letter = Character(UnicodeScalar(byte))
            if letter.isASCII, letter.isLetter || letter.isNumber || "-._~".contains(letter) { return String(letter) }
            return (byte < 16 ? "%0" : "%") + String(byte, radix: 16)
        }.joined()
    }

    @Test("There are at least 100 of them")
    func enough() {
        #expect(Set(Self.segments).count >= 100)
        #expect(Set(Self.words).count >= 80)
    }

    @Test("They stay in a path", arguments: segments)
    func paths(_ segment: String) {
        let decoded = segment.replacing("%23", with: "")
        guard decoded == segment else {
            // An encoded `#` ends the path.
            #expect(templated("/x/\(segment)") == "/x/c")
            return
        }
        #expect(templated("/x/\(segment)/y") == "/x/\(segment)/y")
    }

    @Test("They stay in a path that is percent-encoded", arguments: segments.filter { !$0.contains("%") })
    func encodedPaths(_ segment: String) {
        #expect(templated("/x/\(Self.encoded(segment))/y") == "/x/\(segment)/y")
    }

    @Test("They stay among search words and in names of campaigns", arguments: words)
    func parameters(_ words: String) {
        let value = Self.encoded(words).replacing("%20", with: "+")
        let kept = queryValues(Array("/?q=\(value)&utm_campaign=\(value)".utf8), searchParameter: "q")
        let expected = Array(words.lowercased().utf8)
        #expect(
            kept[.searchWords].map { String(decoding: $0, as: UTF8.self) } == String(decoding: expected, as: UTF8.self))
        #expect(kept[.utmCampaign] == expected)
    }
}
