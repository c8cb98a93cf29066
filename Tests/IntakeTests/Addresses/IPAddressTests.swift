import Foundation
import TestSupport
import Testing

@testable import Intake

@Suite("Internet addresses")
struct IPAddressTests {
    @Test(
        "Every notation of an IPv4 address is that address",
        arguments: [
            "203.0.113.9", "203.0.113.9:80", "203.0.113.9:65535", "::ffff:203.0.113.9", "::FFFF:203.0.113.9",
            "::ffff:cb00:7109", "0:0:0:0:0:ffff:203.0.113.9", "[::ffff:203.0.113.9]", "[::ffff:203.0.113.9]:443",
            "0000:0000:0000:0000:0000:ffff:cb00:7109", "::ffff:203.0.113.9%eth0",
        ])
    func v4(_ text: String) {
        #expect(IPAddress(text: text) == .v4(0xCB00_7109))
    }

    @Test(
        "Every notation of an IPv6 address is that address",
        arguments: [
            "2001:db8::1", "2001:DB8::1", "2001:0db8:0000:0000:0000:0000:0000:0001", "2001:db8:0:0:0:0:0:1",
            "2001:db8::0:1", "2001:db8:0:0::1", "2001:db8::0.0.0.1", "[2001:db8::1]", "[2001:db8::1]:443",
            "2001:db8::1%eth0", "[2001:db8::1%25eth0]:80",
        ])
    func v6(_ text: String) {
        #expect(IPAddress(text: text) == .v6(high: 0x2001_0DB8_0000_0000, low: 1))
    }

    @Test("Zeros may stand at either end, or everywhere")
    func gaps() {
        #expect(IPAddress(text: "::") == .v6(high: 0, low: 0))
        #expect(IPAddress(text: "::1") == .v6(high: 0, low: 1))
        #expect(IPAddress(text: "1::") == .v6(high: 1 << 48, low: 0))
        #expect(IPAddress(text: "1:2:3:4:5:6:7::") == .v6(high: 0x0001_0002_0003_0004, low: 0x0005_0006_0007_0000))
        #expect(IPAddress(text: "1:2:3:4:5:6:7:8") == .v6(high: 0x0001_0002_0003_0004, low: 0x0005_0006_0007_0008))
        #expect(IPAddress(text: "64:ff9b::203.0.113.9") == .v6(high: 0x0064_FF9B_0000_0000, low: 0xCB00_7109))
        #expect(IPAddress(text: "::203.0.113.9") == .v6(high: 0, low: 0xCB00_7109))
    }

    @Test(
        "What is no address is none",
        arguments: [
            "", "-", "unknown", "unix:", "unix:/run/app.sock", "host.example", "localhost", "203.0.113",
            "203.0.113.9.1",
            "203.0.113.256", "203.0.113.09", "001.002.003.004", "0203.0.113.9", "203.0.113.9:", "203.0.113.9:65536",
            "203.0.113.9:80a", " 203.0.113.9", "203.0.113.9 ", "203.0.113.9/24", "0xcb007109", "3405803785", ":", ":::",
            "1::2::3", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7:8::", "::1:2:3:4:5:6:7:8", "12345::",
            "g::1",
            "1:", ":1", "::1:", "[::1", "::1]", "[::1]80", "[::1]:", "[]", "[203.0.113.9]", "::1%", "::203.0.113.09",
            "::ffff:203.0.113.9:80", "1:2:3:4:5:6:7:203.0.113.9",
        ])
    func garbage(_ text: String) {
        #expect(IPAddress(text: text) == nil)
    }

    private struct Vector: Decodable {
        let address: String
    }

    // Needs ../shared/data beside the package.
    @Test("The published lists of IPv4 texts are told apart", .enabled(if: SharedData.isThere, "no ../shared/data"))
    func published() throws {
        let folder = "addresses/beaugunderson__ip-address/test/data/"
        func vectors(_ name: String) throws -> [String] {
            let bytes = try SharedData.bytes(folder + name)
            return try JSONDecoder().decode([Vector].self, from: Data(bytes)).map(\.address)
        }
        // An address with a prefix length is a network, not an address.
        for text in try vectors("valid-ipv4-addresses.json") {
            #expect((IPAddress(text: text) == nil) == text.contains("/"), "\(text)")
        }
        for text in try vectors("invalid-ipv4-addresses.json") { #expect(IPAddress(text: text) == nil, "\(text)") }
    }

    @Test(
        "The text of an address is what stands between brackets and before the port",
        arguments: [
            ("192.0.2.1", "192.0.2.1"), ("192.0.2.1:80", "192.0.2.1"), ("2001:db8::1", "2001:db8::1"),
            ("[2001:db8::1]", "2001:db8::1"), ("[2001:db8::1]:80", "2001:db8::1"), ("[fe80::1%eth0]:1", "fe80::1%eth0"),
        ])
    func text(_ text: String, _ expected: String) {
        let bytes = Array(text.utf8)
        let range = IPAddress.read(bytes.span)?.range
        #expect(range.map { String(decoding: bytes[$0], as: UTF8.self) } == expected)
    }

    @Test("Parsing gives back what was written, and never fails on any bytes")
    func properties() {
        var random = SplitMix64(seed: 4291)
        for _ in 0..<2000 {
            let high = random.next()
            let low = random.next()
            let groups = [high, low].flatMap { word in
                [48, 32, 16, 0].map { String(word >> UInt64($0) & 0xFFFF, radix: 16) }
            }
            #expect(IPAddress(text: groups.joined(separator: ":")) == IPAddress(high: high, low: low))
        }
        let alphabet = Array("0123456789abcdef:.[]%/x ".utf8)
        for _ in 0..<20_000 {
            let length = Int.random(in: 0..<50, using: &random)
            let text = (0..<length).map { _ in alphabet.randomElement(using: &random) ?? 0 }
            _ = IPAddress(text.span)
        }
    }
}
