import Intake
import TestSupport
import Testing

@testable import Privacy

/// What an identifier is said to be, and the function that writes it.
enum Identifier: CaseIterable {
    case address, network, hardware, device, cookie, agent, user, userInAnyCase, email

    /// The canonical part, empty if there is none.
    func part(_ bytes: [UInt8]) -> [UInt8] {
        var part: [UInt8] = []
        switch self {
        case .address: IdentifierPart.appendVisitor(IPAddress(bytes.span), bytes.span, to: &part)
        case .network: IPAddress(bytes.span).map { IdentifierPart.appendNetwork(of: $0, to: &part) }
        case .hardware: IdentifierPart.appendHardwareAddress(bytes.span, to: &part)
        case .device: _ = IdentifierPart.appendDevice(bytes.span, to: &part)
        case .cookie: IdentifierPart.appendCookie(bytes.span, to: &part)
        case .agent: IdentifierPart.appendAgent(bytes.span, to: &part)
        case .user: IdentifierPart.appendUser(bytes.span, to: &part)
        case .userInAnyCase: IdentifierPart.appendUser(bytes.span, foldsCase: true, to: &part)
        case .email: IdentifierPart.appendEmail(bytes.span, to: &part)
        }
        return part
    }

    func part(_ text: String) -> [UInt8] { part(Array(text.utf8)) }
}

@Suite("Canonical forms")
struct IdentifierPartTests {
    static func part(_ kind: CanonicalKind, _ bytes: [UInt8]) -> [UInt8] {
        [kind.rawValue, 0, 0, UInt8(bytes.count >> 8), UInt8(bytes.count & 255)] + bytes
    }

    private static let forms: [(Identifier, text: String, kind: CanonicalKind, bytes: [UInt8])] = [
        (.address, "203.0.113.9", .address, [203, 0, 113, 9]),
        (.address, "203.0.113.9:443", .address, [203, 0, 113, 9]),
        (.address, "::ffff:203.0.113.9", .address, [203, 0, 113, 9]),
        (.address, "[::FFFF:cb00:7109]:443", .address, [203, 0, 113, 9]),
        (.address, "2001:db8:1:2:3:4:5:6", .network, [0x20, 1, 0x0D, 0xB8, 0, 1, 0, 2]),
        (.address, "fe80::1%eth0", .network, [0xFE, 0x80, 0, 0, 0, 0, 0, 0]),
        (.address, "203.000.113.009", .opaque, Array("203.000.113.009".utf8)),
        (.address, "host.example.org", .opaque, Array("host.example.org".utf8)),
        (.address, "", .opaque, []),
        (.network, "203.0.113.9", .network, [203, 0, 113]),
        (.network, "2001:db8:1:2::1", .network, [0x20, 1, 0x0D, 0xB8, 0, 1]),
        (.hardware, "00:00:5E:00:53:01", .hardware, [0, 0, 0x5E, 0, 0x53, 1]),
        (.hardware, "02-00-5e-10-00-00-00-01", .hardware64, [2, 0, 0x5E, 0x10, 0, 0, 0, 1]),
        (.hardware, "0200.5E10.0000.0001", .hardware64, [2, 0, 0x5E, 0x10, 0, 0, 0, 1]),
        (.hardware, "02005e1000000001", .hardware64, [2, 0, 0x5E, 0x10, 0, 0, 0, 1]),
        (.hardware, "00:00:5E:00:53", .opaque, Array("00:00:5E:00:53".utf8)),
        (
            .device, "{F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6}", .uuid,
            [0xF8, 0x1D, 0x4F, 0xAE, 0x7D, 0xEC, 0x11, 0xD0, 0xA7, 0x65, 0, 0xA0, 0xC9, 0x1E, 0x6B, 0xF6]
        ),
        (.device, "SN-0042", .opaque, Array("SN-0042".utf8)),
        (.cookie, " SID=Äb ", .cookie, Array(" SID=Äb ".utf8)),
        (.agent, "curl/8.0", .agent, Array("curl/8.0".utf8)),
        (.user, "Zoe\u{308}", .user, Array("Zo\u{EB}".utf8)),
        (.user, "Alice", .user, Array("Alice".utf8)),
        (.user, " alice", .user, Array(" alice".utf8)),
        (.userInAnyCase, "Alice", .user, Array("alice".utf8)),
        (.userInAnyCase, "ZOE\u{308}", .user, Array("zo\u{EB}".utf8)),
        (.userInAnyCase, "\u{1112}\u{1161}\u{11AB}", .user, Array("한".utf8)),
        (.email, " Jane.Roe+News@Example.ORG\t", .email, Array("jane.roe+news@example.org".utf8)),
        (.email, "\u{3000}ZOE\u{308}@example.org\u{A0}", .email, Array("zo\u{EB}@example.org".utf8)),
        (.email, "jane.roe", .opaque, Array("jane.roe".utf8)),
        (.email, "@example.org", .opaque, Array("@example.org".utf8)),
        (.email, "jane@ ", .opaque, Array("jane@ ".utf8)),
        (.email, "  ", .opaque, Array("  ".utf8)),
    ]

    @Test("Each kind has the form that the definition gives it", arguments: forms.indices)
    func definition(_ number: Int) {
        let (identifier, text, kind, bytes) = Self.forms[number]
        #expect(identifier.part(text) == Self.part(kind, bytes))
    }

    @Test("Bytes that are not UTF-8 are opaque and exact", arguments: [Identifier.user, .userInAnyCase, .email])
    func illFormed(_ identifier: Identifier) {
        let bytes: [UInt8] = [0x41, 0xFF, 0x40, 0x41]
        #expect(identifier.part(bytes) == Self.part(.opaque, bytes))
    }

    @Test(
        "The ids that devices send when they have none are no identifier",
        arguments: [
            "00000000-0000-0000-0000-000000000000", "{FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF}",
            "00000000000000000000000000000000", "urn:uuid:ffffffff-ffff-ffff-ffff-ffffffffffff",
        ])
    func nullDevice(_ text: String) {
        #expect(Identifier.device.part(text).isEmpty)
    }

    @Test("The same bytes as identifiers of different kinds have different forms")
    func kinds() {
        // Read as an address, a hardware address and a UUID, some of these are the same bytes.
        for text in [
            "203.0.113.9", "00005e005301", "02005e1000000001", "f81d4fae7dec11d0a76500a0c91e6bf6", "a@b.org", "x", "é",
        ] {
            var parts: [[UInt8]: [Identifier]] = [:]
            for identifier in Identifier.allCases {
                let part = identifier.part(text)
                if !part.isEmpty, part[0] != CanonicalKind.opaque.rawValue {
                    parts[part, default: []].append(identifier)
                }
            }
            // Two rules of case for one kind agree on what has no case.
            #expect(parts.values.allSatisfy { $0.count == 1 || $0 == [.user, .userInAnyCase] }, "\(text)")
        }
    }

    @Test("No sequence of parts is another one: each says how long it is")
    func unambiguous() {
        var random = SplitMix64(seed: 21)
        var seen: [[UInt8]: [String]] = [:]
        for _ in 0..<20_000 {
            let texts = (0..<Int.random(in: 1...3, using: &random)).map { _ in
                String(
                    "ab\u{0}\u{1}\u{7}".unicodeScalars.shuffled(using: &random).prefix(
                        Int.random(in: 0...3, using: &random)
                    ).map(Character.init))
            }
            let kinds = texts.map { _ in [Identifier.cookie, .user, .agent].randomElement(using: &random) ?? .cookie }
            let message = zip(kinds, texts).flatMap { $0.part($1) }
            let meaning = zip(kinds, texts).map { "\($0) \($1)" }
            #expect(seen[message, default: meaning] == meaning)
            seen[message] = meaning
        }
    }
}
