public import Events

/// A hold that is about to go on record.
public struct HoldProposal: Sendable {
    public let number: Int
    public let kind: RetentionClass
    public let range: ClosedRange<Day>
    public let until: Day?
    /// How many officers have to be for it, the first included.
    public let approvalsWanted: Int
    public let first: HoldApproval

    public init(
        number: Int, kind: RetentionClass, range: ClosedRange<Day>, until: Day?, approvalsWanted: Int,
        first: HoldApproval
    ) {
        self.number = number
        self.kind = kind
        self.range = range
        self.until = until
        self.approvalsWanted = approvalsWanted
        self.first = first
    }

    /// The days whose records it is about.
    var days: [Day] { (0...Int(range.upperBound.number - range.lowerBound.number)).map(range.lowerBound.advanced) }
}
