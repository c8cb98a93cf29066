/// How far the reading of one input has come.
public struct IngestProgress: Sendable {
    public let path: String
    /// Lines read so far.
    public let lines: Int
    /// Bytes of the input, as it lies on disk, that have been used.
    public let bytes: Int64
    /// The size of the input on disk; nil for a pipe.
    public let size: Int64?
    /// Milliseconds since the reading began.
    public let elapsed: Int64
}
