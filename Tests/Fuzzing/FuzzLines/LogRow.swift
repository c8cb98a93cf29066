import Events
import FuzzSupport
import Intake

/// One row of a batch, for comparisons.
struct LogRow: Equatable {
    private let time: Int64
    private let texts: [[UInt8]?]
    private let numbers: [Int64]

    static func all(of batch: RawBatch) -> [LogRow] {
        for field in RawBatch.Text.allCases {
            let column = batch[field]
            check([0, batch.rowCount].contains(column.indices.count), "a text column has all rows or none")
            check(
                column.indices.allSatisfy { $0 == absentIndex || $0 < column.dictionary.count },
                "every index lies within the dictionary")
        }
        for field in RawBatch.Number.allCases {
            check([0, batch.rowCount].contains(batch[field].values.count), "a number column has all rows or none")
        }
        return (0..<batch.rowCount).map { LogRow(batch, $0) }
    }

    private init(_ batch: RawBatch, _ row: Int) {
        time = batch.time[row]
        texts = RawBatch.Text.allCases.map { field in
            let column = batch[field]
            guard !column.indices.isEmpty, column.indices[row] != absentIndex else { return nil }
            return column.dictionary.withValue(Int(column.indices[row])) { value in value.indices.map { value[$0] } }
        }
        numbers = RawBatch.Number.allCases.map { batch[$0].value(row) }
    }
}
