/// How long before a change of the policy takes effect it is announced.
public struct NoticePeriods: Hashable, Sendable {
    /// Days for a change that collects more, for more purposes or for longer.
    public var major: Int
    /// Days for any other change that does not only collect less.
    public var other: Int

    public init(major: Int, other: Int) {
        self.major = major
        self.other = other
    }

    /// How many days before it counts a change is announced.
    public func days(before change: PolicyChange.Kind) -> Int {
        switch change {
        case .nothing, .less: 0
        case .other: other
        case .major: major
        }
    }
}
