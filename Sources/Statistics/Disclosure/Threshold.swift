/// How many people, from how many networks, have to stand behind a number before it is shown.
public struct Threshold: Hashable, Sendable {
    /// k: the least number of visitors.
    public let visitors: Int
    /// The least number of networks, 0 where networks do not count (an intranet is one network).
    public let networks: Int

    /// - Parameters:
    ///   - k: the least number of visitors; taken as 3 if it is lower.
    ///   - networks: whether the visitors must come from several networks, max(3, k/2) rounded up: ten cookies of one
    ///     household are not ten people.
    public init(k: Int = 10, networks: Bool = true) {
        visitors = max(3, k)
        self.networks = networks ? max(3, (visitors + 1) / 2) : 0
    }
}
