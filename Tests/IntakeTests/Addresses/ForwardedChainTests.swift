import TestSupport
import Testing

@testable import Intake

@Suite("Forwarded chains")
struct ForwardedChainTests {
    /// The elements from the right.
    private static func elements(_ bytes: [UInt8]) -> [String] {
        var chain = ForwardedChain(bytes.span)
        var elements: [String] = []
        while let range = chain.next(in: bytes.span) { elements.append(String(decoding: bytes[range], as: UTF8.self)) }
        return elements
    }

    @Test(
        "The elements of a list come from the right",
        arguments: [
            ("192.0.2.1", ["192.0.2.1"]), ("192.0.2.1, 192.0.2.2,192.0.2.3", ["192.0.2.3", "192.0.2.2", "192.0.2.1"]),
            (" 192.0.2.1\t,  192.0.2.2:80 ", ["192.0.2.2:80", "192.0.2.1"]),
            ("unknown, \"[2001:db8::1]:80\"", ["[2001:db8::1]:80", "unknown"]), ("", [""]), (",", ["", ""]),
            ("-", ["-"]),
        ])
    func list(text: String, expected: [String]) {
        #expect(Self.elements(Array(text.utf8)) == expected)
    }

    // The examples of RFC 7239, sections 4 and 7.
    @Test(
        "The elements of a Forwarded field are the values of for",
        arguments: [
            ("for=\"_gazonk\"", ["_gazonk"]), ("For=\"[2001:db8:cafe::17]:4711\"", ["[2001:db8:cafe::17]:4711"]),
            ("for=192.0.2.60;proto=http;by=203.0.113.43", ["192.0.2.60"]),
            ("for=192.0.2.43, for=198.51.100.17", ["198.51.100.17", "192.0.2.43"]),
            (
                "for=192.0.2.43,for=\"[2001:db8:cafe::17]\",for=unknown",
                ["unknown", "[2001:db8:cafe::17]", "192.0.2.43"]
            ),
            ("proto=https ; FOR=192.0.2.43", ["192.0.2.43"]), ("by=203.0.113.43", [""]),
            ("for=192.0.2.1;by=\"a,b;for=x\"", ["192.0.2.1"]),
            ("192.0.2.1, for=192.0.2.2", ["192.0.2.2", "192.0.2.1"]),
            ("for=", [""]), ("by=\"\\\"\";for=192.0.2.1", ["192.0.2.1"]),
        ])
    func field(text: String, expected: [String]) {
        #expect(Self.elements(Array(text.utf8)) == expected)
    }

    @Test(
        "What stands to the left has no effect on how the right-most element is read",
        arguments: ["\"", "for=\"", "\\\"", "\"\\", "for=\"a, b", "\"\"\"", ";;\"=", "for=x;\"by=,"])
    func forgedQuotes(prefix: String) {
        for element in ["192.0.2.1", "for=192.0.2.1", "by=_x;for=\"192.0.2.1\";proto=https"] {
            #expect(Self.elements(Array("\(prefix), \(element)".utf8)).first == "192.0.2.1")
        }
    }

    @Test("No bytes make it fail, run backwards or for ever")
    func hostile() {
        var random = SplitMix64(seed: 7239)
        let alphabet = Array("1.:,;\"\\= for[]".utf8)
        for _ in 0..<20_000 {
            let length = Int.random(in: 0..<60, using: &random)
            let bytes = (0..<length).map { _ in alphabet.randomElement(using: &random) ?? 0 }
            let count = Self.elements(bytes).count
            #expect((1...bytes.count(where: { $0 == ASCII.comma }) + 1).contains(count))
        }
        for piece in ["\",", "\\\",", "\"", ",", "\\", "for=\";,"] {
            let bytes = [UInt8](repeating: 0, count: 300_000).enumerated().map {
                Array(piece.utf8)[$0.offset % piece.utf8.count]
            }
            #expect(!Self.elements(bytes).isEmpty)
        }
    }
}
