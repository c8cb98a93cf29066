import Foundation
import TestSupport
import Testing

@testable import Intake

@Suite("Addresses in their canonical text form")
struct AddressPrintingTests {
    private static func printed(_ address: IPAddress) -> String {
        var text: [UInt8] = []
        address.append(to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    @Test(
        "Every notation is printed as RFC 5952 says",
        arguments: [
            // Section 1, 2.1 and 2.2: one address in many notations.
            ("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"), ("2001:0db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"),
            ("2001:db8::1:0:0:1", "2001:db8::1:0:0:1"), ("2001:db8::0:1:0:0:1", "2001:db8::1:0:0:1"),
            ("2001:0db8::1:0:0:1", "2001:db8::1:0:0:1"), ("2001:db8:0:0:1::1", "2001:db8::1:0:0:1"),
            ("2001:db8:0000:0:1::1", "2001:db8::1:0:0:1"), ("2001:DB8:0:0:1::1", "2001:db8::1:0:0:1"),
            ("2001:db8:aaaa:bbbb:cccc:dddd:eeee:0001", "2001:db8:aaaa:bbbb:cccc:dddd:eeee:1"),
            ("2001:db8:0:0:0::1", "2001:db8::1"),
            (
                "2001:db8:aaaa:bbbb:cccc:dddd:EEEE:AAAA",
                "2001:db8:aaaa:bbbb:cccc:dddd:eeee:aaaa"
            ),
            // Section 4.1: no leading zeros; 4.2: how far and when zeros are left out; 4.3: lower case.
            ("2001:0db8::0001", "2001:db8::1"), ("2001:db8:0:0:0:0:2:1", "2001:db8::2:1"),
            ("2001:db8::0:1", "2001:db8::1"), ("2001:db8::1:1:1:1:1", "2001:db8:0:1:1:1:1:1"),
            ("2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"), ("2001:0:0:1:0:0:0:1", "2001:0:0:1::1"),
            ("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"), ("ABCD::EF", "abcd::ef"),
            // Section 5: an IPv4 address that a well-known prefix announces.
            ("::ffff:192.0.2.1", "192.0.2.1"),
            // The ends.
            ("::", "::"), ("::1", "::1"), ("1::", "1::"), ("0:1::", "0:1::"), ("1:2:3:4:5:6:0:0", "1:2:3:4:5:6::"),
            ("0:0:3:4:5:6:7:8", "::3:4:5:6:7:8"), ("0:2:3:4:5:6:7:0", "0:2:3:4:5:6:7:0"),
            ("0.0.0.0", "0.0.0.0"), ("255.255.255.255", "255.255.255.255"), ("203.0.113.9:80", "203.0.113.9"),
            ("[2001:DB8::1%eth0]:443", "2001:db8::1"),
        ])
    func notations(_ text: String, _ canonical: String) throws {
        #expect(try Self.printed(#require(IPAddress(text: text))) == canonical)
    }

    @Test("IPv6 that carries IPv4 shows it")
    func mapped() {
        #expect(Self.printed(.v6(high: 0, low: 0xFFFF_C000_0201)) == "::ffff:192.0.2.1")
        #expect(Self.printed(.v6(high: 0, low: 0xFFFE_C000_0201)) == "::fffe:c000:201")
    }

    /// What the C library prints.
    private static func reference(_ address: IPAddress) -> String? {
        var bytes: [UInt8]
        let family: Int32
        switch address {
        case .v4(let bits):
            family = AF_INET
            bytes = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: bits >> $0) }
        case .v6(let high, let low):
            family = AF_INET6
            bytes = [high, low].flatMap { word in
                stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> UInt64($0)) }
            }
        }
        var text = [CChar](repeating: 0, count: 64)
        // SAFETY: as many bytes as the family has, and room for the longest text.
        guard unsafe inet_ntop(family, &bytes, &text, 64) != nil else { return nil }
        return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    @Test("The C library prints addresses alike, and what is printed reads as the same address")
    func reference() {
        var random = SplitMix64(seed: 5952)
        for _ in 0..<5000 {
            let v4 = IPAddress.v4(UInt32(truncatingIfNeeded: random.next()))
            // Groups of which many are zero, or short.
            let groups = (0..<8).map { _ -> UInt64 in
                Bool.random(using: &random) ? 0 : random.next() >> UInt64.random(in: 48..<64, using: &random)
            }
            let high = groups[0..<4].reduce(0) { $0 << 16 | $1 }
            let low = groups[4..<8].reduce(0) { $0 << 16 | $1 }
            // The C library still shows IPv4 behind 96 zero bits, which RFC 4291 has given up.
            let v6 = IPAddress.v6(high: high | 1 << 32, low: low)
            for address in [v4, v6] {
                let text = Self.printed(address)
                #expect(text == Self.reference(address))
                #expect(IPAddress(text: text) == address)
            }
        }
    }

    private struct Vector: Decodable {
        let address: String
    }

    // Needs ../shared/data beside the package.
    @Test("The published IPv4 texts are printed as they are", .enabled(if: SharedData.isThere, "no ../shared/data"))
    func published() throws {
        let bytes = try SharedData.bytes("addresses/beaugunderson__ip-address/test/data/valid-ipv4-addresses.json")
        let texts = try JSONDecoder().decode([Vector].self, from: Data(bytes)).map(\.address)
        var blocks = 0
        for text in texts {
            if let address = IPAddress(text: text) { #expect(Self.printed(address) == text) }
            guard let block = AddressBlock(text: text) else { continue }
            #expect(Self.printed(block) == (text.contains("/") ? text : text + "/32"))
            blocks += 1
        }
        #expect(blocks >= 3)
    }

    private static func printed(_ block: AddressBlock) -> String {
        var text: [UInt8] = []
        block.append(to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    @Test(
        "A block is printed by its first address and the length of its prefix",
        arguments: [
            ("203.0.113.9/24", "203.0.113.0/24"), ("2001:db8:1:2::3/48", "2001:db8:1::/48"), ("::1/0", "::/0"),
            ("192.0.2.1", "192.0.2.1/32"), ("2001:db8::1", "2001:db8::1/128"), ("255.255.255.255/0", "0.0.0.0/0"),
            ("::ffff:10.1.2.3/104", "10.0.0.0/8"), ("2001:db8:1:ffff::/49", "2001:db8:1:8000::/49"),
        ])
    func blocks(_ text: String, _ canonical: String) throws {
        #expect(try Self.printed(#require(AddressBlock(text: text))) == canonical)
    }
}
