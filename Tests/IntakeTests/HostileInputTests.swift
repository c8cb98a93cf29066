import Events
import TestSupport
import Testing

@testable import Intake

@Suite("Hostile input")
struct HostileInputTests {
    static let formats = ["vhost_combined", "combined", "common", "combined_extra"]

    @Test("No bytes crash the parser, and the counts always balance", arguments: UInt64(0)..<60)
    func anyBytes(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let bytes = HostileInputTests.log(&generator, lines: 400)
        let lineCount = bytes.count { $0 == ASCII.lineFeed } + (bytes.last == ASCII.lineFeed || bytes.isEmpty ? 0 : 1)
        for name in HostileInputTests.formats {
            var parser = LineParser(
                formats: FormatRegistry.formats.filter { $0.name == name },
                options: LineOptions(latest: 2_000_000_000_000, maximumLineBytes: 300))
            let (batch, tally) = parser.parseAll(bytes)
            #expect(tally.read == lineCount)
            #expect(tally.read == tally.accepted + tally.filtered + tally.rejected)
            #expect(batch.rowCount == tally.accepted)
            for field in RawBatch.Text.allCases {
                #expect(batch[field].indices.isEmpty || batch[field].indices.count == batch.rowCount)
            }
            for field in RawBatch.Number.allCases {
                #expect(batch[field].values.isEmpty || batch[field].values.count == batch.rowCount)
            }
        }
        _ = FormatDetector.detect(bytes.span)
    }

    @Test("Blocks of any size give the same rows and counts", arguments: UInt64(0)..<30)
    func blocks(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let bytes = HostileInputTests.log(&generator, lines: 300)
        let whole = HostileInputTests.read(bytes, blockBytes: bytes.count + 1, rows: .max)
        for blockBytes in [1, 13, 100, 1000] {
            let rows = Int.random(in: 1..<400, using: &generator)
            let pieces = HostileInputTests.read(bytes, blockBytes: blockBytes, rows: rows)
            #expect(pieces.lines == whole.lines)
            #expect(pieces.tally == whole.tally)
        }
    }

    /// Reads a stream as a caller does: block by block, batch by batch, the unterminated rest at the end.
    static func read(_ bytes: [UInt8], blockBytes: Int, rows: Int) -> (lines: [ParsedLine], tally: LineTally) {
        let maximum = 300
        var cutter = BlockCutter(blockBytes: blockBytes, maximumLineBytes: maximum)
        var parser = LineParser(
            "combined", "common", "combined_extra",
            options: LineOptions(latest: 2_000_000_000_000, maximumLineBytes: maximum))
        var batch = RawBatch(seed: 1)
        var tally = LineTally()
        var lines: [ParsedLine] = []
        func parse(_ count: Int) {
            let number = tally.read + 1
            let progress = cutter.withBytes(count) {
                parser.parse($0, firstLine: number, into: &batch, tally: &tally, limit: rows)
            }
            cutter.consume(progress.bytes)
            if batch.rowCount >= rows {
                lines += ParsedLine.all(batch)
                batch.removeAll()
            }
        }
        var fed = 0
        while fed < bytes.count {
            let size = min(blockBytes, bytes.count - fed)
            BlockCutterTests.append(Array(bytes[fed..<fed + size]), to: &cutter)
            fed += size
            loop: while true {
                switch cutter.cut() {
                case .lines(let count): parse(count)
                case .overlongPart(let count): cutter.consume(count)
                case .overlongEnd(let count):
                    cutter.consume(count)
                    tally.rejectOverlong(line: tally.read + 1, maximumLineBytes: maximum)
                case .none: break loop
                }
            }
        }
        if cutter.isDropping {
            tally.rejectOverlong(line: tally.read + 1, maximumLineBytes: maximum)
        } else if cutter.count > 0 {
            parse(cutter.count)
        }
        return (lines + ParsedLine.all(batch), tally)
    }

    /// Sound lines, sound lines with damage, and noise.
    static func log(_ generator: inout SplitMix64, lines: Int) -> [UInt8] {
        let sound = [
            "192.0.2.1 - - [10/Oct/2000:13:55:36 -0700] \"GET /a?b=c HTTP/1.1\" 200 1 \"https://x/\" \"curl/8 (x)\"",
            "h - Jane Doe [10/Oct/2000:13:55:36 -0700] \"\\x16\\x03\" 400 -",
            "x:80 ::1 - - [31/Dec/2016:23:59:60 +0000] \"GET /\\\"q HTTP/2\" 200 1 \"-\" \"a\\\\\" 0.1 \"b\"",
            "#directive", "",
        ]
        let telling = Array("\"\\[]: -\r\n\0/0x,".utf8)
        var bytes: [UInt8] = []
        for _ in 0..<lines {
            var line = Array((sound.randomElement(using: &generator) ?? "").utf8)
            for _ in 0..<([0, 0, 1, 2, 10].randomElement(using: &generator) ?? 0) where !line.isEmpty {
                let place = Int.random(in: 0..<line.count, using: &generator)
                switch Int.random(in: 0..<5, using: &generator) {
                case 0: line[place] = UInt8.random(in: .min ... .max, using: &generator)
                case 1: line[place] = telling.randomElement(using: &generator) ?? 0
                case 2: line.remove(at: place)
                case 3: line.removeSubrange(place...)
                default: line.insert(telling.randomElement(using: &generator) ?? 0, at: place)
                }
            }
            if Int.random(in: 0..<50, using: &generator) == 0 {
                line += (0..<Int.random(in: 0..<900, using: &generator)).map { _ in
                    UInt8.random(in: 32...255, using: &generator)
                }
            }
            bytes += line
            bytes.append(ASCII.lineFeed)
        }
        return Bool.random(using: &generator) ? bytes : bytes.dropLast()
    }
}
