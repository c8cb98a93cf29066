/// How files are followed; all times are in milliseconds.
public struct FollowOptions: Sendable {
    /// How long a file that has lost its name to another must have been quiet before it is let go.
    ///
    /// Servers that restart gracefully write to the old file until the last of their old processes has ended.
    public var graceInterval: Int64 = 300_000
    /// Bytes that are read of one file before it is the next one's turn.
    public var turnBytes = 16 << 20

    public init() {}
}
