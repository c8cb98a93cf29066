import Events
import Intake

/// A field of a parsed line, as filters name it.
enum RecordField: Hashable {
    case text(RawBatch.Text)
    case number(RawBatch.Number)
    /// The target without its query.
    case path

    /// All names, in the order in which people are told them.
    static let named: [(name: String, field: RecordField)] = [
        ("client", .text(.client)), ("user", .text(.user)), ("cookie", .text(.cookie)), ("device", .text(.device)),
        ("mac", .text(.mac)), ("forwarded", .text(.forwarded)), ("method", .text(.method)),
        ("target", .text(.target)), ("path", .path), ("protocol", .text(.protocol)), ("status", .number(.status)),
        ("bytes", .number(.bytes)), ("duration", .number(.duration)), ("referrer", .text(.referrer)),
        ("agent", .text(.agent)), ("host", .text(.host)), ("tls", .text(.tls)), ("mime", .text(.mime)),
        ("cache", .text(.cache)), ("language", .text(.language)), ("event", .text(.event)),
        ("screen", .text(.screen)), ("element", .text(.element)), ("terminal", .text(.terminal)),
        ("platform", .text(.platform)), ("app_version", .text(.appVersion)), ("app_status", .text(.appStatus)),
    ]

    /// Whether its values tell who someone is, so that they do not belong on a command line.
    var isIdentifying: Bool {
        switch self {
        case .text(.client), .text(.user), .text(.cookie), .text(.device), .text(.mac), .text(.forwarded): true
        default: false
        }
    }

    init?(named name: some StringProtocol) {
        guard let known = RecordField.named.first(where: { $0.name == name }) else { return nil }
        self = known.field
    }

    /// What a row has in a text field; nil for none.
    func text<Result>(
        of batch: RawBatch, row: Int, _ body: (Span<UInt8>) throws -> Result
    ) rethrows -> Result? {
        let column: RawTextColumn
        switch self {
        case .text(let field): column = batch[field]
        case .path: column = batch[.target]
        case .number: return nil
        }
        guard row < column.indices.count, column.indices[row] != absentIndex else { return nil }
        return try column.dictionary.withValue(Int(column.indices[row])) { value in
            guard self == .path, let end = value.indices.first(where: { value[$0] == UInt8(ascii: "?") }) else {
                return try body(value)
            }
            return try body(value.extracting(..<end))
        }
    }

    /// What a row has in a number field; nil for none.
    func number(of batch: RawBatch, row: Int) -> Int64? {
        guard case .number(let field) = self else { return nil }
        let value = batch[field].value(row)
        return value == NumberColumn.absent ? nil : value
    }
}
