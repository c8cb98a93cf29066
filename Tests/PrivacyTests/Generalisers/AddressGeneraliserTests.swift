import TestSupport
import Testing

@testable import Privacy

@Suite("Addresses cut down to their networks")
struct AddressGeneraliserTests {
    private static func network(_ address: String, _ generaliser: AddressGeneraliser = AddressGeneraliser()) -> String?
    {
        var result: [UInt8] = []
        guard generaliser.generalise(Array(address.utf8).span, into: &result) else {
            #expect(result.isEmpty)
            return nil
        }
        return String(decoding: result, as: UTF8.self)
    }

    @Test(
        "What is left is /24 of IPv4 and /48 of IPv6, whatever the notation",
        arguments: [
            ("203.0.113.9", "203.0.113.0/24"), ("203.0.113.255:8080", "203.0.113.0/24"),
            ("::ffff:203.0.113.9", "203.0.113.0/24"), ("2001:db8:1:2:3:4:5:6", "2001:db8:1::/48"),
            ("[2001:DB8:1::%eth0]:443", "2001:db8:1::/48"), ("::1", "::/48"),
        ])
    func standard(_ address: String, _ network: String) {
        #expect(Self.network(address) == network)
    }

    @Test("Shorter prefixes may be asked for, longer ones not")
    func lengths() throws {
        let coarse = try #require(AddressGeneraliser(v4: 16, v6: 32))
        #expect(Self.network("203.0.113.9", coarse) == "203.0.0.0/16")
        #expect(Self.network("2001:db8:1::1", coarse) == "2001:db8::/32")
        #expect(AddressGeneraliser(v4: 24, v6: 48) == AddressGeneraliser())
        for (v4, v6) in [(25, 48), (24, 49), (0, 48), (24, 0), (-1, 48), (32, 128)] {
            #expect(AddressGeneraliser(v4: v4, v6: v6) == nil)
        }
    }

    @Test(
        "What is no address leaves nothing",
        arguments: ["", "-", "host.example", "203.0.113", "203.0.113.09", "1::2::3"])
    func garbage(_ text: String) {
        #expect(Self.network(text) == nil)
    }

    @Test("Two addresses have the same network exactly if they begin alike, and no bytes make it fail")
    func properties() {
        var random = SplitMix64(seed: 2448)
        for _ in 0..<2000 {
            let address = UInt32(truncatingIfNeeded: random.next())
            let flipped = Int.random(in: 0..<32, using: &random)
            let texts = [address, address ^ 1 << UInt32(31 - flipped)].map { bits in
                [24, 16, 8, 0].map { String(bits >> $0 & 255) }.joined(separator: ".")
            }
            #expect((Self.network(texts[0]) == Self.network(texts[1])) == (flipped >= 24))
            let bytes = (0..<Int.random(in: 0..<40, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            var result: [UInt8] = []
            _ = AddressGeneraliser().generalise(bytes.span, into: &result)
        }
    }
}
