/// How far a number is from an older one.
public struct ReportChange: Hashable, Sendable {
    public enum Direction: Hashable, Sendable { case up, down, same }

    public let direction: Direction
    /// The change in thousandths of the older number, without sign.
    public let permille: Int64

    /// Nil if there is nothing to compare with.
    init?(from old: Int64, to new: Int64) {
        guard old > 0 else { return nil }
        let (difference, overflow) = new.subtractingReportingOverflow(old)
        guard !overflow else { return nil }
        permille = Ratio(numerator: Int64(clamping: difference.magnitude), denominator: old).scaled(by: 1000)
        direction = permille == 0 ? .same : difference > 0 ? .up : .down
    }
}
