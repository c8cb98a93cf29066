import Events
import Privacy

/// The words of a notice in one language.
struct NoticeWords: Sendable {
    let title: @Sendable (_ site: String) -> String
    let introduction: String
    let fields: String
    let column: String
    let purpose: String
    let stored: String
    let nothingElse: String
    /// What of lines is not sealed, by the names in the policy.
    let redacted: @Sendable (_ names: [String]) -> String
    let exact: String
    let purposes: String
    let retention: String
    let data: String
    let term: String
    let statistics: @Sendable (_ k: Int) -> String
    let rules: [FieldRule: String]
    let classes: [RetentionClass: String]
    let columns: [String: String]
    let days: @Sendable (Int) -> String
    let months: @Sendable (Int) -> String
    /// How long what an order holds is kept.
    let ordered: String
    let none: String
    let unlimited: String

    /// What a column is called; its own name if the language has no better one.
    func name(of column: EventColumn) -> String { columns[column.name] ?? "`\(column.name)`" }

    func name(of kind: RetentionClass) -> String { classes[kind] ?? kind.rawValue }

    func meaning(of rule: FieldRule) -> String { rules[rule] ?? rule.rawValue }

    func term(_ term: RetentionTerm) -> String {
        switch term {
        case .none: none
        case .days(let count): days(count)
        case .months(let count): months(count)
        case .unlimited: unlimited
        }
    }
}
