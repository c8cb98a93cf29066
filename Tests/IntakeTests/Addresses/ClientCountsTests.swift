import TestSupport
import Testing

@testable import Intake

@Suite("Whether a few clients send nearly all lines")
struct ClientCountsTests {
    private static func batch(_ clients: [String]) -> RawBatch {
        var batch = RawBatch(seed: 1)
        for client in clients {
            batch[.client].append(Array(client.utf8).span)
            batch.endRow(time: 0)
        }
        return batch
    }

    private static func counts(_ clients: [String]) -> ClientCounts {
        var counts = ClientCounts()
        counts.count(batch(clients))
        return counts
    }

    /// `busy` lines of `proxies` addresses, and `rest` lines of an address each.
    private static func clients(_ proxies: Int, _ busy: Int, rest: Int) -> [String] {
        (0..<busy).map { "10.0.0.\($0 % proxies)" }
            + (0..<rest).map { "198.\($0 / 65536).\($0 / 256 % 256).\($0 % 256)" }
    }

    @Test("Three addresses with 97 of 100 lines are asked about by their number")
    func few() {
        #expect(Self.counts(Self.clients(3, 970, rest: 30)).hint(trusted: []) == ProxyHint(addresses: 3, share: 0.97))
        #expect(Self.counts(Self.clients(1, 1000, rest: 0)).hint(trusted: []) == ProxyHint(addresses: 1, share: 1))
        #expect(Self.counts(Self.clients(8, 920, rest: 80)).hint(trusted: [])?.addresses == 8)
    }

    @Test("Fewer lines, more addresses or a smaller share are no reason to ask")
    func none() {
        #expect(Self.counts(Self.clients(1, 999, rest: 0)).hint(trusted: []) == nil)
        #expect(Self.counts(Self.clients(9, 1800, rest: 0)).hint(trusted: []) == nil)
        #expect(Self.counts(Self.clients(2, 890, rest: 110)).hint(trusted: []) == nil)
        #expect(Self.counts((0..<1000).map { "host\($0 % 2).example" }).hint(trusted: []) == nil)
        #expect(ClientCounts().hint(trusted: []) == nil)
    }

    @Test("Known proxies are not asked about")
    func trusted() {
        let block = AddressBlock(.v4(0x0A00_0000), 24)
        #expect(Self.counts(Self.clients(3, 970, rest: 30)).hint(trusted: [block]) == nil)
    }

    @Test("An address is one whatever its notation")
    func notations() {
        let clients = (0..<1000).map { $0 % 2 == 0 ? "192.0.2.1" : "::ffff:192.0.2.1" }
        #expect(Self.counts(clients).hint(trusted: []) == ProxyHint(addresses: 1, share: 1))
    }

    @Test("A hundred thousand passers-by do not hide the few, in batches, merged, or in any order")
    func bounded() throws {
        var random = SplitMix64(seed: 64)
        let clients = Self.clients(8, 930_000, rest: 70_000).shuffled(using: &random)
        var whole = ClientCounts()
        var parts = [ClientCounts](repeating: ClientCounts(), count: 4)
        for (number, start) in stride(from: 0, to: clients.count, by: 700).enumerated() {
            let batch = Self.batch(Array(clients[start..<min(start + 700, clients.count)]))
            whole.count(batch)
            parts[number % 4].count(batch)
        }
        var merged = ClientCounts()
        for part in parts { merged.merge(part) }
        for counts in [whole, merged] {
            let hint = try #require(counts.hint(trusted: []))
            #expect(hint.addresses == 8)
            #expect((0.92...0.93).contains(hint.share))
        }
    }
}
