/// How many different officers approve what.
public struct Approvals: Hashable, Sendable {
    /// How many there can be.
    public static let allowed = 1...2

    private var counts: [Approval: Int] = [.authority: 2]

    /// Two for what goes to an authority, one for everything else.
    public init() {}

    public subscript(approval: Approval) -> Int {
        get { counts[approval] ?? 1 }
        set { counts[approval] = newValue == 1 ? nil : newValue }
    }
}
