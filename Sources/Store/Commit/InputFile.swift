public import Events

/// A file that lines came from, remembered because the lines in it outlive what was sealed of them.
public struct InputFile: Hashable, Sendable {
    /// The absolute path at which it was read.
    public let path: String
    /// The days that it has lines of.
    public let days: Set<Day>

    public init(path: String, days: Set<Day>) {
        self.path = path
        self.days = days
    }
}
