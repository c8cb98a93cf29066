/// Where the lines of a frame come from, and when they came.
public struct FrameLabel: Hashable, Sendable {
    /// The number of their source in the catalog.
    public var source: UInt32
    /// The number of what they were parsed with in the catalog.
    public var context: UInt32
    /// When the first of them came, in milliseconds since 1970.
    public var arrival: Int64
    /// How many they are.
    public var lines: UInt32

    public init(source: UInt32, context: UInt32, arrival: Int64, lines: UInt32) {
        self.source = source
        self.context = context
        self.arrival = arrival
        self.lines = lines
    }
}
