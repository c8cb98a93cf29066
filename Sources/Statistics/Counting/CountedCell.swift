/// One measure of one row: its sum, and the people behind it as far as the threshold needs to know them.
public struct CountedCell: Hashable, Sendable {
    /// Sum over all rows, those without a visitor included; it saturates, since a log may claim any number of bytes.
    public var sum: Int64
    /// How many distinct visitors contributed.
    public var visitors: Int
    /// The largest sum of one visitor.
    public var largest: Int64
    /// The number of the visitor with the largest sum, `UInt32.max` if nobody contributed.
    public var heaviest: UInt32
    /// Nobody but the heaviest has more than this.
    public var second: Int64
    /// The number of the visitor who has, `UInt32.max` if nobody is known to.
    public var runnerUp: UInt32
    /// The numbers of up to `threshold.visitors` visitors; of all, where there are fewer.
    public var visitorSet: [UInt32]
    /// The numbers of up to `threshold.networks` networks of the visitors; of all, where there are fewer.
    public var networkSet: [UInt32]

    public init(
        sum: Int64, visitors: Int, largest: Int64, heaviest: UInt32, second: Int64, runnerUp: UInt32,
        visitorSet: [UInt32], networkSet: [UInt32]
    ) {
        self.sum = sum
        self.visitors = visitors
        self.largest = largest
        self.heaviest = heaviest
        self.second = second
        self.runnerUp = runnerUp
        self.visitorSet = visitorSet
        self.networkSet = networkSet
    }

    /// A measure that nothing was counted of.
    public static let zero = CountedCell(
        sum: 0, visitors: 0, largest: 0, heaviest: .max, second: 0, runnerUp: .max, visitorSet: [], networkSet: [])
}
