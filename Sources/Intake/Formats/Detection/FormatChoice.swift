/// The formats that were found to match a log.
public struct FormatChoice: Sendable {
    /// The format of most lines first, then those of the others; each line is tried with them in this order.
    public let formats: [LogFormat]
    /// The lines that were looked at, and how many of them match one of the formats.
    public let lines: Int
    public let matching: Int
}
