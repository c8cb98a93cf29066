public import Intake
public import Privacy

/// One line as `explain` shows it.
public struct ExplainedLine: Sendable {
    public enum Outcome: Sendable {
        case accepted(format: String, record: RawRecord, event: [ExplainedField])
        case filtered(FilterReason)
        case rejected(RejectReason, column: Int)
    }

    public let file: String
    public let line: Int
    public let outcome: Outcome
}
