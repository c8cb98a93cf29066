import TestSupport
import Testing

@testable import Privacy

/// Identifiers in all notations, planted where visitors' identifiers turn up in logs.
@Suite("Planted identifiers")
struct PlantedIdentifierTests {
    static let identifiers: [String] = {
        var list = [
            "jane.roe@example.org", "JANE@EXAMPLE.ORG", "jane+news@mail.example.co.kr", "jane_roe@x.io",
            "jane@localhost",
            "+82-10-9876-5432", "+821098765432", "010-9876-5432", "01098765432", "010.9876.5432", "02-987-6543",
            "031-987-6543", "070-9876-5432", "+81-90-9876-5432", "090-9876-5432", "09098765432", "03-9876-5432",
            "0312345678", "+1-555-987-6543", "555-987-6543", "+442079460958", "0082-10-9876-5432",
            "4242424242424242", "4242-4242-4242-4242", "5555-5555-5555-4444", "3714-496353-98431", "6011000990139424",
            "198.51.100.23", "198-51-100-23", "10.20.30.40", "2001:db8:85a3::8a2e:370:7334", "fe80::a1b2:c3d4",
            "2001:db8:1:2:3:4:5:6", "::ffff:198.51.100.23", "00:1b:44:11:3a:b7", "00-1B-44-11-3A-B7", "001b.4411.3ab7",
            "001b44113ab7", "6fa459ea-ee8a-3ca4-894e-db77e160355e", "6FA459EA-EE8A-3CA4-894E-DB77E160355E",
            "6fa459eaee8a3ca4894edb77e160355e", "356938035643809", "35-693803-564380-9",
            "eyJhbGciOiJIUzI1NiJ9.eyJuYW1lIjoiSmFuZSJ9.c2lnbmF0dXJl", "850315-2345678", "8503152345678",
            "123456789018", "5f4dcc3b5aa765d61d8327deb882cf99", "5baa61e4c9b93f3f0682250b6cf8331b7ee68fd8",
            "x8Kd92LmQp47RtVw13ZbNc65", "sk_live_4eC39HqLyjWDarjtT1zdp7dc",
        ]
        var generator = SplitMix64(seed: 11)
        for _ in 0..<60 {
            func digits(_ count: Int) -> String {
                (0..<count).map { _ in String(Int.random(in: 0...9, using: &generator)) }.joined()
            }
            list.append("user\(digits(4))@example\(digits(2)).com")
            list.append("010-\(digits(4))-\(digits(4))")
            list.append("203.0.113.\(Int.random(in: 0...255, using: &generator))")
        }
        return list
    }()

    private static func percentEncoded(_ text: String) -> String {
        text.utf8.map { "%" + (String($0, radix: 16).count == 1 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private func survives(_ identifier: String, in text: String) -> Bool {
        text.lowercased().contains(identifier.lowercased())
    }

    @Test("None survives in a path, alone, inside a longer segment or encoded", arguments: identifiers)
    func paths(_ identifier: String) throws {
        let encoded = Self.percentEncoded(identifier)
        let twice = encoded.replacing("%", with: "%25")
        for target in [
            "/u/\(identifier)/x", "/u/\(encoded)/x", "/u/\(twice)/x", "/\(identifier).html", "/x_\(identifier)_y/z",
            "/member-(\(identifier))", "http://h.example/\(encoded)", "/a%2F\(encoded)",
        ] {
            let path = try #require(templated(target))
            #expect(!survives(identifier, in: path), "\(target)")
            #expect(!survives(encoded, in: path) && !survives(twice, in: path), "\(target)")
        }
    }

    @Test("None survives in an allowed parameter or as a search word", arguments: identifiers)
    func queries(_ identifier: String) {
        let encoded = Self.percentEncoded(identifier)
        for value in [
            identifier, encoded, encoded.replacing("%", with: "%25"), "my+\(identifier)+is", "%20\(encoded)%20",
        ] {
            for name in ["utm_source", "utm_medium", "utm_campaign", "q"] {
                let values = queryValues(Array("/s?\(name)=\(value)&page=1".utf8), searchParameter: "q")
                #expect(values.isEmpty, "\(name)=\(value)")
            }
        }
    }

    @Test("None survives in a referrer", arguments: identifiers)
    func referrers(_ identifier: String) {
        let encoded = Self.percentEncoded(identifier)
        for value in [identifier, encoded, "find+\(encoded)"] {
            for referrer in [
                "https://www.google.com/search?q=\(value)", "https://example.com/u/\(value)?x=\(value)#\(value)",
                "https://\(value)@example.com/", "https://\(value).example.com/", "https://\(value)/", value,
            ] {
                let kept = KeptReferrer(of: Array(referrer.utf8))
                #expect(
                    !survives(identifier, in: kept.domain) && !survives(identifier, in: kept.keyword), "\(referrer)")
            }
        }
    }

    /// Anything that may stand around an identifier, apart from it by a byte that belongs to none.
    private static func surroundings(_ random: inout SplitMix64) -> (before: String, behind: String) {
        let parts = [
            "0", "12", "4", "a", "x", "f", ".", "-", "_", "@", ":", "::", "+", "=", "%", "%2", "%25", "%40", "%ff", " ",
            "(",
            ".html", ".png", "2x", "v2", "e\u{301}", "\u{1}", "\u{200B}", "１", "－", "가", "{id}", "~", "eyJ",
        ]
        func text() -> String {
            (0..<Int.random(in: 0...8, using: &random)).map { _ in parts.randomElement(using: &random) ?? "" }.joined()
        }
        let opening = ["", "(", "\"", ",", "!"].randomElement(using: &random) ?? ""
        let closing = [")", "\"", ",", "!", ".html", ".html,"].randomElement(using: &random) ?? ""
        return (opening.isEmpty ? "" : text() + opening, closing + text())
    }

    @Test("None survives whatever stands around it", arguments: identifiers)
    func surroundings(_ identifier: String) {
        var random = SplitMix64(seed: 12)
        for _ in 0..<200 {
            let (before, behind) = Self.surroundings(&random)
            let text = before + identifier + behind
            if let path = templated("/" + text) { #expect(!survives(identifier, in: path), "\(text)") }
            for value in queryValues(Array("/?q=\(text)".utf8), searchParameter: "q").values {
                #expect(!survives(identifier, in: String(decoding: value, as: UTF8.self)), "\(text)")
            }
        }
    }
}
