import Events
import Intake

/// One record as a test writes it down.
struct RawRow {
    var time = TestKeys.start * 1000
    var texts: [RawBatch.Text: [UInt8]] = [:]
    var numbers: [RawBatch.Number: Int64] = [:]

    init(
        time: Int64 = TestKeys.start * 1000, _ texts: [RawBatch.Text: String], _ numbers: [RawBatch.Number: Int64] = [:]
    ) {
        self.time = time
        self.texts = texts.mapValues { Array($0.utf8) }
        self.numbers = numbers
    }
}

extension RawBatch {
    /// A batch that has those columns that any of the rows has.
    init(_ rows: [RawRow]) {
        self.init(seed: 1)
        let texts = Text.allCases.filter { field in rows.contains { $0.texts[field] != nil } }
        let numbers = Number.allCases.filter { field in rows.contains { $0.numbers[field] != nil } }
        for row in rows {
            for field in texts {
                if let text = row.texts[field] {
                    self[field].append(text.span)
                } else {
                    self[field].appendAbsent()
                }
            }
            for field in numbers {
                self[field].values.append(row.numbers[field] ?? NumberColumn.absent)
            }
            endRow(time: row.time)
        }
    }
}
