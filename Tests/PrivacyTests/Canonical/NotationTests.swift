import Events
import Foundation
import Intake
import TestSupport
import Testing

@testable import Privacy

@Suite("One identifier, one pseudonym")
struct NotationTests {
    /// Some random identifiers, each in all its notations.
    static func notations(of field: RawBatch.Text, _ random: inout SplitMix64) -> [String] {
        func cased(_ text: String) -> [String] { [text, text.uppercased(), text.lowercased()] }
        switch field {
        case .client:
            let octets = (0..<4).map { _ in UInt8.random(in: .min ... .max, using: &random) }
            let dotted = octets.map(String.init).joined(separator: ".")
            let hex = octets.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }
            let groups = [hex[0] + hex[1], hex[2] + hex[3]].map { String(UInt16($0, radix: 16) ?? 0, radix: 16) }
            let mapped = "::ffff:\(groups[0]):\(groups[1])"
            return [dotted, dotted + ":443", "::ffff:" + dotted, "0:0:0:0:0:ffff:" + dotted]
                + [mapped, "[\(mapped)]", "[\(mapped)]:8080", mapped + "%eth0"].flatMap(cased)
        case .mac:
            let count = Bool.random(using: &random) ? 6 : 8
            let pairs = (0..<count).map { _ in
                let byte = UInt8.random(in: .min ... .max, using: &random)
                return (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }
            let fours = stride(from: 0, to: count, by: 2).map { pairs[$0] + pairs[$0 + 1] }
            return [
                pairs.joined(separator: ":"), pairs.joined(separator: "-"), fours.joined(separator: "."),
                pairs.joined(),
            ].flatMap(cased)
        case .device:
            let digits = Array(hex(random.next(), random.next()))
            let hyphenated = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }.joined(
                separator: "-")
            return [String(digits), hyphenated, "{\(hyphenated)}", "urn:uuid:\(hyphenated)", "{\(String(digits))}"]
                .flatMap(cased)
        default:
            let letters = ["e\u{301}", "u\u{308}", "\u{1112}\u{1161}\u{11AB}", "a", "Z", "7", "\u{304B}\u{3099}"]
            let name = (0..<8).map { _ in letters.randomElement(using: &random) ?? "a" }.joined()
            return [name, name.precomposed, "\(name)"]
        }
    }

    @Test("Whatever its notation, and no other has it", arguments: [RawBatch.Text.client, .mac, .device, .user])
    func property(_ field: RawBatch.Text) throws {
        var random = SplitMix64(seed: UInt64(field.rawValue))
        let identifiers = (0..<200).map { _ in Self.notations(of: field, &random) }
        let rows = identifiers.flatMap { $0 }.map { RawRow([field: $0, .agent: "a"]) }
        let event = try #require(GateTests.admit(rows).first)
        var seen: Set<Pseudonym> = []
        var row = 0
        for notations in identifiers {
            let pseudonyms = Set((row..<(row + notations.count)).map { event.pseudonym(.visitor, $0) })
            #expect(pseudonyms.count == 1, "\(notations)")
            if let pseudonym = pseudonyms.first ?? nil { seen.insert(pseudonym) }
            row += notations.count
        }
        #expect(seen.count == identifiers.count)
    }

    private struct Entry: Decodable {
        let address: String
    }

    // Needs ../shared/data beside the package.
    @Test(
        "The published lists of addresses are read, or taken as they are",
        .enabled(if: SharedData.isThere, "no ../shared/data"))
    func published() throws {
        let folder = "addresses/beaugunderson__ip-address/test/data/"
        let valid = try SharedVectors.object([Entry].self, folder + "valid-ipv4-addresses.json").map(\.address)
        let invalid = try SharedVectors.object([Entry].self, folder + "invalid-ipv4-addresses.json").map(\.address)
        for text in valid {
            let plain = text.split(separator: "/").first.map(String.init) ?? ""
            let octets = plain.split(separator: ".").compactMap { UInt8($0) }
            #expect(Identifier.address.part(plain) == IdentifierPartTests.part(.address, octets), "\(text)")
        }
        // A prefix is no address, so that those with one are opaque too.
        for text in invalid + valid.filter({ $0.contains("/") }) {
            #expect(Identifier.address.part(text) == IdentifierPartTests.part(.opaque, Array(text.utf8)), "\(text)")
        }
    }
}

extension String {
    fileprivate var precomposed: String { precomposedStringWithCanonicalMapping }
}
