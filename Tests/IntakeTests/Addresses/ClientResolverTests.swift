import Testing

@testable import Intake

@Suite("Who the client is")
struct ClientResolverTests {
    /// The text that stands for the client; what ``LineParser`` does with a whole batch.
    private static func client(_ peer: String, chain: String?, trusting blocks: [String]) -> String {
        let resolver = ClientResolver(trusted: blocks.compactMap { AddressBlock(text: $0) })
        let bytes = Array(peer.utf8)
        let found = resolver.peer(bytes.span)
        if found.isTrusted, let chain = chain.map({ Array($0.utf8) }), let range = resolver.client(inChain: chain.span)
        {
            return String(decoding: chain[range], as: UTF8.self)
        }
        return String(decoding: bytes[found.range], as: UTF8.self)
    }

    @Test(
        "Without trusted proxies the peer counts, without its port",
        arguments: [
            ("192.0.2.1", "192.0.2.1"), ("192.0.2.1:4711", "192.0.2.1"), ("[2001:db8::1]:80", "2001:db8::1"),
            ("10.0.0.1", "10.0.0.1"), ("::ffff:192.0.2.1", "::ffff:192.0.2.1"), ("fe80::1%eth0", "fe80::1%eth0"),
            ("host.example", "host.example"), ("host.example:80", "host.example:80"), ("unix:", "unix:"),
            ("010.0.0.1", "010.0.0.1"), ("\u{16}\u{3}", "\u{16}\u{3}"), ("", ""), ("a=b", "a=b"),
        ])
    func peer(text: String, expected: String) {
        for chain in [nil, "198.51.100.7", "10.0.0.1"] {
            #expect(Self.client(text, chain: chain, trusting: []) == expected)
        }
    }

    @Test(
        "Of a list in the place of the peer the right-most address counts that not only one's own network can have",
        arguments: [
            ("198.51.100.7, 10.0.0.1", "198.51.100.7"), ("192.0.2.9, 198.51.100.7, 127.0.0.1", "198.51.100.7"),
            ("198.51.100.7,192.168.0.1,172.31.255.255,100.64.0.1,169.254.0.1", "198.51.100.7"),
            ("2001:db8::7, fd00::1, fe80::1, ::1", "2001:db8::7"), ("10.0.0.1, 10.0.0.2", "10.0.0.1"),
            ("198.51.100.7:99, unknown", "198.51.100.7"), ("unknown, -", "unknown, -"),
            ("for=198.51.100.7", "198.51.100.7"),
            ("\"198.51.100.7\"", "198.51.100.7"), ("198.51.100.7, 172.32.0.1", "172.32.0.1"),
            ("198.51.100.7, 100.128.0.1", "100.128.0.1"),
        ])
    func list(text: String, expected: String) {
        #expect(Self.client(text, chain: nil, trusting: []) == expected)
        #expect(Self.client(text, chain: "203.0.113.1", trusting: []) == expected)
    }

    @Test(
        "Behind a trusted proxy the right-most address that is not trusted counts, else the left-most",
        arguments: [
            ("198.51.100.7", "198.51.100.7"), ("203.0.113.66, 198.51.100.7", "198.51.100.7"),
            ("203.0.113.66, 198.51.100.7, 10.0.0.2, 10.9.9.9:1", "198.51.100.7"), ("10.0.0.3, 10.0.0.2", "10.0.0.3"),
            ("for=203.0.113.66, for=\"[2001:db8::7]:4711\";proto=https, for=10.0.0.2", "2001:db8::7"),
            ("", "10.0.0.1"), ("-", "10.0.0.1"), ("unknown", "10.0.0.1"), ("_hidden, unknown, 10.0.0.5", "10.0.0.5"),
        ])
    func chain(text: String, expected: String) {
        #expect(Self.client("10.0.0.1", chain: text, trusting: ["10.0.0.0/8"]) == expected)
        #expect(Self.client("10.0.0.1:80", chain: text, trusting: ["2001:db8:1::/48", "10.0.0.0/8"]) == expected)
    }

    @Test("The chain of a stranger is not believed", arguments: ["203.0.113.1", "203.0.113.1:80", "host.example"])
    func stranger(peer: String) {
        let bare = peer == "203.0.113.1:80" ? "203.0.113.1" : peer
        #expect(Self.client(peer, chain: "198.51.100.7", trusting: ["10.0.0.0/8"]) == bare)
    }

    @Test("With trusted proxies, private addresses are trusted only if they are named")
    func listAndTrust() {
        #expect(Self.client("198.51.100.7, 10.0.0.1", chain: nil, trusting: ["192.168.0.0/16"]) == "10.0.0.1")
        #expect(Self.client("198.51.100.7, 10.0.0.1", chain: nil, trusting: ["10.0.0.0/8"]) == "198.51.100.7")
        #expect(Self.client("10.0.0.2, 10.0.0.1", chain: "198.51.100.7", trusting: ["10.0.0.0/8"]) == "198.51.100.7")
        #expect(Self.client("10.0.0.2, 10.0.0.1", chain: "-", trusting: ["10.0.0.0/8"]) == "10.0.0.2")
    }
}
