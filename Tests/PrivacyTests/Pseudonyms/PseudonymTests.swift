import Events
import Intake
import Testing

@testable import Privacy

@Suite("Pseudonyms")
struct PseudonymTests {
    private static let policy = Policy.standard(site: "example.org")
    private static let agent = "Mozilla/5.0 (X11; Linux x86_64)"

    /// What the gate makes of one record.
    private static func event(
        _ texts: [RawBatch.Text: String], supplement: Int = 0, first: UInt8 = 0, policy: Policy = policy
    ) throws -> EventBatch {
        let gate = Gate(policy: policy, seed: 3)
        let keys = TestKeys.epochKeys(supplement: supplement, first: first, policy: policy)
        return try #require(gate.admit(RawBatch([RawRow(texts)])) { _ throws(Never) in keys }.first)
    }

    /// Computed with Python's `hmac` from the definition, under the epoch key 00 01 … 1f.
    private static let golden: [(texts: [RawBatch.Text: String], field: EventField.Identity, pseudonym: String)] = [
        ([.client: "203.0.113.9", .agent: agent], .visitor, "0d24e477aa9d2a54c338434b1377f062"),
        ([.client: "2001:db8::1", .agent: agent], .visitor, "e6541851c4c5cb4c90cc5579f4a6a411"),
        ([.client: "host.example", .agent: agent], .visitor, "2fa995d4066a983b50d7970c5a4dd914"),
        ([.client: "203.0.113.9"], .network, "b3daa8bae3a88327e8fe3196e56a622e"),
        ([.client: "2001:db8::1"], .network, "90238af8cd5d43f934f8537c794c6529"),
        ([.user: "alice", .client: "203.0.113.9"], .visitor, "7feea8d4a273da4d5c079f449af29c30"),
        ([.user: "zo\u{EB}"], .visitor, "54449569e09129e9322fac7c7d47c741"),
        ([.user: "zoe\u{308}"], .visitor, "54449569e09129e9322fac7c7d47c741"),
        ([.cookie: "sid=1", .agent: agent], .visitor, "853d322a4f7ee5307c88de6125cad426"),
        ([.mac: "00:00:5e:00:53:01"], .device, "2c958d7151a31e01d90e7bacd77b2879"),
        ([.device: "f81d4fae-7dec-11d0-a765-00a0c91e6bf6"], .device, "85ed0ba7a9602078750a584dae5d7cd9"),
        ([.device: "f81d4fae-7dec-11d0-a765-00a0c91e6bf6"], .visitor, "e8893bf9f4d413a62cd154a3208b3f76"),
    ]

    @Test("They are those of an independent implementation", arguments: golden.indices)
    func independent(_ number: Int) throws {
        let (texts, field, expected) = Self.golden[number]
        let pseudonym = try #require(try Self.event(texts).pseudonym(field))
        #expect("\(pseudonym)" == expected)
    }

    @Test("A supplement of a day has pseudonyms of its own")
    func supplement() throws {
        let pseudonym = try #require(try Self.event([.user: "alice"], supplement: 1).pseudonym(.visitor))
        #expect("\(pseudonym)" == "47964a395833c1d1bbd7730890bd12ba")
    }

    @Test("The same identifier in another field, epoch, site, purpose or under another key is unrelated")
    func separation() throws {
        let device: [RawBatch.Text: String] = [.device: "f81d4fae-7dec-11d0-a765-00a0c91e6bf6"]
        let fields = Dictionary(
            uniqueKeysWithValues: EventColumn.all.map { ($0, Policy.Field($0.rules[0], for: Purpose("advertising"))) })
        let others = [
            try Self.event(device),
            try Self.event(device, supplement: 1),
            try Self.event(device, first: 1),
            try Self.event(device, policy: .standard(site: "example.net")),
            try Self.event(device, policy: Policy(site: "example.org", fields: fields)),
        ]
        let pseudonyms = others.flatMap { [$0.pseudonym(.visitor), $0.pseudonym(.device)] }
        #expect(Set(pseudonyms).count == 10)
    }

    @Test("A visitor is the user, else the cookie, the device, the MAC address, else address and agent")
    func precedence() throws {
        let all: [RawBatch.Text: String] = [
            .user: "u", .cookie: "c", .device: "d", .mac: "00005e005301", .client: "203.0.113.9", .agent: "a",
        ]
        let order: [RawBatch.Text] = [.user, .cookie, .device, .mac]
        var left = all
        for field in order {
            var only = all.filter { $0.key == field }
            #expect(try Self.event(left).pseudonym(.visitor) == Self.event(only).pseudonym(.visitor))
            only[field] = "other"
            #expect(try Self.event(left).pseudonym(.visitor) != Self.event(only).pseudonym(.visitor))
            left[field] = nil
        }
        let another = left.merging([.agent: "b"]) { _, new in new }
        #expect(try Self.event(left).pseudonym(.visitor) != Self.event(another).pseudonym(.visitor))
        left[.client] = nil
        #expect(try Self.event(left).pseudonym(.visitor) == nil)
    }

    @Test("A device that sends a null id is nobody, and the next identifier counts")
    func nullDevice() throws {
        let null = "00000000-0000-0000-0000-000000000000"
        let event = try Self.event([.device: null, .client: "203.0.113.9", .agent: Self.agent])
        #expect(event.pseudonym(.device) == nil)
        #expect(event.pseudonym(.visitor).map { "\($0)" } == Self.golden[0].pseudonym)
    }

    @Test("Visitors of one /64 and agent are one, neighbours are not; a /48 is one network")
    func prefixes() throws {
        func event(_ client: String) throws -> EventBatch { try Self.event([.client: client, .agent: Self.agent]) }
        let home = try event("2001:db8:1:2::1")
        #expect(try event("2001:db8:1:2:ffff::").pseudonym(.visitor) == home.pseudonym(.visitor))
        #expect(try event("2001:db8:1:3::1").pseudonym(.visitor) != home.pseudonym(.visitor))
        #expect(try event("2001:db8:1:3::1").pseudonym(.network) == home.pseudonym(.network))
        #expect(try event("2001:db8:2:2::1").pseudonym(.network) != home.pseudonym(.network))
        let office = try event("203.0.113.1")
        #expect(try event("203.0.113.2").pseudonym(.visitor) != office.pseudonym(.visitor))
        #expect(try event("203.0.113.2").pseudonym(.network) == office.pseudonym(.network))
        #expect(try event("203.0.114.1").pseudonym(.network) != office.pseudonym(.network))
        #expect(try event("unknown").pseudonym(.network) == nil)
    }

    @Test("One address has one pseudonym in any notation, and one entry in the column's dictionary")
    func notations() throws {
        let gate = Gate(policy: Self.policy, seed: 3)
        let keys = TestKeys.epochKeys(policy: Self.policy)
        let texts = [
            "203.0.113.9", "203.0.113.9:1234", "::ffff:203.0.113.9", "[::ffff:cb00:7109]:80", "::FFFF:cb00:7109",
        ]
        let batch = RawBatch(texts.map { RawRow([.client: $0, .agent: Self.agent]) })
        let events = try #require(gate.admit(batch) { _ throws(Never) in keys }.first)
        #expect(events[.visitor].dictionary.count == 1)
        #expect(events[.visitor].indices == [0, 0, 0, 0, 0])
        #expect(events[.network].dictionary.count == 1)
    }
}
