import TestSupport
import Testing

@testable import Pipeline

@Suite("gzip data are searched, and gzip data within them")
struct InflatedSearchTests {
    private struct Hit: Hashable {
        let starts: [Int64]
        let position: Int64
    }

    private static let text = Array("bob@example.com".utf8)

    private static let search: PatternSearch = {
        var table = PatternTable()
        table.append(text, ignoringCase: true)
        return PatternSearch(table)
    }()

    private static func hits(
        _ bytes: [UInt8], pieces: Int, _ nested: inout InflatedSearch.Nested
    ) -> [Hit] {
        let search = InflatedSearch(search)
        var hits: [Hit] = []
        func found(_ pattern: Int, _ starts: [Int64], _ position: Int64) {
            hits.append(Hit(starts: starts, position: position))
        }
        var rest = bytes[...]
        while !search.isDone, !rest.isEmpty {
            let piece = Array(rest.prefix(pieces))
            rest = rest.dropFirst(search.append(piece.span, &nested, found))
        }
        search.finish(&nested, found)
        return hits
    }

    @Test("In whatever pieces they come", arguments: [1, 2, 3, 7, 100, 10_000])
    func pieces(count: Int) {
        let inner = SearchedStore.gzip([5, 5] + InflatedSearchTests.text)
        let other = SearchedStore.gzip([0x1F, 0x1F, 0x8B] + SearchedStore.gzip(InflatedSearchTests.text))
        // A beginning that is none stands before what is one, and text behind it.
        let content = [0x1F, 0x8B, 0x1F, 0x8B, 8, 0xFF] + inner + [9, 9] + InflatedSearchTests.text + other
        var nested = InflatedSearch.Nested()
        let hits = InflatedSearchTests.hits(SearchedStore.gzip(content), pieces: count, &nested)
        let second = Int64(6 + inner.count + 2 + 15)
        #expect(
            Set(hits) == [
                Hit(starts: [6], position: 2), Hit(starts: [], position: Int64(6 + inner.count + 2)),
                Hit(starts: [second, 3], position: 0),
            ])
        #expect(hits.count == 3, "each is found once")
        #expect(nested.members == 3)
        #expect(nested.bytes == Int64(17 + 3 + SearchedStore.gzip(InflatedSearchTests.text).count + 15))
        #expect(!nested.isIncomplete)
    }

    @Test("Three deep and no deeper, and what lies deeper is told")
    func deep() {
        var bytes = InflatedSearchTests.text
        for depth in 0...5 {
            bytes = SearchedStore.gzip(bytes)
            var nested = InflatedSearch.Nested()
            let hits = InflatedSearchTests.hits(bytes, pieces: 64, &nested)
            #expect(hits == (depth <= 3 ? [Hit(starts: [Int64](repeating: 0, count: depth), position: 0)] : []))
            #expect(nested.isIncomplete == (depth > 3))
        }
    }

    @Test("What inflates to too much is left, and told")
    func large() {
        let bomb = SearchedStore.gzip([UInt8](repeating: 0, count: 1_000_000) + InflatedSearchTests.text)
        for (limit, isFound) in [(1_000_015, true), (1_000_014, false), (70_000, false)] {
            var nested = InflatedSearch.Nested(bytesLeft: Int64(limit))
            let hits = InflatedSearchTests.hits(SearchedStore.gzip(bomb), pieces: 64, &nested)
            #expect(nested.isIncomplete == !isFound)
            #expect(nested.bytes <= Int64(limit) + 70_000)
            if isFound { #expect(hits == [Hit(starts: [0], position: 1_000_000)]) }
        }
    }

    @Test("Damaged and random data never end the process", arguments: 0..<50 as Range<UInt64>)
    func damaged(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var bytes = SearchedStore.gzip(
            SearchedStore.gzip((0..<400).map { _ in UInt8.random(in: 0...3, using: &random) }) + [0x1F, 0x8B, 8])
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            bytes[Int.random(in: 3..<bytes.count, using: &random)] ^= UInt8.random(in: 1...255, using: &random)
        }
        var nested = InflatedSearch.Nested()
        _ = InflatedSearchTests.hits(bytes, pieces: 13, &nested)
    }
}
