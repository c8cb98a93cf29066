import Events
import Intake
import Privacy

/// Lines as they came and without some of their values, which are parsed and gated in one go to find out whether they are
/// the same events.
struct LineTrial {
    private var text: [UInt8] = []
    /// Where each line begins, and where its other wording does.
    private var pairs: [(line: Int, wording: Int)] = []

    /// Adds a line, and how it reads without the values.
    mutating func add(_ line: Span<UInt8>, without values: [Redacted]) {
        let start = append(line, without: [])
        pairs.append((start, append(line, without: values)))
    }

    private mutating func append(_ line: Span<UInt8>, without values: [Redacted]) -> Int {
        let start = text.count
        Redaction.append(line, without: values, to: &text)
        if text.last != 10 { text.append(10) }
        return start
    }

    /// For each pair, whether both are the same event.
    ///
    /// - Parameter gate: makes events of the records.
    func run(_ parser: inout LineParser, seed: UInt64, gate: (RawBatch) -> EventEquality?) -> [Bool] {
        var batch = RawBatch(seed: seed)
        let rows = rows(&parser, &batch)
        guard let events = gate(batch) else { return pairs.map { _ in false } }
        return pairs.map { pair in
            guard let first = rows[pair.line], let second = rows[pair.wording] else { return false }
            return events.isSame(first, second)
        }
    }

    /// The rows that the lines have become, by where they begin.
    private func rows(_ parser: inout LineParser, _ batch: inout RawBatch) -> [Int: Int] {
        var rows: [Int: Int] = [:]
        var done = 0
        var tally = LineTally()
        while done < text.count {
            let firstRow = batch.rowCount
            // From line 1 a byte order mark would be dropped.
            let progress = parser.parse(
                text.span.extracting(done..<text.count), firstLine: 2, into: &batch, tally: &tally, limit: .max)
            for (row, line) in parser.acceptedLines.enumerated() { rows[done + Int(line.start)] = firstRow + row }
            done += progress.bytes
        }
        return rows
    }
}
