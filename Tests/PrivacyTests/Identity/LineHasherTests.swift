import TestSupport
import Testing

@testable import Privacy

@Suite("The tags of lines")
struct LineHasherTests {
    private static let key = ContentKey(TestKeys.identityKey(), scope: "")

    private static func tags(_ text: String, _ key: ContentKey = key, piece: () -> Int = { .max }) -> [UInt16] {
        let bytes = Array(text.utf8)
        var hasher = LineHasher(key)
        var tags: [UInt16] = []
        var offset = 0
        while offset < bytes.count {
            let count = min(max(1, piece()), bytes.count - offset)
            hasher.absorb(bytes.span.extracting(offset..<offset + count)) { tags.append($0) }
            offset += count
        }
        return tags
    }

    @Test("Every complete line has a tag, the unfinished one has none")
    func counts() {
        #expect(Self.tags("") == [])
        #expect(Self.tags("a").count == 0)
        #expect(Self.tags("\n\na line\nrest").count == 3)
    }

    @Test("In whatever pieces the bytes come, the tags are the same", arguments: 0..<50)
    func pieces(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let text = (0..<40).map { _ in String(repeating: "ab/c", count: Int.random(in: 0...40, using: &random)) + "\n" }
            .joined()
        #expect(Self.tags(text) { Int.random(in: 1...23, using: &random) } == Self.tags(text))
    }

    @Test("Lines that differ in one byte, or only in length, have other tags but for one in 65,536")
    func differences() {
        let line = String(repeating: "0123456789", count: 28)
        var equal = 0
        for place in line.indices {
            var changed = line
            changed.replaceSubrange(place...place, with: "x")
            if Self.tags(changed + "\n") == Self.tags(line + "\n") { equal += 1 }
        }
        #expect(equal <= 1)
        #expect(Set((0..<64).map { Self.tags(String(repeating: "a", count: $0) + "\n") }).count >= 63)
    }

    @Test("Tags under another key are unrelated")
    func keys() {
        let other = ContentKey(TestKeys.identityKey(first: 1), scope: "")
        let text = (0..<100).map { "line \($0)\n" }.joined()
        let equal = zip(Self.tags(text), Self.tags(text, other)).count { $0 == $1 }
        #expect(equal <= 1)
    }

    @Test("Sealed tags open under their own key only, and not after a change")
    func sealing() throws {
        let tags: [UInt16] = [0, 1, 513, .max]
        let sealed = try Self.key.seal(tags)
        #expect(Self.key.open(sealed) == tags)
        #expect(ContentKey(TestKeys.identityKey(first: 1), scope: "").open(sealed) == nil)
        #expect(ContentKey(TestKeys.identityKey(), scope: "other").open(sealed) == nil)
        for place in sealed.indices {
            var changed = sealed
            changed[place] ^= 1
            #expect(Self.key.open(changed) == nil)
        }
        #expect(Self.key.open([]) == nil)
        #expect(try Self.key.seal([]).count == 28)
    }
}
