/// One stored value of one event, with the rule that made it and the purpose that it is stored for.
public struct ExplainedField: Hashable, Sendable {
    /// A value as people see it; times are UTC seconds.
    public enum Value: Hashable, Sendable {
        case text(String)
        case number(Int64)
        case flag(Bool)
        case absent
    }

    /// The name of the event's column.
    public let name: String
    public let value: Value
    public let rule: FieldRule
    public let purpose: Purpose
}
