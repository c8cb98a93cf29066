/// What the parsing of a line needs to know besides the line.
public struct LineOptions: Equatable, Sendable {
    /// UTC milliseconds, normally the present; lines dated more than a day later are rejected.
    public var latest: Int64
    /// The offset from UTC, in seconds, of times that are written without one.
    public var defaultOffset: Int
    /// Lines with more bytes than this are rejected unread.
    public var maximumLineBytes: Int

    public init(latest: Int64, defaultOffset: Int = 0, maximumLineBytes: Int = 1 << 20) {
        self.latest = latest
        self.defaultOffset = defaultOffset
        self.maximumLineBytes = maximumLineBytes
    }
}
