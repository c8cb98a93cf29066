/// Why a line could not be read.
///
/// The line itself is never part of a reason.
public enum RejectReason: Int, CaseIterable, Error, Sendable {
    case missingField, quote, syntax, time, future, status, number, trailing, unexpected, noColumns, noRecord, tooLong

    /// One word for summaries and machines.
    public var name: String {
        switch self {
        case .missingField: "missing_field"
        case .noColumns: "no_columns"
        case .noRecord: "no_record"
        case .tooLong: "too_long"
        default: String(describing: self)
        }
    }

    /// A few words, for `explain --json`.
    public var words: String {
        switch self {
        case .missingField: "missing field"
        case .quote: "bad quote"
        case .syntax: "bad syntax"
        case .time: "bad timestamp"
        case .future: "timestamp in the future"
        case .status: "bad status"
        case .number: "bad number"
        case .trailing: "trailing fields"
        case .unexpected: "unexpected field"
        case .noColumns: "no column names"
        case .noRecord: "nothing to count"
        case .tooLong: "line too long"
        }
    }

    /// What is wrong, for the person who runs the tool.
    public var explanation: String {
        switch self {
        case .missingField: "the line ends before all fields of the format are there; it may have been cut"
        case .quote: "a quoted field does not end where the next field could begin"
        case .syntax: "the line breaks the rules of its notation: JSON, key=value or label:value"
        case .time: "the time is not a valid date and time of the format"
        case .future: "the time is more than a day ahead"
        case .status: "the status is not three digits"
        case .number: "a number has other characters than digits, or is too large"
        case .trailing: "the line goes on after the last field of the format"
        case .unexpected: "a field does not begin the way the format says"
        case .noColumns: "no #Fields line before it names the columns; give the line as --format '#Fields: …'"
        case .noRecord:
            "the line tells of no request, event or device: no client, method, path, status, event name or device id"
        case .tooLong: "the line is longer than the limit"
        }
    }
}
