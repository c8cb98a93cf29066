import Events

@testable import Intake

/// The fields of one row as text, for comparisons.
struct ParsedLine: Equatable {
    var time: Int64
    var texts: [RawBatch.Text: String]
    var numbers: [RawBatch.Number: Int64]

    init(_ batch: RawBatch, row: Int) {
        time = batch.time[row]
        texts = [:]
        numbers = [:]
        for field in RawBatch.Text.allCases {
            let column = batch[field]
            if column.indices.isEmpty || column.indices[row] == absentIndex { continue }
            texts[field] = column.dictionary.text(Int(column.indices[row]))
        }
        for field in RawBatch.Number.allCases where batch[field].value(row) != NumberColumn.absent {
            numbers[field] = batch[field].value(row)
        }
    }

    static func all(_ batch: RawBatch) -> [ParsedLine] {
        (0..<batch.rowCount).map { ParsedLine(batch, row: $0) }
    }
}

extension LineParser {
    /// A parser of the named formats that takes no time for too late.
    init(_ names: String..., options: LineOptions = LineOptions(latest: .max)) {
        self.init(formats: names.compactMap { FormatRegistry.format(named: $0) }, options: options)
    }

    mutating func parseLine(_ text: String) -> (outcome: LineOutcome, line: ParsedLine?) {
        var batch = RawBatch(seed: 1)
        let outcome = parseLine(Array(text.utf8).span, into: &batch)
        return (outcome, batch.rowCount == 1 ? ParsedLine(batch, row: 0) : nil)
    }

    mutating func parseAll(_ bytes: [UInt8], limit: Int = .max) -> (batch: RawBatch, tally: LineTally) {
        var batch = RawBatch(seed: 1)
        var tally = LineTally()
        var (done, line) = (0, 1)
        // A directive that changes what the lines behind it mean ends a call.
        while done < bytes.count, batch.rowCount < limit {
            let rest = bytes.span.extracting(done..<bytes.count)
            let progress = parse(rest, firstLine: line, into: &batch, tally: &tally, limit: limit)
            done += progress.bytes
            line += progress.lines
        }
        return (batch, tally)
    }
}
