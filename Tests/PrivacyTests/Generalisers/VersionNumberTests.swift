import TestSupport
import Testing

@testable import Privacy

@Suite("Versions")
struct VersionNumberTests {
    private static func kept(_ bytes: [UInt8]) -> String? {
        var result = Array("before".utf8)
        let isPresent = VersionNumber.generalise(bytes.span, into: &result)
        #expect(isPresent == (result.count > 6))
        return isPresent ? String(decoding: result.dropFirst(6), as: UTF8.self) : nil
    }

    @Test(
        "A version is its first three numbers",
        arguments: [
            ("3", "3"), ("3.4", "3.4"), ("3.4.1", "3.4.1"), ("3.4.1.2207", "3.4.1"), ("v3.4.1", "3.4.1"),
            ("V2.0", "2.0"), ("3.4.1-beta2", "3.4.1"), ("3.4.1+5114f85", "3.4.1"), ("3.4 (build 77)", "3.4"),
            ("2026.1.0", "2026.1.0"), ("3.20260301.1", "3"), ("3..1", "3"), ("3.", "3"), ("1.x", "1"),
            ("20260301", nil), ("12345", nil), ("beta", nil), ("v", nil), ("", nil), (".1", nil), ("-1", nil),
            ("alice@example.org", nil),
        ] as [(String, String?)])
    func versions(_ text: String, _ expected: String?) {
        #expect(Self.kept(Array(text.utf8)) == expected)
    }

    @Test("Any bytes give numbers and points, at most fourteen characters")
    func anyBytes() {
        var random = SplitMix64(seed: 42)
        let alphabet = Array("0123456789..vV-+ a\u{0}".utf8) + [0xFF]
        for _ in 0..<20_000 {
            let bytes = (0..<Int.random(in: 0...24, using: &random)).map { _ in
                alphabet.randomElement(using: &random) ?? 0
            }
            guard let kept = Self.kept(bytes) else { continue }
            #expect(kept.utf8.count <= 14 && kept.allSatisfy { $0.isNumber || $0 == "." })
        }
    }
}
