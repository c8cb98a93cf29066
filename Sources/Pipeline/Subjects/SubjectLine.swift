import Events
import Intake
import Store

/// A sealed line that is a subject's, with all that is known of it.
struct SubjectLine {
    /// The file that holds it: its day, what it is sealed to, supplement and revision.
    let file: SealedFile
    /// The name of the source; empty if it is not known any more.
    let source: String
    let context: ParseContext
    /// When the first line of its frame came, in UTC milliseconds.
    let arrival: Int64
    /// As it came, with a line feed.
    let bytes: [UInt8]
    /// The row that it was parsed to; nil of a reject, and of a line that cannot be parsed any more.
    ///
    /// Whoever keeps it keeps all rows of its batch.
    let row: (batch: RawBatch, number: Int)?

    /// The day of the line; of a reject that on which it came.
    var day: Day { file.name.day }

    /// Its fields; nil if it was not parsed.
    var record: RawRecord? { row.map { RawRecord($0.batch, row: $0.number) } }

    /// The number of the hold that keeps it; nil if none does.
    var hold: Int? { file.pair.holdNumber }
}

extension PairName {
    /// The number of the hold whose records it opens; nil if it is the pair of something else.
    var holdNumber: Int? {
        if case .hold(let number, _) = self { number } else { nil }
    }
}
