import Events
import Foundation
import Intake
import TestSupport
import Testing

@testable import Privacy

@Suite("Addresses that keep their prefixes, at the gate")
struct GateAddressTests {
    private static func gate() throws -> Gate {
        Gate(policy: try Policy(site: "example.org", fields: [.text(.address): .init(.prefixPreserving)]), seed: 1)
    }

    /// Two addresses of each of 30 networks.
    private static let clients: [String] = {
        var random = SplitMix64(seed: 2002)
        return (0..<30).flatMap { number in
            let network = "198.\(number).\(UInt8.random(in: 0...255, using: &random))"
            return ["\(network).1", "\(network).\(UInt8.random(in: 2...255, using: &random))"]
        }
    }()

    private static func rows(_ days: [Int]) -> [RawRow] {
        clients.flatMap { client in
            days.map { RawRow(time: (TestKeys.start + Int64($0) * 86_400) * 1000, [.client: client]) }
        }
    }

    private static func word(_ text: String?) throws -> UInt32 {
        guard case .v4(let word)? = text.flatMap({ IPAddress(text: $0) }) else { throw CocoaError(.formatting) }
        return word
    }

    @Test("Within a day, substitutes have as many first bits in common as the addresses")
    func prefixes() throws {
        let event = try #require(GateTests.admit(Self.rows([0]), gate: Self.gate()).first)
        let addresses = try Self.clients.map { try Self.word($0) }
        let substitutes = try Self.clients.indices.map { try Self.word(event.text(.address, $0)) }
        for left in addresses.indices {
            for right in 0..<left {
                let shared = (addresses[left] ^ addresses[right]).leadingZeroBitCount
                #expect((substitutes[left] ^ substitutes[right]).leadingZeroBitCount == shared)
            }
        }
        #expect(Set(addresses).isDisjoint(with: substitutes))
    }

    @Test(
        "A batch that crosses midnight gives each day the substitutes that the day has alone, unrelated to the other's")
    func midnight() throws {
        let gate = try Self.gate()
        let together = GateTests.admit(Self.rows([0, 1]), gate: gate)
        #expect(together.count == 2)
        var byDay: [[String?]] = []
        for (day, event) in together.enumerated() {
            let alone = try #require(GateTests.admit(Self.rows([day]), gate: gate).first)
            byDay.append(Self.clients.indices.map { event.text(.address, $0) })
            #expect(byDay[day] == Self.clients.indices.map { alone.text(.address, $0) })
        }
        #expect(zip(byDay[0], byDay[1]).allSatisfy { $0 != $1 })
        // Half of all bits differ, where the substitutes have nothing to do with each other.
        let differing = try zip(byDay[0], byDay[1]).reduce(0) {
            try $0 + (Self.word($1.0) ^ Self.word($1.1)).nonzeroBitCount
        }
        #expect((600...1320).contains(differing))
    }

    @Test("What is no address has no substitute")
    func opaque() throws {
        let rows = ["host.example", "198.51.100.1", ""].map { RawRow([.client: $0]) }
        let event = try #require(GateTests.admit(rows, gate: Self.gate()).first)
        #expect(event.text(.address, 0) == nil && event.text(.address, 2) == nil)
        #expect(event.text(.address, 1) != nil)
    }
}
