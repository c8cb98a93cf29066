import TestSupport
import Testing

@testable import Pipeline

@Suite("Many patterns are found in one pass")
struct PatternSearchTests {
    private struct Hit: Hashable {
        let pattern: Int
        let start: Int
    }

    private struct Pattern {
        let bytes: [UInt8]
        let ignoresCase: Bool

        func stands(in text: [UInt8], at start: Int) -> Bool {
            guard start + bytes.count <= text.count else { return false }
            return zip(bytes, text[start...]).allSatisfy { one, other in
                one == other
                    || ignoresCase
                        && String(UnicodeScalar(one)).lowercased() == String(UnicodeScalar(other)).lowercased()
                        && one < 0x80 && other < 0x80
            }
        }
    }

    /// Patterns and a text of few different bytes, so that there are many hits, and many that fail at their last byte.
    private static func sample(seed: UInt64) -> (patterns: [Pattern], text: [UInt8]) {
        var random = SplitMix64(seed: seed)
        let alphabet = Array("aAbBzZ@[`{.\0\u{7F}".utf8) + [0xC1, 0xE1, 0xFF]
        func bytes(_ count: Int, of kinds: Int) -> [UInt8] {
            (0..<count).map { _ in alphabet[Int.random(in: 0..<kinds, using: &random)] }
        }
        let kinds = Int.random(in: 1...alphabet.count, using: &random)
        var patterns = (0..<Int.random(in: 0...40, using: &random)).map { _ in
            Pattern(
                bytes: bytes(Int.random(in: 4...9, using: &random), of: kinds),
                ignoresCase: Bool.random(using: &random))
        }
        patterns.append(Pattern(bytes: bytes(90, of: kinds), ignoresCase: false))
        var text = bytes(Int.random(in: 0...600, using: &random), of: kinds)
        // Whole patterns, which long ones would hardly ever be by chance.
        for pattern in patterns {
            text.insert(contentsOf: pattern.bytes, at: Int.random(in: 0...text.count, using: &random))
        }
        return (patterns, text)
    }

    private static func hits(_ patterns: [Pattern], _ text: [UInt8]) -> Set<Hit> {
        var hits: Set<Hit> = []
        for start in text.indices {
            for (number, pattern) in patterns.enumerated() where pattern.stands(in: text, at: start) {
                hits.insert(Hit(pattern: number, start: start))
            }
        }
        return hits
    }

    private static func search(_ patterns: [Pattern]) -> PatternSearch {
        var table = PatternTable()
        for pattern in patterns { table.append(pattern.bytes, ignoringCase: pattern.ignoresCase) }
        return PatternSearch(table)
    }

    @Test("What is found is what comparing every pattern at every place finds", arguments: 0..<200 as Range<UInt64>)
    func whole(seed: UInt64) {
        let (patterns, text) = PatternSearchTests.sample(seed: seed)
        var found: [Hit] = []
        PatternSearchTests.search(patterns).search(text.span) { found.append(Hit(pattern: $0, start: $1)) }
        #expect(Set(found).count == found.count, "nothing is found twice")
        #expect(Set(found) == PatternSearchTests.hits(patterns, text))
    }

    @Test("The same in pieces of any length", arguments: 0..<60 as Range<UInt64>)
    func pieces(seed: UInt64) {
        let (patterns, text) = PatternSearchTests.sample(seed: seed)
        var random = SplitMix64(seed: seed &+ 1)
        var stream = StreamSearch(
            PatternSearchTests.search(patterns), blockBytes: Int.random(in: 1...200, using: &random))
        var found: [Hit] = []
        var rest = text[...]
        while !rest.isEmpty {
            stream.append(
                { buffer, filled in
                    let part = rest.prefix(min(buffer.count - filled, Int.random(in: 0...150, using: &random)))
                    buffer.replaceSubrange(filled..<filled + part.count, with: part)
                    rest = rest.dropFirst(part.count)
                    return part.count
                }, found: { found.append(Hit(pattern: $0, start: Int($1))) })
        }
        stream.finish { found.append(Hit(pattern: $0, start: Int($1))) }
        #expect(stream.byteCount == text.count)
        #expect(Set(found).count == found.count, "nothing is found twice")
        #expect(Set(found) == PatternSearchTests.hits(patterns, text))
    }

    @Test("Without patterns nothing is found")
    func nothing() {
        PatternSearch(PatternTable()).search([0, 0, 0, 0, 0, 0].span) { _, _ in Issue.record("found what is not there")
        }
    }
}
