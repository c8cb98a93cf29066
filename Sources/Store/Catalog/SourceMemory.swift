public import Events

/// What is remembered of a source between runs.
public struct SourceMemory: Sendable {
    public let name: String
    public let key: ContentKeyName
    /// The tags of the last committed lines, oldest first, at most 64.
    public let tail: [Fingerprint]
    /// The name of the format that `auto` chose.
    public let format: String

    public init(name: String, key: ContentKeyName, tail: [Fingerprint], format: String) {
        self.name = name
        self.key = key
        self.tail = tail
        self.format = format
    }
}
