import Events
import TestSupport
import Testing

@testable import Privacy

@Suite("Officers' keys as text")
struct OfficerTextTests {
    private static func text(_ half: borrowing PrivateHalf) -> String {
        let text = OfficerKeyText.write(half, of: "anna")
        return unsafe text.withUnsafeBytes { unsafe String(decoding: $0, as: UTF8.self) }
    }

    private static func read(_ text: String) -> PrivateHalf? {
        var bytes = SecretBytes(capacity: 4096)
        bytes.append(text)
        return OfficerKeyText.read(bytes)
    }

    private static func publicHalf(in text: String) -> PublicHalf? {
        guard let half = read(text) else { return nil }
        return half.publicHalf
    }

    @Test("A private half is written as said")
    func form() {
        #expect(
            Self.text(PrivateHalf(TestKeys.secret(startingWith: 0))) == """
                -----BEGIN FOOTFALL OFFICER KEY-----
                Version: 1
                Officer: anna
                Fingerprint: eedd883da0a94515

                AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=
                -----END FOOTFALL OFFICER KEY-----

                """)
    }

    @Test("Every private half that is written is read back")
    func roundTrip() {
        for _ in 0..<200 {
            let half = PrivateHalf.random()
            guard let back = Self.read(Self.text(half)) else {
                Issue.record("not read back")
                continue
            }
            let isSame = back.secret.isEqual(to: half.secret)
            #expect(isSame)
        }
    }

    @Test("Carriage returns, spaces at the ends of lines and empty lines do not matter")
    func spaces() {
        let half = PrivateHalf(TestKeys.secret(startingWith: 0))
        let text = Self.text(half)
        #expect(Self.publicHalf(in: text.replacing("\n", with: "\r\n")) == half.publicHalf)
        #expect(Self.publicHalf(in: "\n" + text.replacing("\n", with: "  \n\n")) == half.publicHalf)
        #expect(Self.publicHalf(in: String(text.dropLast())) == half.publicHalf)
    }

    @Test("What has lost a line or a character, or has another one in the key, is none")
    func damaged() {
        let half = PrivateHalf(TestKeys.secret(startingWith: 0))
        let text = Self.text(half)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
        for place in lines.indices where !lines[place].hasPrefix("Officer") {
            var rest = lines
            rest.remove(at: place)
            #expect(Self.publicHalf(in: rest.joined(separator: "\n")) == nil, "without \(lines[place])")
            for offset in 0..<lines[place].count {
                var characters = Array(lines[place])
                characters[offset] = characters[offset] == "A" ? "B" : "A"
                var changed = lines
                changed[place] = String(characters)
                // X25519 takes no notice of five of the bits, so that another text can be the same key.
                let read = Self.publicHalf(in: changed.joined(separator: "\n"))
                #expect(read == nil || read == half.publicHalf && offset == 0, "\(changed[place])")
            }
        }
    }

    @Test("Arbitrary bytes are no key and do no harm")
    func noise() {
        var random = SplitMix64(seed: 7468)
        let text = Array(Self.text(PrivateHalf.random()).utf8)
        for _ in 0..<2000 {
            var noise = SecretBytes(capacity: 1024)
            let start = Int.random(in: 0..<text.count, using: &random)
            for byte in text[..<start] { noise.append(byte) }
            for _ in 0..<Int.random(in: 0...40, using: &random) {
                noise.append(UInt8.random(in: .min ... .max, using: &random))
            }
            if OfficerKeyText.read(noise) != nil { Issue.record("read as a key") }
        }
    }

    @Test("A public half is written as said and read back")
    func publicText() throws {
        let half = PrivateHalf(TestKeys.secret(startingWith: 0))
        let officer = Officer(name: "anna", publicHalf: half.publicHalf, made: TestKeys.day)
        #expect(
            officer.text == """
                footfall officer public key, version 1
                made 2026-03-01
                j0DFrbaPJWJK5bIU6nZ6bslNgp09e14a0bpvPiE4KF8=

                """)
        #expect(Officer(name: "anna", text: officer.text) == officer)
    }

    @Test(
        "What is no public half is refused",
        arguments: [
            "", "footfall officer public key, version 1\nmade 2026-03-01\n",
            "footfall officer public key, version 2\nmade 2026-03-01\nj0DFrbaPJWJK5bIU6nZ6bslNgp09e14a0bpvPiE4KF8=",
            "footfall officer public key, version 1\nmade 2026-03-32\nj0DFrbaPJWJK5bIU6nZ6bslNgp09e14a0bpvPiE4KF8=",
            "footfall officer public key, version 1\nmade 2026-03-01\nj0DFrbaPJWJK5bIU6nZ6bslNgp09e14a0bpvPiE4KF9=",
            "footfall officer public key, version 1\nmade 2026-03-01\nj0DFrbaPJWJK5bIU6nZ6bslNgp09e14a0bpvPiE4",
        ])
    func noPublicHalf(_ text: String) {
        #expect(Officer(name: "anna", text: text) == nil)
    }

    @Test("Names that can be files anywhere are names", arguments: ["anna", "a", "7", "anna-2", "anna.b_c"])
    func names(_ name: String) {
        #expect(Officer.isName(name))
    }

    @Test(
        "Names that cannot are none",
        arguments: ["", ".", "..", ".anna", "-o", "Anna", "a/b", "ann a", "한나", String(repeating: "a", count: 65)])
    func noNames(_ name: String) {
        #expect(!Officer.isName(name))
        #expect(throws: OfficerError.badName(name)) { _ = try OfficerPair.make(name: name, on: TestKeys.day) }
    }
}
