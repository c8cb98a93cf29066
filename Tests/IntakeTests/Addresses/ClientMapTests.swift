import Events
import TestSupport
import Testing

@testable import Intake

@Suite("The clients of a batch")
struct ClientMapTests {
    private static let proxies = [AddressBlock(.v4(0x0A00_0000), 8)]

    private static func append(_ rows: [(client: String?, chain: String?)], to batch: inout RawBatch) {
        for row in rows {
            if let client = row.client { batch[.client].append(Array(client.utf8).span) }
            if let chain = row.chain { batch[.forwarded].append(Array(chain.utf8).span) }
            batch.endRow(time: 0)
        }
    }

    private static func clients(_ batch: RawBatch) -> [String?] {
        ParsedLine.all(batch).map { $0.texts[.client] }
    }

    @Test("Each row gets its own client, also where rows share their peer or their chain")
    func pairs() {
        let rows: [(client: String?, chain: String?)] = [
            ("10.0.0.1", "198.51.100.1"), ("10.0.0.1", "198.51.100.2, 10.0.0.9"), ("203.0.113.5", "198.51.100.1"),
            (nil, "198.51.100.1"), ("10.0.0.1", nil), ("10.0.0.2:80", "-"), ("10.0.0.2", "198.51.100.1"),
            ("198.51.100.1", nil), ("[2001:db8::1]:1", "198.51.100.2"),
        ]
        let expected: [String?] = [
            "198.51.100.1", "198.51.100.2", "203.0.113.5", nil, "10.0.0.1", "10.0.0.2", "198.51.100.1", "198.51.100.1",
            "2001:db8::1",
        ]
        // However the rows come, in one piece or row by row.
        for size in 1...rows.count {
            var batch = RawBatch(seed: 1)
            for start in stride(from: 0, to: rows.count, by: size) {
                Self.append(Array(rows[start..<min(start + size, rows.count)]), to: &batch)
                batch.resolveClients(ClientResolver(trusted: Self.proxies))
            }
            #expect(Self.clients(batch) == expected)
        }
    }

    @Test("Texts that are addresses already stay as they are, and the dictionary with them")
    func untouched() {
        var batch = RawBatch(seed: 1)
        Self.append([("192.0.2.1", nil), ("host.example", "198.51.100.1"), ("2001:db8::1", nil)], to: &batch)
        let before = (batch[.client].indices, batch.byteCount)
        batch.resolveClients(ClientResolver(trusted: []))
        #expect(batch[.client].indices == before.0 && batch.byteCount == before.1)
    }

    @Test("An emptied batch forgets its clients, and a changed list of proxies holds from the next row on")
    func changes() {
        var batch = RawBatch(seed: 1)
        Self.append([("10.0.0.1:1", "198.51.100.1")], to: &batch)
        batch.resolveClients(ClientResolver(trusted: Self.proxies))
        Self.append([("10.0.0.1:1", "198.51.100.1")], to: &batch)
        batch.resolveClients(ClientResolver(trusted: []))
        #expect(Self.clients(batch) == ["198.51.100.1", "10.0.0.1"])
        batch.removeAll()
        Self.append([("192.0.2.1", "198.51.100.1"), ("10.0.0.1", "198.51.100.9")], to: &batch)
        batch.resolveClients(ClientResolver(trusted: Self.proxies))
        #expect(Self.clients(batch) == ["192.0.2.1", "198.51.100.9"])
    }

    @Test("A parser resolves the clients of its lines")
    func parser() {
        var parser = LineParser("combined")
        let line = LineParserTests.line
        let lists = line.replacing("192.0.2.1", with: "198.51.100.7, 10.0.0.1")
        let ports = line.replacing("192.0.2.1", with: "[2001:db8::1]:4711")
        let (batch, _) = parser.parseAll(Array("\(line)\n\(lists)\n\(ports)\n".utf8))
        #expect(Self.clients(batch) == ["192.0.2.1", "198.51.100.7", "2001:db8::1"])
    }

    @Test("Any rows come to the same as row by row")
    func properties() {
        var random = SplitMix64(seed: 77)
        let peers: [String?] = [
            nil, "10.0.0.1", "10.0.0.2:8", "192.0.2.1", "192.0.2.1:5", "-", "10.0.0.1, 10.0.0.2", "x",
        ]
        let chains: [String?] = [nil, "192.0.2.1", "10.0.0.1", "198.51.100.1, 10.0.0.2", "unknown", ""]
        for _ in 0..<200 {
            let rows = (0..<Int.random(in: 1..<40, using: &random)).map { _ in
                (client: peers.randomElement(using: &random) ?? nil, chain: chains.randomElement(using: &random) ?? nil)
            }
            let resolver = ClientResolver(trusted: Bool.random(using: &random) ? Self.proxies : [])
            var batch = RawBatch(seed: 1)
            for row in rows {
                Self.append([row], to: &batch)
                if Bool.random(using: &random) { batch.resolveClients(resolver) }
            }
            batch.resolveClients(resolver)
            let single = rows.map { row in
                var batch = RawBatch(seed: 1)
                Self.append([row], to: &batch)
                batch.resolveClients(resolver)
                return Self.clients(batch)[0]
            }
            #expect(Self.clients(batch) == single)
        }
    }
}
