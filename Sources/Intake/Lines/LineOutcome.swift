/// What became of one line.
public enum LineOutcome: Equatable, Sendable {
    case accepted
    case filtered(FilterReason)
    /// The column counts bytes from 1 and is where reading stopped.
    case rejected(RejectReason, column: Int)
}
