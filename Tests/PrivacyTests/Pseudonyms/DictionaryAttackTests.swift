import Crypto
import Events
import Intake
import TestSupport
import Testing

@testable import Privacy

/// Whoever has the store tries every address of a network in which the visitors are known to be.
@Suite("A dictionary attack")
struct DictionaryAttackTests {
    private static let policy = Policy.standard(site: "example.org")
    private static let gate = Gate(policy: policy, seed: 3)
    private static let agent = "Mozilla/5.0 (X11; Linux x86_64)"
    /// All of 198.51.0.0/16.
    private static let addresses = (0..<65_536).map { "198.51.\($0 >> 8).\($0 & 255)" }

    /// The first byte of a day's key; each day has another key.
    private static func first(_ day: Int) -> UInt8 { UInt8(40 + 32 * day) }

    private static func visitors(
        _ addresses: [String], day: Int, supplement: Int = 0, key: UInt8
    ) throws -> Set<Pseudonym> {
        let time = (TestKeys.start + Int64(day) * 86_400) * 1000
        let rows = addresses.map { RawRow(time: time, [.client: $0, .agent: agent]) }
        let keys = TestKeys.epochKeys(day, supplement: supplement, first: key, policy: policy)
        let event = try #require(gate.admit(RawBatch(rows)) { _ throws(Never) in keys }.first)
        return Set(event[.visitor].dictionary)
    }

    /// What is stored of 200 of the addresses, the same on each of three days.
    private static func stored(_ day: Int, supplement: Int = 0) throws -> Set<Pseudonym> {
        var random = SplitMix64(seed: 16)
        let seen = (0..<200).compactMap { _ in addresses.randomElement(using: &random) }
        return try visitors(seen, day: day, supplement: supplement, key: first(day))
    }

    /// What is hashed for an address: the scheme is no secret.
    private static func message(_ address: String) -> [UInt8] {
        [Pseudonymizer.version] + Identifier.address.part(address) + Identifier.agent.part(agent)
    }

    private static func head(_ bytes: some Sequence<UInt8>) -> Pseudonym {
        let words = bytes.prefix(16).reduce((high: UInt64(0), low: UInt64(0))) { words, byte in
            (words.high << 8 | words.low >> 56, words.low << 8 | UInt64(byte))
        }
        return Pseudonym(high: words.high, low: words.low)
    }

    @Test("Without the key, nothing that an address can be hashed to is stored")
    func withoutKey() throws {
        let stored = try Self.stored(0)
        #expect(stored.count > 190)
        let field = KeyDerivation.info(["example.org", "statistics", "visitor", "\(Epoch(day: TestKeys.day))"])
        let keys = [[], [UInt8](repeating: 0, count: 32), Array("example.org".utf8), field].map {
            SymmetricKey(data: $0)
        }
        for address in Self.addresses {
            let message = Self.message(address)
            let text = Array(address.utf8)
            for bytes in [message, text, text + Array(Self.agent.utf8)] {
                #expect(!stored.contains(Self.head(SHA256.hash(data: bytes))))
                #expect(!stored.contains(Self.head(Insecure.MD5.hash(data: bytes))))
            }
            for key in keys {
                #expect(!stored.contains(Self.head(HMAC<SHA256>.authenticationCode(for: message, using: key))))
            }
        }
    }

    @Test("Under a key of the attacker's own, no address has a pseudonym that is stored")
    func ownKey() throws {
        let guessed = try Self.visitors(Self.addresses, day: 0, key: 7)
        #expect(guessed.count == 65_536)
        #expect(try guessed.isDisjoint(with: Self.stored(0)))
    }

    @Test("The leaked key of a day opens that day, and neither its neighbours nor its supplement")
    func leakedKey() throws {
        let guessed = try Self.visitors(Self.addresses, day: 1, key: Self.first(1))
        #expect(try guessed.isSuperset(of: Self.stored(1)))
        for day in [0, 2] {
            let stored = try Self.stored(day)
            #expect(guessed.isDisjoint(with: stored))
            // Nor does it if it is taken for the key of the other day.
            let mistaken = try Self.visitors(Self.addresses, day: day, key: Self.first(1))
            #expect(mistaken.isDisjoint(with: stored))
        }
        #expect(try guessed.isDisjoint(with: Self.stored(1, supplement: 1)))
    }
}
