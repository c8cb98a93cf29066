import Crypto
import Foundation
import TestSupport
import Testing

@testable import Privacy

@Suite("HMAC-SHA-256 from a keyed state")
struct KeyedMACTests {
    private static func tag(_ key: [UInt8], _ message: [UInt8]) -> String {
        var mac = KeyedMAC(SymmetricKey(data: key))
        mac.update(message.span)
        let (high, low) = mac.tag()
        return hex(high, low)
    }

    /// RFC 2104, section 2: a key that is longer than a block is hashed first, which is the caller's to do.
    private static func fitting(_ key: [UInt8]) -> [UInt8] {
        key.count <= SHA256.blockByteCount ? key : Array(SHA256.hash(data: key))
    }

    /// RFC 4231, sections 4.2 to 4.8, the first 16 bytes of each.
    private static let cases: [(key: [UInt8], message: [UInt8], tag: String)] = [
        (Array(repeating: 0x0B, count: 20), Array("Hi There".utf8), "b0344c61d8db38535ca8afceaf0bf12b"),
        (Array("Jefe".utf8), Array("what do ya want for nothing?".utf8), "5bdcc146bf60754e6a042426089575c7"),
        (Array(repeating: 0xAA, count: 20), Array(repeating: 0xDD, count: 50), "773ea91e36800e46854db8ebd09181a7"),
        (Array(1...25), Array(repeating: 0xCD, count: 50), "82558a389a443c0ea4cc819899f2083a"),
        (
            Array(repeating: 0x0C, count: 20), Array("Test With Truncation".utf8), "a3b6167473100ee06e0c796c2955552b"
        ),
        (
            Array(repeating: 0xAA, count: 131), Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
            "60e431591ee0b67f0d8a26aacbf5b77f"
        ),
        (
            Array(repeating: 0xAA, count: 131),
            Array(
                """
                This is a test using a larger than block-size key and a larger than block-size data. The key needs to \
                be hashed before being used by the HMAC algorithm.
                """.utf8), "9b09ffa71b942fcb27635fbcd5b0e944"
        ),
    ]

    @Test("The cases of RFC 4231 come out right", arguments: cases.indices)
    func rfc4231(_ number: Int) {
        let vector = Self.cases[number]
        #expect(Self.tag(Self.fitting(vector.key), vector.message) == vector.tag)
    }

    private struct Wycheproof: Decodable {
        struct Group: Decodable {
            struct Vector: Decodable {
                let tcId: Int
                let key: String
                let msg: String
                let tag: String
                let result: String
            }
            let keySize: Int
            let tagSize: Int
            let tests: [Vector]
        }
        let testGroups: [Group]
    }

    // Needs ../shared/data beside the package.
    @Test("Wycheproof's vectors are told valid and invalid", .enabled(if: SharedData.isThere, "no ../shared/data"))
    func published() throws {
        let path = "crypto-vectors/C2SP__wycheproof/testvectors_v1/hmac_sha256_test.json"
        let groups = try SharedVectors.object(Wycheproof.self, path).testGroups
        var count = 0
        for group in groups {
            for vector in group.tests {
                let tag = String(vector.tag.prefix(32))
                let isEqual = Self.tag(Self.fitting(bytes(hex: vector.key)), bytes(hex: vector.msg)).hasPrefix(tag)
                // A tag that was modified behind its first 16 bytes cannot be told by them.
                guard vector.result == "valid" || vector.tag.count == 32 else { continue }
                #expect(isEqual == (vector.result == "valid"), "test \(vector.tcId)")
                count += 1
            }
        }
        #expect(count > 50)
    }

    @Test("It agrees with the library's own HMAC for any message")
    func agreesWithLibrary() {
        var random = SplitMix64(seed: 4231)
        for length in 0..<300 {
            let key = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &random) }
            let message = (0..<length).map { _ in UInt8.random(in: .min ... .max, using: &random) }
            let expected = HMAC<SHA256>.authenticationCode(for: message, using: SymmetricKey(data: key))
            #expect(Self.tag(key, message) == expected.prefix(16).map { String(format: "%02x", $0) }.joined())
        }
    }

    @Test("A copied state starts from the key alone")
    func copies() {
        let keyed = KeyedMAC(SymmetricKey(data: [UInt8](repeating: 7, count: 32)))
        var first = keyed
        first.update([1, 2, 3].span)
        var second = keyed
        second.update([4].span)
        var third = keyed
        third.update([1, 2, 3].span)
        #expect(first.tag() == third.tag())
        #expect(first.tag() != second.tag())
    }
}
