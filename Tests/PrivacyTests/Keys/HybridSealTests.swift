import Crypto
import Foundation
import TestSupport
import Testing

@testable import Privacy

@Suite("Sealing to a public half")
struct HybridSealTests {
    private let purpose = ["a purpose"]

    @Test(
        "The published message for X25519, HKDF-SHA256 and AES-256-GCM is opened (RFC 9180's test vectors, base mode)")
    func published() throws {
        let half = PrivateHalf(
            TestKeys.secret(bytes(hex: "497b4502664cfea5d5af0b39934dac72242a74f8480451e1aee7d6a53320333d")))
        #expect(half.publicHalf.bytes == bytes(hex: "430f4b9859665145a6b1ba274024487bd66f03a2dd577d7753c68d7d7d00c00c"))
        let opened = try HybridSeal.open(
            Data(
                bytes(
                    hex: "e5d84cd531cfb583096e7cfa9641bd3079cf3a91cda813c52deb5f512be9931980a41de125a925cdad859d5b7a")),
            encapsulated: Data(bytes(hex: "6c93e09869df3402d7bf231bf540fadd35cd56be14f97178f0954db94b7fc256")),
            with: half, info: Data("Ode on a Grecian Urn".utf8), associated: Data("Count-0".utf8))
        #expect(opened == Data("Beauty is truth, truth beauty".utf8))
    }

    @Test("What is sealed is opened by the private half, and is as much longer as said")
    func roundTrip() throws {
        let half = PrivateHalf.random()
        for first in 0..<8 {
            let sealed = try HybridSeal.seal(
                TestKeys.secret(startingWith: UInt8(first)), to: half.publicHalf, for: purpose)
            #expect(sealed.count == 32 + HybridSeal.overhead)
            let opened = try HybridSeal.open(sealed, with: half, for: purpose)
            let isSame = opened.isEqual(to: TestKeys.secret(startingWith: UInt8(first)))
            #expect(isSame)
        }
    }

    @Test("The same is never sealed the same way twice")
    func fresh() throws {
        let half = PrivateHalf.random()
        let key = TestKeys.secret(startingWith: 0)
        let first = try HybridSeal.seal(key, to: half.publicHalf, for: purpose)
        #expect(try HybridSeal.seal(key, to: half.publicHalf, for: purpose) != first)
    }

    @Test("Another private half and another purpose open nothing")
    func separation() throws {
        let half = PrivateHalf.random()
        let sealed = try HybridSeal.seal(TestKeys.secret(startingWith: 0), to: half.publicHalf, for: purpose)
        #expect(throws: SealError.cannotOpen) { _ = try HybridSeal.open(sealed, with: .random(), for: purpose) }
        #expect(throws: SealError.cannotOpen) { _ = try HybridSeal.open(sealed, with: half, for: ["a", "purpose"]) }
    }

    @Test("A bit that is changed anywhere, a byte more and a byte less are noticed")
    func damage() throws {
        let half = PrivateHalf.random()
        let sealed = try HybridSeal.seal(TestKeys.secret(startingWith: 0), to: half.publicHalf, for: purpose)
        for place in sealed.indices {
            var changed = sealed
            changed[place] ^= 1
            #expect(throws: SealError.cannotOpen) { _ = try HybridSeal.open(changed, with: half, for: purpose) }
        }
        for length in [Array(sealed.dropLast()), sealed + [0], []] {
            #expect(throws: SealError.cannotOpen) { _ = try HybridSeal.open(length, with: half, for: purpose) }
        }
    }

    @Test("Nothing is sealed to a point of low order, whose shared secret anyone knows")
    func lowOrder() throws {
        let zero = try #require(PublicHalf([UInt8](repeating: 0, count: 32)))
        #expect(throws: SealError.unusableKey) {
            _ = try HybridSeal.seal(TestKeys.secret(startingWith: 0), to: zero, for: purpose)
        }
        let half = PrivateHalf.random()
        let forged = zero.bytes + [UInt8](repeating: 7, count: 48)
        #expect(throws: SealError.cannotOpen) { _ = try HybridSeal.open(forged, with: half, for: purpose) }
    }

    @Test("The public half is that of RFC 7748, section 6.1")
    func rfc7748() {
        let half = PrivateHalf(
            TestKeys.secret(bytes(hex: "77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a")))
        #expect(half.publicHalf.bytes == bytes(hex: "8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a"))
    }

    @Test("A fingerprint is the beginning of the SHA-256 of the public half")
    func fingerprint() throws {
        let zero = try #require(PublicHalf([UInt8](repeating: 0, count: 32)))
        #expect(zero.fingerprint == "66687aadf862bd77")
    }

    // Wycheproof and the like, where they lie beside the package.
    private static let vectors = "crypto-vectors/C2SP__wycheproof/testvectors_v1/aes_gcm_test.json"

    private static func isThere(_ path: String) -> Bool {
        SharedData.folder.map { FileManager.default.fileExists(atPath: $0 + "/" + path) } ?? false
    }

    private struct Wycheproof: Decodable {
        struct Group: Decodable {
            struct Vector: Decodable {
                let tcId: Int
                let key, iv, aad, msg, ct, tag, result: String
            }
            let keySize, ivSize, tagSize: Int
            let tests: [Vector]
        }
        let testGroups: [Group]
    }

    @Test(
        "Wycheproof's vectors of AES-256-GCM", .enabled(if: isThere(vectors), "no aes_gcm_test.json in ../shared/data"))
    func wycheproof() throws {
        let groups = try SharedVectors.object(Wycheproof.self, Self.vectors).testGroups
        for group in groups where group.keySize == 256 && group.ivSize == 96 && group.tagSize == 128 {
            for vector in group.tests {
                let sealed = bytes(hex: vector.iv + vector.ct + vector.tag)
                let opened = try? AES.GCM.open(
                    AES.GCM.SealedBox(combined: sealed), using: SymmetricKey(data: bytes(hex: vector.key)),
                    authenticating: bytes(hex: vector.aad))
                let expected = vector.result == "valid" ? Data(bytes(hex: vector.msg)) : nil
                #expect(opened == expected, "test \(vector.tcId)")
            }
        }
    }

    @Test("AES-256-GCM gives what its authors published (test case 16 of McGrew and Viega)")
    func aes() throws {
        let box = try AES.GCM.seal(
            bytes(
                hex: """
                    d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72
                    1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39
                    """),
            using: SymmetricKey(
                data: bytes(hex: "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308")),
            nonce: AES.GCM.Nonce(data: bytes(hex: "cafebabefacedbaddecaf888")),
            authenticating: bytes(hex: "feedfacedeadbeeffeedfacedeadbeefabaddad2"))
        #expect(Array(box.tag) == bytes(hex: "76fc6ece0f4e1768cddf8853bb2d551b"))
        #expect(box.ciphertext.prefix(4).elementsEqual(bytes(hex: "522dc1f0")))
    }
}
