import Events
import TestSupport
import Testing

@testable import Privacy

@Suite("The identity of content")
struct ContentChainTests {
    private static let content = (0..<200_000).map { UInt8(($0 * 31 + 7) % 251) }
    private static let key = ContentKey(TestKeys.identityKey(), scope: "scope")

    /// The tags and the end tag of `content`, absorbed in pieces whose lengths `piece` gives.
    private static func tags(
        _ content: [UInt8], _ key: ContentKey = key, startOffset: Int64 = 0, piece: () -> Int = { .max }
    ) -> (blocks: [Fingerprint], end: Fingerprint) {
        var chain = ContentChain(key, startOffset: startOffset)
        var blocks: [Fingerprint] = []
        var offset = 0
        while offset < content.count {
            let count = min(max(0, piece()), content.count - offset)
            chain.absorb(content.span.extracting(offset..<(offset + count))) { index, tag in
                #expect(index == blocks.count)
                blocks.append(tag)
            }
            offset += count
        }
        #expect(chain.blockCount == blocks.count)
        #expect(chain.offset == startOffset + Int64(content.count))
        return (blocks, chain.endTag())
    }

    @Test("The tags are those of an independent implementation")
    func golden() {
        let (blocks, end) = Self.tags(Self.content)
        #expect(blocks.count == 14)
        #expect(blocks.first.map { hex($0.high, $0.low) } == "fc0d30e2563a10b61008ed2c1947a280")
        #expect(blocks.last.map { hex($0.high, $0.low) } == "ef79d92e97b10ed47101a3780ade60da")
        #expect(hex(end.high, end.low) == "37aaff281361f4243fb2f3fe49cc7a00")
        let empty = Self.tags([]).end
        #expect(hex(empty.high, empty.low) == "bc01d4eebe2bf0d77b6c9c640c3ed248")
        for text in ["a line\n", "a line"] {
            let line = Self.key.lineTag(Array(text.utf8).span)
            #expect(hex(line.high, line.low) == "d64c40678e1066b8d666aa4ade8cfd70")
        }
    }

    @Test("Blocks end at 32, 64, 128, … 65,536 bytes and then every 65,536")
    func boundaries() {
        var chain = ContentChain(Self.key)
        var seen: [Int64] = []
        for byte in Self.content {
            let boundary = chain.nextBoundary
            chain.absorb([byte].span) { _, _ in seen.append(boundary) }
        }
        #expect(seen == [32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16_384, 32_768, 65_536, 131_072, 196_608])
    }

    @Test("In whatever pieces the bytes come, the tags are the same", arguments: 0..<20)
    func pieces(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let longest = 1 << Int.random(in: 4...17, using: &random)
        let expected = Self.tags(Self.content)
        let found = Self.tags(Self.content) { Int.random(in: 0...longest, using: &random) }
        #expect(found == expected)
    }

    @Test(
        "A prefix has the tags of the whole, as far as it reaches",
        arguments: [0, 1, 31, 32, 33, 5000, 70_000, 131_072])
    func prefix(_ length: Int) {
        let whole = Self.tags(Self.content)
        let part = Self.tags(Array(Self.content.prefix(length)))
        #expect(Array(whole.blocks.prefix(part.blocks.count)) == part.blocks)
        #expect(part.end != whole.end)
    }

    @Test("A flipped bit changes its block's tag and all behind it, and none before", arguments: 0..<20)
    func flipped(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let offset = Int.random(in: 0..<Self.content.count, using: &random)
        var changed = Self.content
        changed[offset] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        let before = Self.tags(Self.content)
        let after = Self.tags(changed)
        #expect(before.end != after.end)
        let boundaries = [32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16_384, 32_768, 65_536, 131_072, 196_608]
        for (index, boundary) in boundaries.enumerated() {
            #expect((before.blocks[index] == after.blocks[index]) == (boundary <= offset))
        }
    }

    @Test("The end tags at all offsets differ from each other and from the block tags, also of constant content")
    func ends() {
        var chain = ContentChain(Self.key)
        var tags: Set<Fingerprint> = [chain.endTag()]
        var count = 1
        for _ in 0..<3000 {
            chain.absorb([0].span) { _, tag in
                tags.insert(tag)
                count += 1
            }
            tags.insert(chain.endTag())
            count += 1
        }
        #expect(tags.count == count)
    }

    @Test("Content has the same tags wherever it lies in its input")
    func start() {
        #expect(Self.tags(Self.content, startOffset: 12_345) == Self.tags(Self.content))
    }

    @Test("Under another key or scope the tags are unrelated, and lines are told from content")
    func separation() {
        let short = Array("GET / HTTP/1.1".utf8)
        let keys = [
            Self.key, ContentKey(TestKeys.identityKey(first: 1), scope: "scope"),
            ContentKey(TestKeys.identityKey(), scope: "other"),
        ]
        let tags = keys.flatMap { [Self.tags(short, $0).end, $0.lineTag(short.span)] }
        #expect(Set(tags).count == 6)
    }
}
