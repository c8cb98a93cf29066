import Events
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
}
