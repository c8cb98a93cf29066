import Events
public import Intake

/// The fields of one parsed line as they were written, for the person who asked to see how their line is read.
public struct RawRecord: Sendable {
    /// UTC milliseconds.
    public let time: Int64
    private let texts: [String?]
    private let numbers: [Int64?]

    init(_ batch: RawBatch, row: Int) {
        time = batch.time[row]
        texts = RawBatch.Text.allCases.map { field in
            let indices = batch[field].indices
            guard row < indices.count, indices[row] != absentIndex else { return nil }
            return batch[field].dictionary.text(Int(indices[row]))
        }
        numbers = RawBatch.Number.allCases.map { field in
            let number = batch[field].value(row)
            return number == NumberColumn.absent ? nil : number
        }
    }

    public subscript(field: RawBatch.Text) -> String? { texts[field.rawValue] }
    public subscript(field: RawBatch.Number) -> Int64? { numbers[field.rawValue] }
}
