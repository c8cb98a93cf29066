import Crypto
import Testing

@testable import Privacy

@Suite("Derivation of keys")
struct KeyDerivationTests {
    /// RFC 5869, appendices A.1 to A.3: the cases with SHA-256.
    private static let cases: [(input: [UInt8], salt: [UInt8], info: [UInt8], pseudorandom: String, key: String)] = [
        (
            Array(repeating: 0x0B, count: 22), Array(0x00...0x0C), Array(0xF0...0xF9),
            "077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5",
            "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865"
        ),
        (
            Array(0x00...0x4F), Array(0x60...0xAF), Array(0xB0...0xFF),
            "06a6b88c5853361a06104c9ceb35b45cef760014904671014a193f40c15fc244",
            """
            b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c65e590e09da3275600c2f\
            09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87
            """
        ),
        (
            Array(repeating: 0x0B, count: 22), [], [],
            "19ef24a32c717b167f33a91d6f648bdf96596776afdb6377ac434c1c293ccb04",
            "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8"
        ),
    ]

    @Test("The cases of RFC 5869 come out right", arguments: cases.indices)
    func rfc5869(_ number: Int) {
        let (input, salt, info, pseudorandom, expected) = Self.cases[number]
        let extracted = HKDF<SHA256>.extract(inputKeyMaterial: SymmetricKey(data: input), salt: salt)
        #expect(Array(extracted) == bytes(hex: pseudorandom))
        let key = HKDF<SHA256>.expand(
            pseudoRandomKey: bytes(hex: pseudorandom), info: info, outputByteCount: expected.count / 2)
        #expect(key == SymmetricKey(data: bytes(hex: expected)))
    }

    @Test("A derived key is the first block of the expansion, worked out by hand")
    func firstBlock() {
        let secret = SymmetricKey(data: (0..<32).map { UInt8($0) })
        let info = KeyDerivation.info(["example.org", "statistics", "visitor", "2026-03-01"])
        let block = HMAC<SHA256>.authenticationCode(for: info + [1], using: secret)
        let derived = KeyDerivation.derive(
            from: TestKeys.secret(startingWith: 0), context: ["example.org", "statistics", "visitor", "2026-03-01"])
        #expect(derived == SymmetricKey(data: block))
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
