/// That a handful of addresses send nearly all lines: they may be proxies, and the people behind them be taken for one.
public struct ProxyHint: Equatable, Sendable {
    /// How many they are; which ones is not told.
    public let addresses: Int
    /// Their part of the lines, from 0 to 1.
    public let share: Double

    /// No hint is given for fewer lines.
    static let leastLines = 1000
    /// More addresses are no handful.
    static let mostAddresses = 8
    /// A smaller part of the lines is not nearly all.
    static let leastShare = 0.9
}
