import Crypto
import Intake
import TestSupport
import Testing

@testable import Privacy

@Suite("Substitutes that preserve prefixes")
struct PrefixPreservingTests {
    /// The key of the sample trace in the authors' distribution.
    private static let published: [UInt8] = [
        21, 34, 23, 141, 51, 164, 207, 128, 19, 10, 91, 22, 73, 144, 125, 16, 216, 152, 143, 131, 121, 121, 101, 39, 98,
        87, 76, 45, 42, 132, 34, 2,
    ]

    private static func keyed(_ key: [UInt8] = published) -> PrefixPreserving {
        PrefixPreserving(SymmetricKey(data: key))
    }

    private static func substitute(_ text: String) throws -> String? {
        try keyed().substitutes(of: [#require(IPAddress(text: text))]).first?.text
    }

    @Test(
        "The pairs of the authors' sample trace come out",
        arguments: [
            ("128.11.68.132", "135.242.180.132"), ("129.118.74.4", "134.136.186.123"),
            ("130.132.252.244", "133.68.164.234"), ("141.223.7.43", "141.167.8.160"),
            ("141.233.145.108", "141.129.237.235"), ("152.163.225.39", "151.140.114.167"),
            ("156.29.3.236", "147.225.12.42"), ("165.247.96.84", "162.9.99.234"),
            ("166.107.77.190", "160.132.178.185"), ("192.102.249.13", "252.138.62.131"),
            ("192.215.32.125", "252.43.47.189"), ("192.233.80.103", "252.25.108.8"),
            ("193.150.244.223", "253.169.52.216"), ("195.205.63.100", "255.186.223.5"),
            ("198.26.132.101", "249.36.123.202"), ("199.217.79.101", "248.38.184.213"),
            ("202.49.198.20", "245.206.7.234"), ("204.184.162.189", "243.192.77.90"),
            ("205.188.147.153", "242.96.16.101"), ("205.188.248.25", "242.96.88.27"),
            ("207.25.71.27", "241.33.119.156"), ("208.147.89.59", "227.237.98.191"),
            ("209.246.74.109", "226.22.124.76"), ("212.206.130.201", "228.69.242.193"),
            ("216.148.237.145", "235.84.194.111"), ("24.0.250.221", "100.15.198.226"),
            ("24.94.26.44", "100.88.228.35"), ("38.15.67.68", "64.3.66.187"), ("4.3.88.225", "124.60.155.63"),
            ("63.195.241.44", "95.179.238.44"), ("64.14.118.196", "0.255.183.58"), ("64.39.15.238", "0.219.7.41"),
            ("10.185.25.118", "117.161.29.118"), ("0.0.0.0", "120.255.240.1"),
        ])
    func sampleTrace(_ address: String, _ expected: String) throws {
        #expect(try Self.substitute(address) == expected)
    }

    /// As other implementations of the 128-bit form print them under the same key.
    @Test(
        "IPv6 comes out as elsewhere",
        arguments: [
            ("::1", "78ff:f001:9fc0:20df:8380:b1f1:704:ed"), ("::2", "78ff:f001:9fc0:20df:8380:b1f1:704:ef"),
            ("::ffff", "78ff:f001:9fc0:20df:8380:b1f1:704:f838"),
            ("2001:db8::1", "4401:2bc:603f:d91d:27f:ff8e:e6f1:dc1e"),
            ("2001:db8::2", "4401:2bc:603f:d91d:27f:ff8e:e6f1:dc1c"),
        ])
    func v6(_ address: String, _ expected: String) throws {
        #expect(try Self.substitute(address) == expected)
    }

    /// Addresses of either version, many of them neighbours.
    private static func sample(_ count: Int, seed: UInt64) -> [IPAddress] {
        var random = SplitMix64(seed: seed)
        var addresses: [IPAddress] = []
        for _ in 0..<count {
            let shift = UInt64.random(in: 0..<64, using: &random)
            switch addresses.randomElement(using: &random) {
            case .v4(let bits) where shift < 48:
                addresses.append(.v4(bits ^ UInt32(truncatingIfNeeded: (random.next() >> 32) >> shift)))
            case .v6(let high, let low) where shift < 32:
                addresses.append(.v6(high: high, low: low ^ random.next() >> shift))
            case .v6(let high, _) where shift < 48:
                addresses.append(.v6(high: high ^ random.next() >> shift, low: random.next()))
            default:
                addresses.append(.v4(UInt32(truncatingIfNeeded: random.next())))
                addresses.append(.v6(high: random.next(), low: random.next()))
            }
        }
        return addresses
    }

    /// How many first bits two addresses share; nil if they are of different versions.
    private static func shared(_ left: IPAddress, _ right: IPAddress) -> Int? {
        switch (left, right) {
        case (.v4(let left), .v4(let right)): (left ^ right).leadingZeroBitCount
        case (.v6(let high, let low), .v6(let otherHigh, let otherLow)):
            high == otherHigh ? 64 + (low ^ otherLow).leadingZeroBitCount : (high ^ otherHigh).leadingZeroBitCount
        default: nil
        }
    }

    @Test("Two substitutes have exactly as many first bits in common as their addresses")
    func prefixes() {
        let addresses = Self.sample(400, seed: 2002)
        let substitutes = Self.keyed().substitutes(of: addresses)
        var lengths: Set<Int> = []
        for left in addresses.indices {
            for right in 0..<left {
                let length = Self.shared(addresses[left], addresses[right])
                if let length { lengths.insert(length) }
                #expect(length == Self.shared(substitutes[left], substitutes[right]))
            }
        }
        #expect(lengths.count > 80)
    }

    @Test("It is one to one on a whole /16, and an address has its substitute in any company and order")
    func bijection() {
        let keyed = Self.keyed()
        let network = (0..<65_536).map { IPAddress.v4(0xC633_0000 | $0) }
        let substitutes = keyed.substitutes(of: network)
        #expect(Set(substitutes).count == 65_536)
        var random = SplitMix64(seed: 16)
        for number in (0..<200).map({ _ in Int.random(in: 0..<65_536, using: &random) }) {
            #expect(keyed.substitutes(of: [network[number]]) == [substitutes[number]])
        }
        let addresses = Self.sample(300, seed: 7)
        let order = addresses.indices.shuffled(using: &random)
        let mixed = keyed.substitutes(of: order.map { addresses[$0] } + addresses)
        let alone = addresses.map { keyed.substitutes(of: [$0])[0] }
        #expect(mixed == order.map { alone[$0] } + alone)
        #expect(keyed.substitutes(of: []).isEmpty)
        // Alike as far as IPv4 goes.
        let last = [IPAddress.v4(.max), .v6(high: .max << 32, low: 0)]
        #expect(keyed.substitutes(of: last) == last.map { keyed.substitutes(of: [$0])[0] })
    }

    @Test("Either half of the key decides")
    func keys() {
        let addresses = Self.sample(200, seed: 3)
        let substitutes = Self.keyed().substitutes(of: addresses)
        for changed in [0, 15, 16, 31] {
            var key = Self.published
            key[changed] ^= 1
            let others = Self.keyed(key).substitutes(of: addresses)
            #expect(zip(substitutes, others).filter { $0 == $1 }.isEmpty)
        }
    }

    @Test("The key does not show where the object is printed")
    func printing() {
        let keyed = Self.keyed()
        var text = "\(keyed) \(String(reflecting: keyed))"
        dump(keyed, to: &text)
        #expect(!text.contains("cipher") && !text.contains("pad") && !text.contains("216"))
    }
}
