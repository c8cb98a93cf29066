import Foundation
import TestSupport
import Testing

@testable import Privacy

@Suite("The key that signs certificates")
struct SigningKeyTests {
    /// RFC 8032, section 7.1.
    struct Vector: Sendable, CustomTestStringConvertible {
        let name: String
        let secret, publicKey, message, signature: String

        var testDescription: String { name }
    }

    static let vectors = [
        Vector(
            name: "test 1",
            secret: "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            publicKey: "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
            message: "",
            signature: """
                e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe2465514143\
                8e7a100b
                """),
        Vector(
            name: "test 2",
            secret: "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
            publicKey: "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
            message: "72",
            signature: """
                92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d2916\
                12bb0c00
                """),
        Vector(
            name: "test 3",
            secret: "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
            publicKey: "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
            message: "af82",
            signature: """
                6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027bece\
                ea1ec40a
                """),
        Vector(
            name: "test SHA(abc)",
            secret: "833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42",
            publicKey: "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
            message: """
                ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94f\
                a54ca49f
                """,
            signature: """
                dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef117\
                7331a704
                """),
    ]

    @Test("It signs as RFC 8032 has it", arguments: vectors)
    func vector(_ vector: Vector) {
        let key = SigningKey(TestKeys.secret(bytes(hex: vector.secret)))
        let message = bytes(hex: vector.message)
        let signature = bytes(hex: vector.signature)
        #expect(key.publicKey == bytes(hex: vector.publicKey))
        #expect(key.sign(message) == signature)
        #expect(SigningKey.verify(signature, of: message, by: key.publicKey))
    }

    @Test("A bit that is changed anywhere is noticed")
    func changes() {
        let key = SigningKey(TestKeys.secret(startingWith: 7))
        let message = Array("a certificate".utf8)
        let signature = key.sign(message)
        for place in 0..<(signature.count * 8) {
            var changed = signature
            changed[place / 8] ^= 1 << (place % 8)
            #expect(!SigningKey.verify(changed, of: message, by: key.publicKey))
        }
        for place in 0..<(message.count * 8) {
            var changed = message
            changed[place / 8] ^= 1 << (place % 8)
            #expect(!SigningKey.verify(signature, of: changed, by: key.publicKey))
        }
        for place in 0..<(key.publicKey.count * 8) {
            var changed = key.publicKey
            changed[place / 8] ^= 1 << (place % 8)
            #expect(!SigningKey.verify(signature, of: message, by: changed))
        }
    }

    @Test("What has the wrong length is no signature and no key", arguments: [0, 1, 31, 33, 63, 65, 128])
    func lengths(_ length: Int) {
        let key = SigningKey(TestKeys.secret(startingWith: 7))
        let signature = key.sign([1])
        #expect(!SigningKey.verify([UInt8](repeating: 1, count: length), of: [1], by: key.publicKey))
        #expect(!SigningKey.verify(signature, of: [1], by: [UInt8](repeating: 1, count: length)))
    }

    @Test("A signature has one form: its scalar and the group's order are no other one (RFC 8032, section 5.1.7)")
    func malleability() {
        let key = SigningKey(TestKeys.secret(startingWith: 7))
        var signature = key.sign([1])
        let order = bytes(hex: "edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010")
        var carry = 0
        for place in 0..<32 {
            carry += Int(signature[32 + place]) + Int(order[place])
            signature[32 + place] = UInt8(truncatingIfNeeded: carry)
            carry >>= 8
        }
        #expect(carry == 0)
        #expect(!SigningKey.verify(signature, of: [1], by: key.publicKey))
    }

    @Test("It is made once, kept with mode 600, and told by the survey")
    func directory() throws {
        let folder = try TemporaryFolder()
        let keys = try KeyDirectory(path: folder.path + "/keys", create: true)
        let isThere = try keys.signingKey(create: false) != nil
        #expect(!isThere)
        let made = try keys.signingKey(create: true)?.publicKey
        let read = try keys.signingKey(create: false)?.publicKey
        #expect(made?.count == 32)
        #expect(read == made)
        let file = keys.path + "/signing.key"
        #expect(try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o600)
        #expect(try keys.survey().map { "\($0.kind.rawValue) \($0.name)" } == ["signing signing"])
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file)
        #expect(throws: KeyDirectoryError.tooOpen(path: file, mode: 0o644)) { _ = try keys.signingKey(create: true) }
        #expect(throws: KeyDirectoryError.tooOpen(path: file, mode: 0o644)) { _ = try keys.survey() }
    }

    @Test("A fingerprint is the beginning of the SHA-256 of the public half")
    func fingerprint() throws {
        let key = SigningKey(TestKeys.secret(startingWith: 7))
        #expect(key.fingerprint == PublicHalf(key.publicKey)?.fingerprint)
        #expect(key.fingerprint.count == 16)
    }

    // Wycheproof's, where they lie beside the package.
    private static let path = "crypto-vectors/C2SP__wycheproof/testvectors_v1/ed25519_test.json"

    private static var isThere: Bool {
        SharedData.folder.map { FileManager.default.fileExists(atPath: $0 + "/" + path) } ?? false
    }

    private struct Wycheproof: Decodable {
        struct Group: Decodable {
            struct Key: Decodable {
                let pk: String
            }
            struct Vector: Decodable {
                let tcId: Int
                let msg, sig, result: String
            }
            let publicKey: Key
            let tests: [Vector]
        }
        let testGroups: [Group]
    }

    @Test("Wycheproof's vectors of Ed25519", .enabled(if: isThere, "no ed25519_test.json in ../shared/data"))
    func wycheproof() throws {
        for group in try SharedVectors.object(Wycheproof.self, Self.path).testGroups {
            for vector in group.tests {
                let isValid = SigningKey.verify(
                    bytes(hex: vector.sig), of: bytes(hex: vector.msg), by: bytes(hex: group.publicKey.pk))
                #expect(isValid == (vector.result == "valid"), "test \(vector.tcId)")
            }
        }
    }
}
