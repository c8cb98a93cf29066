import Crypto
import Events
import Foundation
import Intake
import TestSupport
import Testing

@testable import Privacy

@Suite("Tags of subjects")
struct SubjectTaggerTests {
    static func tagger(ignoresUserCase: Bool = false, first: UInt8 = 0) -> SubjectTagger {
        var options = PolicyOptions()
        options.ignoresUserCase = ignoresUserCase
        return SubjectTagger(key: SuppressionKey(TestKeys.secret(startingWith: first)), options: options)
    }

    static func tags(_ kind: SubjectIdentifier.Kind, _ text: String, _ tagger: SubjectTagger = tagger()) -> [SubjectTag]
    {
        tagger.tags(of: SubjectIdentifier(kind, Array(text.utf8)))
    }

    /// The definition, by the library's own functions and the bytes as they stand in the documentation.
    private static func defined(_ subjectClass: UInt8, _ kind: UInt8, _ bytes: [UInt8]) -> SubjectTag {
        let info = [0, 0, 0, 11] + Array("footfall/v1".utf8) + [0, 0, 0, 11] + Array("subject tag".utf8)
        let key = HKDF<SHA256>.expand(pseudoRandomKey: Array(0..<32), info: info, outputByteCount: 32)
        let length = [0, 0, UInt8(bytes.count >> 8), UInt8(bytes.count & 255)]
        let code = Array(
            HMAC<SHA256>.authenticationCode(for: [2, subjectClass, kind] + length + bytes, using: key))
        func word(_ bytes: ArraySlice<UInt8>) -> UInt64 { bytes.reduce(0) { $0 << 8 | UInt64($1) } }
        return SubjectTag(high: word(code[..<8]), low: word(code[8..<16]))
    }

    private static let definitions:
        [(kind: SubjectIdentifier.Kind, text: String, tags: [(UInt8, UInt8, bytes: [UInt8])])] = [
            (.user, "Kim", [(1, 7, Array("Kim".utf8)), (6, 7, Array("kim".utf8))]),
            (.user, "Zoe\u{308}", [(1, 7, Array("Zo\u{EB}".utf8)), (6, 7, Array("zo\u{EB}".utf8))]),
            (.email, " Kim.Lee@Example.ORG ", [(1, 9, Array("kim.lee@example.org".utf8))]),
            (.email, "kim", [(1, 0, Array("kim".utf8))]),
            (.cookie, "Ab=1", [(2, 6, Array("Ab=1".utf8))]),
            (
                .device, "{F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6}",
                [
                    (
                        3, 5,
                        [
                            0xF8, 0x1D, 0x4F, 0xAE, 0x7D, 0xEC, 0x11, 0xD0, 0xA7, 0x65, 0, 0xA0, 0xC9, 0x1E, 0x6B, 0xF6,
                        ]
                    )
                ]
            ),
            (.device, "0000.5e00.5301", [(3, 3, [0, 0, 0x5E, 0, 0x53, 1])]),
            (.device, "SN-0042", [(3, 0, Array("SN-0042".utf8))]),
            (.mac, "00-00-5E-00-53-01", [(3, 3, [0, 0, 0x5E, 0, 0x53, 1])]),
            (.address, "[::ffff:203.0.113.9]:443", [(4, 1, [203, 0, 113, 9])]),
            (.address, "2001:db8::1:0:5%eth0", [(4, 1, [0x20, 1, 0xD, 0xB8, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 5])]),
            (.address, "203.0.113.09", [(4, 0, Array("203.0.113.09".utf8))]),
            (.device, "00000000-0000-0000-0000-000000000000", []),
            (.mac, "FF:FF:FF:FF:FF:FF", []),
        ]

    @Test("A tag is what the definition says", arguments: definitions.indices)
    func definition(_ number: Int) {
        let (kind, text, tags) = Self.definitions[number]
        #expect(Self.tags(kind, text) == tags.map { Self.defined($0.0, $0.1, $0.bytes) })
    }

    @Test(
        "The tag of a target is that of its exact path, in whatever form the target comes",
        arguments: ["/a/B", "/a/B?x=/c", "https://kim@example.org:8080/a/B?x#y"])
    func target(_ text: String) {
        #expect(Self.tagger().targetTag(Array(text.utf8).span) == Self.defined(5, 10, Array("/a/B".utf8)))
    }

    @Test("The same bytes under another kind of identifier or another key have another tag")
    func unrelated() {
        let tags = SubjectIdentifier.Kind.allCases.flatMap { Self.tags($0, "x") }
        // A device id and a hardware address that are neither are the same opaque bytes in columns of one class.
        #expect(Set(tags).count == tags.count - 1)
        let others = SubjectIdentifier.Kind.allCases.flatMap { Self.tags($0, "x", Self.tagger(first: 1)) }
        #expect(Set(tags).isDisjoint(with: others))
    }

    @Test("What a policy says of case changes which rows match, not the tags that are kept", arguments: [false, true])
    func userCase(_ ignoresUserCase: Bool) {
        let tagger = Self.tagger(ignoresUserCase: ignoresUserCase)
        let listed = Self.tags(.user, "Kim", tagger)
        #expect(listed == Self.tags(.user, "Kim"))
        for (text, isMatch) in [("Kim", true), ("KIM", ignoresUserCase), ("Kin", false)] {
            #expect(listed.contains(tagger.userTag(Array(text.utf8).span)) == isMatch, "\(text)")
        }
    }
}
