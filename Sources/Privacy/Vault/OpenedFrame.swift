/// What was in a frame.
public struct OpenedFrame: Sendable {
    /// The frame's place in its file, counted from 0.
    public let index: Int
    public let label: FrameLabel
    /// Whole lines, each with its line feed.
    public let lines: [UInt8]
}
