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

    /// The columns that every event has, whatever the policy says.
    public static let essential: [EventColumn] = [.time, .text(.kind), .text(.resolution)]

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

    /// The column of a name.
    public init?(named name: String) {
        guard let column = EventColumn.all.first(where: { $0.name == name }) else { return nil }
        self = column
    }

    /// The rules, besides `drop`, that the column can have; the first is the usual one.
    public var rules: [FieldRule] {
        switch self {
        case .identity: [.pseudonymize]
        case .text(.address): [.truncate, .prefixPreserving]
        case .text(.kind), .text(.resolution), .text(.method), .text(.protocol), .text(.tls), .text(.mime),
            .text(.cache), .text(.name), .text(.element), .text(.terminal), .text(.appStatus), .text(.platform),
            .text(.host), .number(.status):
            [.keep]
        default: [.generalize]
        }
    }

    /// Whether the built-in policy stores the column.
    ///
    /// What tells of people, and what an address can be reckoned back from, is stored only where a policy asks for it.
    var isStandard: Bool {
        switch self {
        case .text(.address), .text(.postalArea), .text(.ageBand), .text(.gender), .text(.occupation): false
        default: true
        }
    }
}
