public import Events

/// A hold as the catalog records it; what it asks for lies sealed beside it.
public struct Hold: Sendable {
    public let number: Int
    /// ``RetentionClass/misuse``, ``RetentionClass/illegal`` or ``RetentionClass/order``.
    public let kind: RetentionClass
    /// The days whose records it is about.
    public let range: ClosedRange<Day>
    /// The last day on which its records are kept, where an order names it.
    public let until: Day?
    public let state: HoldState
    /// How many officers have to be for it, the first included.
    public let approvalsWanted: Int
    /// When each step was done, in milliseconds since 1970.
    public let proposed: Int64
    public let active: Int64?
    public let released: Int64?
    public let ended: Int64?
    /// Those who are for it, the first one first.
    public let approvals: [HoldApproval]
    /// Ascending; without its filter.
    public let days: [HoldDay]

    /// How many records were copied, whatever has become of them.
    public var lines: Int { days.reduce(0) { $0 + $1.lines } }
    /// The days whose records have not been copied yet.
    public var waitingDays: [Day] { days.filter { $0.state == .waiting }.map(\.day) }
    /// The days whose records are there.
    public var keptDays: [HoldDay] { days.filter { $0.state == .kept } }
    /// Whether nothing of it is kept any more.
    public var isOver: Bool { ended != nil }
}
