import TestSupport
import Testing

@testable import Privacy

@Suite("Language, postal code, age and names of events")
struct GeneralisedAnswerTests {
    /// What a rule appends, nil if it says that there is nothing.
    private static func kept(_ text: String, _ rule: (Span<UInt8>, inout [UInt8]) -> Bool) -> String? {
        var result = Array("before".utf8)
        let isPresent = rule(Array(text.utf8).span, &result)
        let appended = String(decoding: result.dropFirst(6), as: UTF8.self)
        #expect(isPresent != appended.isEmpty)
        return isPresent ? appended : nil
    }

    @Test(
        "A language is its primary subtag",
        arguments: [
            ("ko-KR,ko;q=0.9,en-US;q=0.8,en;q=0.7", "ko"), ("en", "en"), ("EN-us", "en"), ("ja_JP.UTF-8", "ja"),
            ("zh-Hant-TW", "zh"), ("fil-PH", "fil"), ("haw", "haw"), ("en;q=0.5, de;q=0.8", "de"),
            ("en;q=0.3,fr", "fr"),
            ("en;q=0,ko;q=0.001", "ko"), ("de ; q=0.9 , fr;q=0.95", "fr"), ("*, ja;q=0.5", "ja"), ("iw", "he"),
            ("in-ID", "id"),
            ("kor", "ko"), ("ger", "de"), ("xx", "other"), ("janeroe", "other"), ("C", "other"), ("POSIX", "other"),
            ("jane@example.org", "other"), ("", nil), ("*", nil), (",,", nil), ("en;q=0", nil), (";q=1", nil),
        ] as [(String, String?)])
    func language(_ text: String, _ expected: String?) {
        #expect(Self.kept(text, PrimaryLanguage.generalise) == expected)
    }

    @Test(
        "A postal code is the area that its first characters name",
        arguments: [
            ("06236", 3, "062"), ("135-080", 3, "135"), ("〒150-0001", 3, "150"), ("１５０－０００１", 3, "150"),
            ("sw1a 1aa", 3, "SW1"),
            ("D-10115", 3, "101"), ("DE-10115", 3, "101"), ("90210-1234", 2, "90"), ("K1A 0B1", 1, "K"),
            ("1234", 4, nil),
            ("12345", 4, "1234"), ("123", 3, nil), ("", 3, nil), ("abcdef", 3, nil), ("01098765432", 3, nil),
            ("jane@example.org", 3, nil), ("12 34!", 3, nil), ("서울06236", 3, nil),
        ] as [(String, Int, String?)])
    func postalCode(_ text: String, _ count: Int, _ expected: String?) {
        #expect(Self.kept(text, PostalArea(kept: count).generalise) == expected)
    }

    @Test(
        "An age is its band",
        arguments: [
            ("0", "0-9"), ("9", "0-9"), ("10", "10-19"), ("34", "30-39"), (" 34 ", "30-39"), ("89", "80-89"),
            ("90", "90+"),
            ("104", "90+"), ("130", "90+"), ("131", nil), ("034", "30-39"), ("30-39", "30-39"), ("30-34", "30-39"),
            ("35-44", nil), ("90+", "90+"), ("30+", nil), ("95-99", "90+"), ("1990", "30-39"), ("1990-05-01", "30-39"),
            ("1990/05", "30-39"), ("2026", "0-9"), ("2027", nil), ("1850", nil), ("19900501", nil), ("1990-5", nil),
            ("1990-05/01", nil), ("", nil), ("-5", nil), ("34.5", nil), ("thirty", nil), ("9-", nil), ("34-30", nil),
        ] as [(String, String?)])
    func age(_ text: String, _ expected: String?) {
        #expect(Self.kept(text, AgeBand(presentYear: 2026).generalise) == expected)
    }

    @Test("Bands can be narrower, and a year of birth is nothing without the present year")
    func bands() {
        #expect(Self.kept("34", AgeBand(width: 5).generalise) == "30-34")
        #expect(Self.kept("35-39", AgeBand(width: 5).generalise) == "35-39")
        #expect(Self.kept("17", AgeBand(width: 18).generalise) == "0-17")
        #expect(Self.kept("1990", AgeBand().generalise) == nil)
    }

    @Test(
        "A name of an event is kept if it looks like one",
        arguments: [
            ("page_view", "page_view"), ("PageView", "pageview"), ("app.start", "app.start"),
            ("video:play", "video:play"),
            ("add to cart", "add_to_cart"), ("#buy-button", "#buy-button"), (".nav/home", ".nav/home"), ("h1", "h1"),
            ("level_up_12", "level_up_12"), ("", nil), ("  ", nil), ("-", "other"), ("1st", "other"), ("구매", "other"),
            ("call_01098765432", "other"), ("user_4821", "other"), ("jane@example.org", "other"), ("a=b", "other"),
            ("x8Kd92LmQp47RtVw13ZbNc65", "other"), ("e%40mail", "other"), ("##", "other"),
            (String(repeating: "ab_", count: 21), String(repeating: "ab_", count: 21)),
            (String(repeating: "ab_", count: 22), "other"),
        ] as [(String, String?)])
    func telemetry(_ text: String, _ expected: String?) {
        #expect(Self.kept(text, TelemetryNames().generalise) == expected)
    }

    @Test("With a list, a name is one of it or other")
    func listed() {
        let names = TelemetryNames(["Page_View", "구매", "user 4821"])
        #expect(Self.kept("page_view", names.generalise) == "page_view")
        #expect(Self.kept(" PAGE_VIEW ", names.generalise) == "page_view")
        #expect(Self.kept("구매", names.generalise) == "구매")
        #expect(Self.kept("user 4821", names.generalise) == "user 4821")
        #expect(Self.kept("app_start", names.generalise) == "other")
        #expect(Self.kept("", names.generalise) == nil)
    }

    @Test("Any bytes are judged without harm")
    func anyBytes() {
        var random = SplitMix64(seed: 32)
        let alphabet = Array("0123456789-+/.,;q=aeKo_# *%〒１\u{0}".utf8) + [0xFF, 0xEF, 0xBC]
        for _ in 0..<20_000 {
            let bytes = (0..<Int.random(in: 0...24, using: &random)).map { _ in
                alphabet.randomElement(using: &random) ?? 0
            }
            var result: [UInt8] = []
            for rule in [
                PrimaryLanguage.generalise, PostalArea().generalise, AgeBand(presentYear: 2026).generalise,
                TelemetryNames().generalise,
            ] {
                result.removeAll()
                #expect(rule(bytes.span, &result) != result.isEmpty)
                #expect(result.count <= 64 && result.allSatisfy { (0x21...0x7E).contains($0) })
            }
        }
    }
}
