/// What tells a sealed file from every other.
public struct SealedName: Hashable, Sendable {
    /// What lies in it: one of ``RetentionClass/sealed``.
    public let kind: RetentionClass
    /// The day that it is of: that of its lines or records, or on which a request or a correction was made.
    public let day: Day
    /// Under whose name it was written, and its number among that writer's files.
    public let writer: String
    public let sequence: Int

    public init(kind: RetentionClass, day: Day, writer: String, sequence: Int) {
        self.kind = kind
        self.day = day
        self.writer = writer
        self.sequence = sequence
    }

    /// The name in the day's folder.
    public var final: String { "\(writer)-\(sequence).sealed" }
}
