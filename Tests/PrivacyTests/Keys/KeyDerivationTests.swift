import Crypto
import Testing

@testable import Privacy

@Suite("Derivation of keys")
struct KeyDerivationTests {
    @Test("The first case of RFC 5869, whose pseudorandom key has 32 bytes, comes out right")
    func rfc5869() {
        let pseudorandom = bytes(hex: "077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5")
        let info = bytes(hex: "f0f1f2f3f4f5f6f7f8f9")
        let key = HKDF<SHA256>.expand(pseudoRandomKey: pseudorandom, info: info, outputByteCount: 32)
        let expected = bytes(hex: "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf")
        #expect(key == SymmetricKey(data: expected))
    }

    @Test("Each part of the context is preceded by its length, so that none runs into the next")
    func info() {
        let version: [UInt8] = [0, 0, 0, 11] + Array("footfall/v1".utf8)
        #expect(KeyDerivation.info(["ab", "c"]) == version + [0, 0, 0, 2, 97, 98, 0, 0, 0, 1, 99])
        #expect(KeyDerivation.info(["a", "bc"]) != KeyDerivation.info(["ab", "c"]))
    }

    @Test("Another secret or another context gives another key")
    func separation() {
        let base = KeyDerivation.derive(from: TestKeys.secret(startingWith: 0), context: ["a"])
        #expect(base == KeyDerivation.derive(from: TestKeys.secret(startingWith: 0), context: ["a"]))
        #expect(base != KeyDerivation.derive(from: TestKeys.secret(startingWith: 1), context: ["a"]))
        #expect(base != KeyDerivation.derive(from: TestKeys.secret(startingWith: 0), context: ["b"]))
        #expect(base != KeyDerivation.derive(from: TestKeys.secret(startingWith: 0), context: []))
    }
}
