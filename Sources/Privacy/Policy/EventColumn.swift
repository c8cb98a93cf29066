public import Events

/// A column of events as the policy names it.
public enum EventColumn: Hashable, Sendable {
    case time
    case text(EventField.Text)
    case identity(EventField.Identity)
    case number(EventField.Number)
    case flag(EventField.Flag)

    /// All columns that the gate can fill, in the order in which people read them.
    public static let all: [EventColumn] =
        [.time] + EventField.Text.allCases.prefix(3).map { .text($0) }
        + EventField.Identity.allCases.map { .identity($0) }
        + EventField.Flag.allCases.map { .flag($0) } + EventField.Text.allCases.dropFirst(3).map { .text($0) }
        + EventField.Number.allCases.map { .number($0) }

    /// The name in partitions, policies and `explain`.
    public var name: String {
        switch self {
        case .time: "time"
        case .text(let field): field.name
        case .identity(let field): field.name
        case .number(let field): field.name
        case .flag(let field): field.name
        }
    }

    /// The rule, besides `drop`, that this column can have.
    var rule: FieldRule {
        switch self {
        case .identity: .pseudonymize
        case .text(.kind), .text(.resolution), .text(.method), .text(.protocol), .text(.host), .text(.tls),
            .text(.mime),
            .text(.cache), .number(.status):
            .keep
        default: .generalize
        }
    }
}
