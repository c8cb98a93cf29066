import Events
import Privacy
import TestSupport
import Testing

@testable import Pipeline

@Suite("Overlap of a restarted pipe")
struct PipeOverlapTests {
    private static let month = Month(of: Day(number: 20_000))
    private static let key = ContentKey(IdentityKey.throwaway(for: month), scope: "")

    private static func text(_ lines: String) -> [UInt8] {
        Array(lines.map { "line \($0)\n" }.joined().utf8)
    }

    private static func overlap(after source: String, keys: [ContentKey] = [key]) -> PipeOverlap? {
        var tail = LineTail()
        tail.keep(text(source).span)
        return PipeOverlap(tail: tail.tags(key), keys: keys, month: month.description)
    }

    /// Each letter is a line.
    @Test(
        "The first lines of a pipe are known if they are the last ones of its source, up to the very last",
        arguments: [
            ("abc", "abcd", 3), ("abc", "bcd", 2), ("abc", "cd", 1), ("abc", "d", 0), ("abc", "ab", 0),
            ("abc", "abd", 0),
            ("abc", "bd", 0), ("abc", "abc", 3), ("abc", "cabc", 1), ("xxx", "xxxx", 3), ("xxx", "xy", 1),
            ("xxx", "xxy", 2),
            ("abab", "ababc", 4), ("abab", "abc", 2), ("aba", "abac", 3), ("aba", "ac", 1), ("abc", "", 0),
        ])
    func table(_ source: String, _ pipe: String, _ known: Int) throws {
        for length in [1, 3, 7, 1000] {
            var overlap = try #require(Self.overlap(after: source))
            let bytes = Self.text(pipe)
            // Whole lines at a time, as the intake gives them.
            for start in stride(from: 0, to: bytes.count, by: 7 * length) {
                overlap.compare(bytes.span.extracting(start..<min(start + 7 * length, bytes.count)))
            }
            overlap.close()
            #expect(!overlap.isOpen)
            #expect(overlap.knownLines == known)
        }
    }

    @Test("It is open only as long as more lines could agree")
    func isOpen() throws {
        var overlap = try #require(Self.overlap(after: "abc"))
        #expect(overlap.isOpen)
        overlap.compare(Self.text("ab").span)
        #expect(overlap.isOpen)
        #expect(overlap.knownLines == 0)
        overlap.compare(Self.text("c").span)
        #expect(!overlap.isOpen)
        #expect(overlap.knownLines == 3)
        overlap.compare(Self.text("abc").span)
        #expect(overlap.knownLines == 3)
    }

    @Test("Nothing is compared without a tail or without its month's key")
    func nothing() {
        #expect(Self.overlap(after: "") == nil)
        #expect(Self.overlap(after: "abc", keys: []) == nil)
        let other = ContentKey(IdentityKey.throwaway(for: Month(of: Day(number: 20_040))), scope: "")
        #expect(Self.overlap(after: "abc", keys: [other]) == nil)
        #expect(Self.overlap(after: "abc", keys: [other, Self.key]) != nil)
    }

    @Test("The last 64 lines are kept, in whatever pieces they come", arguments: [1, 2, 50, 63, 64, 65, 200])
    func tail(_ piece: Int) {
        let lines = (0..<150).map { Array("line \($0)\n".utf8) }
        var tail = LineTail()
        for start in stride(from: 0, to: lines.count, by: piece) {
            let bytes = Array(lines[start..<min(start + piece, lines.count)].joined())
            tail.keep(bytes.span)
        }
        let expected = lines.suffix(64).map { Self.key.lineTag($0.span) }
        #expect(tail.tags(Self.key) == expected)
    }

    @Test("Of long lines fewer are kept, the last ones without a gap", arguments: [1, 3, 30])
    func longLines(_ piece: Int) {
        let lines = (0..<30).map { [UInt8](repeating: UInt8(97 + $0 % 26), count: 100_000) + [10] }
        var tail = LineTail()
        for start in stride(from: 0, to: lines.count, by: piece) {
            let bytes = Array(lines[start..<min(start + piece, lines.count)].joined())
            tail.keep(bytes.span)
        }
        // Ten of them fill a mebibyte, and the very last one is always kept.
        #expect(tail.tags(Self.key) == lines.suffix(11).map { Self.key.lineTag($0.span) })
    }

    @Test("A last line that is longer than all that may be kept is kept")
    func longLine() {
        var tail = LineTail()
        let line = [UInt8](repeating: 97, count: 2 * LineTail.byteLimit) + [10]
        tail.keep(Array("first\n".utf8).span)
        tail.keep((Array("second\n".utf8) + line).span)
        #expect(tail.tags(Self.key).suffix(1) == [Self.key.lineTag(line.span)])
    }
}
