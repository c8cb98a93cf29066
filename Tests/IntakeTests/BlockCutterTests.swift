import TestSupport
import Testing

@testable import Intake

@Suite("BlockCutter")
struct BlockCutterTests {
    /// The events of a stream: whole lines joined, and over-long lines.
    enum Event: Equatable {
        case text(String)
        case overlong
    }

    @Test("Lines come out whole, whatever the blocks are", arguments: [1, 2, 3, 7, 64])
    func blocks(size: Int) {
        var cutter = BlockCutter(blockBytes: size, maximumLineBytes: 20)
        let (events, rest) = BlockCutterTests.run(&cutter, "one\ntwo\r\n\n\nthree\nfour")
        #expect(BlockCutterTests.joined(events) == [.text("one\ntwo\r\n\n\nthree\n")])
        #expect(rest == "four")
        #expect(cutter.position == 17 && cutter.end == 21)
    }

    @Test("A line over the limit is dropped and told once, in its place", arguments: [1, 2, 5, 50, 200])
    func overlong(size: Int) {
        var cutter = BlockCutter(blockBytes: size, maximumLineBytes: 10)
        let long = String(repeating: "x", count: 100)
        let (events, rest) = BlockCutterTests.run(&cutter, "a\n\(long)\nb\n\(long)\n\(long)\nc")
        // A block that holds the whole line leaves it to the parser, which has the same limit.
        let told = BlockCutterTests.joined(events).filter { $0 != .text("a\n") && $0 != .text("b\n") }
        if size <= 50 { #expect(told == [.overlong, .overlong, .overlong]) }
        #expect(rest == "c")
        #expect(!cutter.isDropping)
    }

    @Test("A line of exactly the limit is kept, with either line end", arguments: ["\n", "\r\n"], 1...12)
    func exact(end: String, size: Int) {
        var cutter = BlockCutter(blockBytes: size, maximumLineBytes: 10)
        let (events, _) = BlockCutterTests.run(&cutter, "0123456789\(end)a\n")
        #expect(BlockCutterTests.joined(events) == [.text("0123456789\(end)a\n")])
    }

    @Test("A stream without line ends needs no more memory than the limit and a block")
    func bounded() {
        var cutter = BlockCutter(blockBytes: 1000, maximumLineBytes: 5000)
        var largest = 0
        for _ in 0..<1000 {
            cutter.append { buffer, start in
                largest = max(largest, buffer.count)
                return buffer.count - start
            }
            if case .overlongPart(let count) = cutter.cut() { cutter.consume(count) }
        }
        #expect(cutter.isDropping)
        #expect(largest <= 8000)
        #expect(cutter.end >= 1_000_000)
    }

    @Test("Cuts end before a position of the stream, inside a line or at its end", arguments: 0...12)
    func limits(limit: Int) {
        var cutter = BlockCutter(position: 100)
        let text = Array("abc\nde\nfghi\n".utf8)
        BlockCutterTests.append(text, to: &cutter)
        let expected = [0, 0, 0, 0, 4, 4, 4, 7, 7, 7, 7, 7, 12][limit]
        #expect(cutter.cut(upTo: 100 + Int64(limit)) == (expected == 0 ? .none : .lines(expected)))
        #expect(cutter.cut() == .lines(12))
        cutter.consume(12)
        #expect(cutter.position == 112)
        #expect(cutter.cut() == .none)
    }

    @Test("Dropping a long line stops at the limit and goes on behind it")
    func limitWhileDropping() {
        var cutter = BlockCutter(maximumLineBytes: 4)
        BlockCutterTests.append(Array("0123456789\nab\n".utf8), to: &cutter)
        #expect(cutter.cut(upTo: 8) == .overlongPart(8))
        cutter.consume(8)
        #expect(cutter.isDropping && cutter.position == 8)
        #expect(cutter.cut(upTo: 8) == .none)
        #expect(cutter.cut() == .overlongEnd(3))
        cutter.consume(3)
        #expect(!cutter.isDropping && cutter.position == 11)
        #expect(cutter.cut() == .lines(3))
    }

    @Test("Bytes that wait can be seen by their position")
    func positions() {
        var cutter = BlockCutter(position: 50)
        BlockCutterTests.append(Array("0123456789".utf8), to: &cutter)
        cutter.consume(3)
        BlockCutterTests.append(Array("abc".utf8), to: &cutter)
        let seen = cutter.withBytes(at: 58..<62) { bytes in bytes.indices.map { bytes[$0] } }
        #expect(seen == Array("89ab".utf8))
        #expect(cutter.withBytes(2) { $0[0] } == UInt8(ascii: "3"))
        #expect(cutter.count == 10)
    }

    /// Feeds a text through a cutter, block by block.
    static func run(_ cutter: inout BlockCutter, _ text: String) -> (events: [Event], rest: String) {
        let bytes = Array(text.utf8)
        var events: [Event] = []
        var fed = 0
        while fed < bytes.count {
            let size = min(cutter.blockBytes, bytes.count - fed)
            append(Array(bytes[fed..<fed + size]), to: &cutter)
            fed += size
            loop: while true {
                switch cutter.cut() {
                case .lines(let count):
                    events.append(.text(cutter.withBytes(count) { string($0) }))
                    cutter.consume(count)
                case .overlongPart(let count): cutter.consume(count)
                case .overlongEnd(let count):
                    cutter.consume(count)
                    events.append(.overlong)
                case .none: break loop
                }
            }
        }
        return (events, cutter.withBytes(cutter.count) { string($0) })
    }

    static func joined(_ events: [Event]) -> [Event] {
        var result: [Event] = []
        for event in events {
            if case .text(let added) = event, case .text(let before)? = result.last {
                result[result.count - 1] = .text(before + added)
            } else {
                result.append(event)
            }
        }
        return result
    }

    static func append(_ bytes: [UInt8], to cutter: inout BlockCutter) {
        cutter.append { buffer, start in
            for (index, byte) in bytes.enumerated() { buffer[start + index] = byte }
            return bytes.count
        }
    }

    private static func string(_ bytes: Span<UInt8>) -> String {
        String(decoding: bytes.indices.map { bytes[$0] }, as: UTF8.self)
    }
}
