import Intake
import Privacy

/// Why what a request says cannot be read; tells the line, counted from 1, and never what stands there.
enum RequestLetterError: Error, Equatable {
    /// A list of identifiers is wrong.
    case subject(SubjectListError)
    /// There is no field of that name that could be put right.
    case unknownField(line: Int)
    case noValue(line: Int)
    case tooLong(line: Int)
    case noDay(line: Int)
    /// A line that says what an earlier one has said.
    case twice(line: Int)
    /// A line that does not belong into a request of this kind.
    case misplaced(line: Int)
    /// An order names somebody beside its filter, which would hand over what was not ordered.
    case identifierInOrder(line: Int, field: RawBatch.Text)
    /// The filter cannot be read.
    case filter(line: Int, words: String)
    /// A request to put something right says nothing that is right.
    case noCorrection
    /// The policy stores nothing of the field, so nothing of it can be put right.
    case notStored(field: String)
    /// The field cannot have that value.
    case unusableValue(field: String, words: String)
    /// An order lacks what it must have.
    case incompleteOrder
    /// The first day comes after the last one.
    case daysReversed
    /// The order does not say which day it bears.
    case noDate
    /// The order bears a day that is still to come.
    case dateToCome
    /// A representative acts, and is not named.
    case noRepresentative
    /// A representative is named, and nobody is said to act.
    case unsaidRepresentative
}

extension RequestLetterError: CustomStringConvertible {
    var description: String {
        switch self {
        case .subject(let error): error.description
        case .unknownField(let line):
            "Line \(line) names no field that can be put right. Those are: \(RequestLetterError.fields)."
        case .noValue(let line): "Line \(line) has nothing behind the colon."
        case .tooLong(let line): "Line \(line) is longer than \(RequestLetter.longestLine) bytes. Check the line."
        case .noDay(let line): "Line \(line) has no day. Write it as YYYY-MM-DD."
        case .twice(let line): "Line \(line) says again what an earlier line has said. Leave one of them out."
        case .misplaced(let line):
            "Line \(line) does not belong into a request of this kind. See `footfall request open --help`."
        case .identifierInOrder(let line, let field):
            "Line \(line) names an identifier, but which lines an order is about is said by its filter. Write it as"
                + " filter: \(RequestLetterError.name(of: field))=… instead; of several identifiers each needs a request of its own."
        case .filter(let line, let words): "Line \(line): \(words)"
        case .noCorrection: "Nothing is put right. Write the field and its right value, such as `set gender: f`."
        case .notStored(let field):
            "The policy stores nothing of \(field), so there is nothing that could be put right. Leave the line out."
        case .unusableValue(let field, let words):
            "The right value of \(field) cannot be stored: \(field) takes \(words)."
        case .incompleteOrder:
            "An order needs the lines authority, reference, date, from and to; filter says which lines."
        case .noDate: "The order does not say which day it bears. Add the line `date:` with that day, as YYYY-MM-DD."
        case .dateToCome: "The order bears a day that is still to come. Check the line `date:`."
        case .daysReversed: "The first day of the order comes after the last one."
        case .unsaidRepresentative:
            "The line representative: says that somebody acts for the person. Add --by representative, or leave the line out."
        case .noRepresentative: "With --by representative the line representative: says who acts for the person."
        }
    }

    private static func name(of field: RawBatch.Text) -> String {
        RecordField.named.first { $0.field == .text(field) }?.name ?? ""
    }

    private static let fields = RequestLetter.correctable.map(\.name).joined(separator: ", ")
}
