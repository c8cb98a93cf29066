import TestSupport
import Testing

@testable import Intake

@Suite("Blocks of addresses")
struct AddressBlockTests {
    @Test(
        "A block holds the addresses that begin like it",
        arguments: [
            ("10.0.0.0/8", "10.255.255.255", "11.0.0.0"), ("10.0.0.1/8", "10.0.0.0", "9.255.255.255"),
            ("192.0.2.7", "192.0.2.7", "192.0.2.6"), ("192.0.2.6/31", "192.0.2.7", "192.0.2.8"),
            ("0.0.0.0/0", "255.255.255.255", "::1"), ("2001:db8::/32", "2001:db8:ffff::1", "2001:db9::"),
            ("2001:db8::1", "2001:db8::1", "2001:db8::2"),
            ("2001:db8::/65", "2001:db8::7fff:0:0:1", "2001:db8::8000:0:0:1"),
            ("::/0", "ffff::", "192.0.2.1"), ("::ffff:10.0.0.0/104", "10.1.2.3", "11.1.2.3"),
            ("10.0.0.0/8", "::ffff:10.1.2.3", "::ffff:11.1.2.3"), ("2001:db8::/64", "2001:db8::1", "2001:db8:0:1::1"),
        ])
    func contains(text: String, inside: String, outside: String) throws {
        let block = try #require(AddressBlock(text: text))
        #expect(try block.contains(#require(IPAddress(text: inside))))
        #expect(try !block.contains(#require(IPAddress(text: outside))))
    }

    @Test(
        "What is no block is none",
        arguments: [
            "", "/", "/8", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/08", "10.0.0.0/8 ", " 10.0.0.0/8",
            "10/8",
            "10.0.0.0/8/8", "10.0.0.0:80/8", "10.0.0.0:80", "[2001:db8::]/32", "[2001:db8::1]", "2001:db8::/129",
            "fe80::%eth0/10", "::ffff:10.0.0.0/95", "10.0.0.0/0x8", "10.0.0.0/1000", "localhost", "unix:", "*",
        ])
    func garbage(text: String) {
        #expect(AddressBlock(text: text) == nil)
    }

    @Test("Membership is equality of the first bits")
    func properties() {
        var random = SplitMix64(seed: 4632)
        func bits(_ high: UInt64, _ low: UInt64) -> [Bool] {
            [high, low].flatMap { word in (0..<64).map { word >> UInt64(63 - $0) & 1 == 1 } }
        }
        for _ in 0..<2000 {
            let length = Int.random(in: 0...128, using: &random)
            let (high, low) = (random.next(), random.next())
            let flipped = Int.random(in: 0..<128, using: &random)
            let other =
                flipped < 64 ? (high ^ 1 << UInt64(63 - flipped), low) : (high, low ^ 1 << UInt64(127 - flipped))
            let block = AddressBlock(IPAddress(high: high, low: low), length)
            let isInside = bits(high, low).prefix(length).elementsEqual(bits(other.0, other.1).prefix(length))
            #expect(block.contains(IPAddress(high: other.0, low: other.1)) == isInside)
        }
    }
}
