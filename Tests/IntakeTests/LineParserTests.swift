import Testing

@testable import Intake

@Suite("LineParser")
struct LineParserTests {
    static let line = "192.0.2.1 - - [10/Oct/2000:13:55:36 -0700] \"GET / HTTP/1.1\" 200 1 \"-\" \"curl\""
    static let commonLine = "192.0.2.2 - - [10/Oct/2000:13:55:36 -0700] \"GET / HTTP/1.1\" 200 1"

    @Test(
        "Blank lines and directives are filtered",
        arguments: [
            ("", FilterReason.blank), (" ", .blank), ("\t \t", .blank), ("\r", .blank), ("#", .directive),
            ("#Fields: a", .directive),
        ])
    func filters(line: String, reason: FilterReason) {
        var parser = LineParser("combined")
        let tally = parser.parseAll(Array((line + "\n").utf8)).tally
        #expect(tally.filtered(reason) == 1)
        #expect(tally.read == 1)
        #expect(line.isEmpty || parser.parseLine(line).outcome == .filtered(reason))
    }

    @Test("Lines end with LF or CRLF, and the last one may end with the input")
    func lineEnds() {
        var parser = LineParser("combined")
        let line = LineParserTests.line
        let (batch, tally) = parser.parseAll(Array("\(line)\n\(line)\r\n\(line)".utf8))
        #expect(tally.accepted == 3)
        let lines = ParsedLine.all(batch)
        #expect(lines[0] == lines[1] && lines[0] == lines[2])
    }

    @Test("A byte order mark is dropped from the first line only")
    func byteOrderMark() {
        var parser = LineParser("combined")
        let marked = "\u{FEFF}" + LineParserTests.line
        let clients = ParsedLine.all(parser.parseAll(Array("\(marked)\n\(marked)\n".utf8)).batch).map {
            $0.texts[.client]
        }
        #expect(clients == ["192.0.2.1", "\u{FEFF}192.0.2.1"])
        #expect(parser.parseAll(Array("\u{FEFF}\n\u{FEFF}#x\n".utf8)).tally.filtered(.blank) == 1)
        #expect(parser.parseAll(Array("\u{FEFF}#x\n".utf8)).tally.filtered(.directive) == 1)
    }

    @Test("A line over the limit is rejected unread, a line of the limit is not")
    func longLines() {
        let length = LineParserTests.line.utf8.count
        var exact = LineParser("combined", options: LineOptions(latest: .max, maximumLineBytes: length))
        #expect(exact.parseLine(LineParserTests.line + "\r\n").outcome == .accepted)
        var shorter = LineParser("combined", options: LineOptions(latest: .max, maximumLineBytes: length - 1))
        #expect(shorter.parseLine(LineParserTests.line).outcome == .rejected(.tooLong, column: length))
    }

    @Test("Rejected lines are named by line and column, the first five of each reason")
    func examples() {
        var parser = LineParser("combined")
        let text =
            "\n" + String(repeating: "bad line\n\(LineParserTests.line)\n", count: 7) + "\(LineParserTests.line) x\n"
        let tally = parser.parseAll(Array(text.utf8)).tally
        #expect(tally.accepted == 7)
        #expect(tally.rejected(.missingField) == 7)
        #expect(tally.examples(.missingField).map(\.line) == [2, 4, 6, 8, 10])
        #expect(tally.examples(.missingField).allSatisfy { $0.column == 9 })
        #expect(tally.examples(.trailing) == [LineTally.Example(line: 16, column: LineParserTests.line.utf8.count + 2)])
        #expect(tally.read == 16)
    }

    @Test("Parsing stops at the limit of rows and goes on where it stopped", arguments: [1, 2, 255, 256, 257, 1000])
    func limit(rows: Int) {
        var parser = LineParser("combined")
        let bytes = Array(String(repeating: LineParserTests.line + "\n\nbad\n", count: 700).utf8)
        var position = 0
        var number = 1
        var tally = LineTally()
        while position < bytes.count {
            var batch = RawBatch(seed: 1)
            let region = bytes.span.extracting(position..<bytes.count)
            let progress = parser.parse(region, firstLine: number, into: &batch, tally: &tally, limit: rows)
            #expect(batch.rowCount == rows || position + progress.bytes == bytes.count)
            position += progress.bytes
            number += progress.lines
        }
        #expect(tally == parser.parseAll(bytes).tally)
        #expect(tally.accepted == 700 && tally.filtered == 700 && tally.rejected == 700)
    }

    @Test("Of a mixed input each line is read by the first format that can")
    func fallbacks() {
        var parser = LineParser("combined", "common")
        let text = "\(LineParserTests.line)\n\(LineParserTests.commonLine)\n\(LineParserTests.line)\nbad\n"
        let (batch, tally) = parser.parseAll(Array(text.utf8))
        #expect(tally.accepted == 3 && tally.rejected == 1)
        #expect(batch.format == "combined")
        let lines = ParsedLine.all(batch)
        #expect(lines.map { $0.texts[.client] } == ["192.0.2.1", "192.0.2.2", "192.0.2.1"])
        #expect(lines.map { $0.texts[.agent] } == ["curl", nil, "curl"])
    }

    @Test("Of several failures the one furthest into the line is told")
    func furthest() {
        var parser = LineParser("vhost_combined", "common")
        let outcome = parser.parseLine(LineParserTests.commonLine + "x").outcome
        #expect(outcome == .rejected(.number, column: LineParserTests.commonLine.utf8.count + 1))
    }

    @Test("Tallies of parts, merged in any order, are the tally of the whole")
    func merging() {
        var parts: [LineTally] = []
        var whole = LineTally()
        for line in 1...40 {
            var part = LineTally()
            part.accept(line)
            whole.accept(line)
            part.filter(.blank)
            whole.filter(.blank)
            part.reject(line % 2 == 0 ? .time : .quote, line: line, column: 3)
            whole.reject(line % 2 == 0 ? .time : .quote, line: line, column: 3)
            parts.append(part)
        }
        var merged = LineTally()
        for part in parts.reversed() { merged.merge(part) }
        #expect(merged == whole)
    }

    @Test("A directive that changes what the lines behind it mean ends a call behind itself")
    func newHeader() throws {
        let fields = "#Fields: date time c-ip cs-uri-stem"
        let line = "2026-03-01 00:00:03 203.0.113.9 /a"
        let bytes = Array(
            [fields, line, "# a remark", line, fields + " x", line + " y", ""].joined(separator: "\n").utf8)
        var parser = LineParser("w3c")
        var batch = RawBatch(seed: 1)
        var tally = LineTally()
        var ends: [Int] = []
        var accepted: [Int] = []
        var done = 0
        while done < bytes.count {
            let rest = bytes.span.extracting(done..<bytes.count)
            let progress = parser.parse(rest, firstLine: 1, into: &batch, tally: &tally, limit: .max)
            done += progress.bytes
            ends.append(done)
            accepted.append(parser.acceptedLines.count)
        }
        #expect(accepted == [0, 2, 1])
        #expect(ends == [fields.count + 1, bytes.count - line.count - 3, bytes.count])
    }
}
