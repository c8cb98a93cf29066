import Events
import TestSupport
import Testing

@testable import Intake

@Suite("RawBatch")
struct RawBatchTests {
    @Test("Columns that a row does not touch get null", arguments: [1, 2, 3])
    func nulls(period: Int) {
        var batch = RawBatch(seed: 1)
        for row in 0..<6 {
            if row % period == period - 1 {
                batch[.agent].append([UInt8(65 + row)].span)
                batch[.bytes].values.append(Int64(row))
            }
            batch[.client].append([66].span)
            batch.endRow(time: Int64(row))
        }
        #expect(batch[.client].indices == [0, 0, 0, 0, 0, 0])
        #expect(batch[.user].indices.isEmpty && batch[.duration].values.isEmpty)
        for row in 0..<6 {
            let isThere = row % period == period - 1
            #expect((batch[.agent].indices[row] == absentIndex) == !isThere)
            #expect(batch[.bytes].values[row] == (isThere ? Int64(row) : NumberColumn.absent))
        }
    }

    @Test("A column that lines begin to use late has nulls before, and after")
    func lateColumns() {
        var parser = LineParser("combined", "common")
        let common = LineParserTests.commonLine + "\n"
        let text =
            String(repeating: common, count: 300) + LineParserTests.line + "\n" + String(repeating: common, count: 600)
        let (batch, _) = parser.parseAll(Array(text.utf8))
        #expect(batch.rowCount == 901)
        #expect(batch[.agent].indices.count == 901)
        #expect(batch[.agent].indices.indices.filter { batch[.agent].indices[$0] != absentIndex } == [300])
        #expect(batch[.status].values.count == 901)
    }

    @Test("An emptied batch is like a new one")
    func reuse() {
        var parser = LineParser("combined")
        let bytes = Array((LineParserTests.line + "\n").utf8)
        var batch = RawBatch(seed: 1)
        var tally = LineTally()
        for _ in 0..<3 {
            batch.removeAll()
            #expect(batch.rowCount == 0 && batch.byteCount == 0)
            _ = parser.parse(bytes.span, firstLine: 1, into: &batch, tally: &tally, limit: 9)
            #expect(ParsedLine.all(batch) == ParsedLine.all(parser.parseAll(bytes).batch))
            #expect(batch.byteCount == "192.0.2.1GET/HTTP/1.1curl".utf8.count)
        }
    }

    @Test(
        "A batch from which rows are removed while it grows has the rows of one that never had them",
        arguments: 0..<50 as Range<UInt64>)
    func removal(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var parser = LineParser("json")
        let resolver = ClientResolver(trusted: seed.isMultiple(of: 2) ? [] : AddressBlock.local)
        parser.options.trustedProxies = seed.isMultiple(of: 2) ? [] : AddressBlock.local
        var (batch, wanted) = (RawBatch(seed: 1), RawBatch(seed: 1))
        var tally = LineTally()
        for _ in 0..<Int.random(in: 1...6, using: &random) {
            let lines = (0..<Int.random(in: 0...400, using: &random)).map { _ in Self.randomLine(&random) }
            let isRemoved = lines.map { _ in Int.random(in: 0..<3, using: &random) == 0 }
            let first = batch.rowCount
            let all = Array(lines.joined().utf8)
            let kept = Array(zip(lines, isRemoved).map { $1 ? "" : $0 }.joined().utf8)
            _ = parser.parse(all.span, firstLine: 1, into: &batch, tally: &tally, limit: .max)
            batch.removeRows(from: first, where: isRemoved)
            _ = parser.parse(kept.span, firstLine: 1, into: &wanted, tally: &tally, limit: .max)
            #expect(batch.rowCount == wanted.rowCount)
        }
        batch.resolveClients(resolver)
        #expect(ParsedLine.all(batch) == ParsedLine.all(wanted))
        batch.removeAll()
        #expect(batch.rowCount == 0 && !batch.hasUnusedValues)
    }

    private static func randomLine(_ random: inout SplitMix64) -> String {
        var fields = ["\"time\":\"2026-03-01T10:00:00Z\"", "\"event\":\"e\(Int.random(in: 0..<3, using: &random))\""]
        for (name, values) in [
            ("remote_addr", ["192.0.2.1", "192.0.2.1:80", "10.0.0.1", "10.0.0.2"]),
            ("x_forwarded_for", ["192.0.2.7", "192.0.2.8, 10.0.0.1"]), ("user", ["a", "b"]), ("cookie", ["c"]),
        ] where Int.random(in: 0..<4, using: &random) == 0 {
            fields.append("\"\(name)\":\"\(values.randomElement(using: &random) ?? "")\"")
        }
        if Int.random(in: 0..<8, using: &random) == 0 { fields.append("\"status\":404") }
        return "{\(fields.joined(separator: ","))}\n"
    }
}
