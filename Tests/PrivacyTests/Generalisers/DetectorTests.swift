import TestSupport
import Testing

@testable import Privacy

@Suite("Detectors")
struct DetectorTests {
    @Test(
        "An identifier is found whatever its notation",
        arguments: [
            ("john.doe@example.com", IdentifierKind.email), ("mail:John+tag@sub.example.co.jp!", .email),
            ("用户@例え.jp", .email), ("user@localhost", .email), ("root@[192.0.2.1]", .email),
            ("john＠example.com", .email), ("john@example.com.2", .email), ("john@163.com.1.0", .email),
            ("john@example.com.html\u{FFFD}1.0", .email), ("用户@例え.jp.3", .email),
            ("+821012345678", .phone), ("+82-10-1234-5678", .phone), ("+1 (555) 123-4567", .phone),
            ("+44 20 7946 0958", .phone), ("010-1234-5678", .phone), ("01012345678", .phone), ("010.1234.5678", .phone),
            ("010 1234 5678", .phone), ("02-123-4567", .phone), ("031-123-4567", .phone), ("070-1234-5678", .phone),
            ("0505-123-4567", .phone), ("090-1234-5678", .phone), ("08012345678", .phone), ("03-1234-5678", .phone),
            ("0120-123-456", .phone), ("06(1234)5678", .phone), ("０９０－１２３４－５６７８", .phone), ("821012345678", .phone),
            ("82-10-1234-5678", .phone), ("819012345678", .phone), ("555-123-4567", .phone),
            ("0082-10-1234-5678", .phone),
            ("call 2026-02-123-4567", .phone),
            ("4111111111111111", .card), ("4111 1111 1111 1111", .card), ("5500-0000-0000-0004", .card),
            ("378282246310005x", .imei), ("3782-822463-10005", .imei), ("order 4111-1111-1111-1111 paid", .card),
            ("490154203237518", .imei), ("49-015420-323751-8", .imei),
            ("192.168.0.1", .ipv4), ("ip-203-0-113-77", .ipv4), ("x=203.0.113.9;", .ipv4), ("192.168.001.010", .ipv4),
            ("2001:db8::1", .ipv6), ("fe80::1%eth0", .ipv6), ("::1", .ipv6), ("[2001:db8:0:0:0:0:2:1]", .ipv6),
            ("2001:0db8:85a3:0000:0000:8a2e:0370:7334", .ipv6), ("2001:db8::", .ipv6),
            ("00:1a:2b:3c:4d:5e", .mac), ("AA-BB-CC-DD-EE-FF", .mac), ("001a.2b3c.4d5e", .mac), ("001a2b3c4d5e", .mac),
            ("00:1a:2b:ff:fe:3c:4d:5e", .mac), ("00:1a:2b:3c:4d:5e\u{200B}x", .mac), ("x\u{2060}fe80::1a", .ipv6),
            ("550e8400-e29b-41d4-a716-446655440000", .uuid), ("{550E8400-E29B-41D4-A716-446655440000}", .uuid),
            ("urn:uuid:550e8400-e29b-41d4-a716-446655440000", .uuid),
            ("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abc", .jwt),
            ("900101-1234567", .residentNumber), ("9001011234567", .residentNumber),
            ("900101 - 2345678", .residentNumber),
            ("123456789018", .myNumber), ("1234-5678-9018", .myNumber),
            ("d41d8cd98f00b204e9800998ecf8427e", .token), ("a3f1c9e07b5d2468", .token),
            ("dGhpc2lzYXRlc3R0b2tlbnZhbHVl", .token), ("Zx9Kq2Lm8Pw4Rt6Yv1Bn3Cd5", .token),
            ("sess_kJ8hG2fD5sA9pQ3wE7rT", .token), ("12345678901234567890123", .token),
        ])
    func found(_ text: String, _ expected: IdentifierKind) {
        #expect(kind(text) == expected)
    }

    @Test(
        "Ordinary words, dates and versions pass",
        arguments: [
            "", "a", "-", "running shoes", "how-to-choose-a-good-pair-of-running-shoes-for-winter", "2026-03-01",
            "2026/03/01", "01-02-2026", "20260301", "2026-03-01T12:30:45", "12:30:45", "1.2.3", "v10.0.19041",
            "iphone15-pro-max-256gb-vs-galaxy-s24-ultra-512gb", "MyVeryLongCamelCaseFileName", "logo@2x.png", "icon@3x",
            "vue@3.2.1", "vue@3.2.1-rc.1", "yarn@v4.1.0", "@scope", "std::vector", "a::before", "C++", "서울 날씨",
            "東京 ラーメン おすすめ", "Größe 42", "100%",
            "facade", "deadbeef", "1-2-3-4", "covid-19", "windows-11-24h2", "rfc9110", "donaudampfschifffahrt",
            "12,345.67",
            "item 8839201", "3-1", "2024-2025", "jquery.ui.widget.min.3.7.1.js", "h264 1080p 60fps x265 10bit",
            "internationalization-and-localization", "2023-11-05-093015",
        ])
    func passes(_ text: String) {
        #expect(kind(text) == nil)
    }

    @Test("Random tokens of the usual alphabets are recognised at 24 characters and more")
    func randomTokens() {
        var generator = SplitMix64(seed: 7)
        let alphabets = [
            "0123456789abcdef", "abcdefghijklmnopqrstuvwxyz234567", "0123456789abcdefghijklmnopqrstuvwxyz",
            "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz123456789",
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_",
        ].map { Array($0.utf8) }
        for alphabet in alphabets {
            var missed = 0
            for _ in 0..<1000 {
                let length = Int.random(in: 24...64, using: &generator)
                let token = (0..<length).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
                if !Detectors.contains(token.span) { missed += 1 }
            }
            #expect(missed <= 20, "\(missed) of 1000 tokens over \(alphabet.count) characters were missed")
        }
    }

    @Test("UUIDs in URL-safe Base64, which have 22 characters, are recognised nine times in ten")
    func shortTokens() {
        var generator = SplitMix64(seed: 8)
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
        let missed = (0..<1000).count { _ in
            let token = (0..<22).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
            return !Detectors.contains(token.span)
        }
        #expect(missed <= 100, "\(missed) of 1000 were missed")
    }

    @Test("Any bytes are judged without harm")
    func anyBytes() {
        var generator = SplitMix64(seed: 1)
        let alphabet =
            Array("@.:-+0123456789abcdefeyJ._ (){}[]%\u{FF10}\u{2010}".utf8) + [0x00, 0xC2, 0xE2, 0xEF, 0xFF]
        for _ in 0..<20_000 {
            let count = Int.random(in: 0...64, using: &generator)
            let bytes = (0..<count).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
            _ = Detectors.contains(bytes.span)
        }
    }

    @Test(
        "Long runs of one pattern are judged in linear time",
        arguments: ["eyJ", "a@", "1-", "1", "1.", "f:", "::", "aa-", "a1", "%25", "%2525", "-", "１", "0-1 "])
    func longTexts(_ pattern: String) {
        let bytes = Array(String(repeating: pattern, count: 40_000 / pattern.utf8.count).utf8)
        _ = Detectors.contains(bytes.span)
        #expect(templated(Array("/".utf8) + bytes) != nil)
        _ = queryValues(Array("/?q=".utf8) + bytes, searchParameter: "q")
        _ = KeptReferrer(of: Array("https://www.google.com/?q=".utf8) + bytes)
        _ = KeptReferrer(of: Array("https://".utf8) + bytes)
        _ = AgentClassifier().classify(bytes.span)
    }
}
