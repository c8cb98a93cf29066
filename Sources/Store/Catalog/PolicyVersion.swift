public import Events

/// A version of the policy that has ruled, rules or is announced, as the catalog keeps it.
public struct PolicyVersion: Hashable, Sendable {
    /// In the order in which versions were recorded, from 1.
    public let number: Int
    /// The digest of the policy; the same policy may come back as another version.
    public let digest: String
    /// The policy as the file that says it.
    public let text: String
    /// The day on which it was announced, or ruled at once.
    public let published: Day
    /// The day from which on it counts.
    public let effective: Day
    /// The day on which another version took the place of this one before its day had come.
    public let withdrawn: Day?

    public init(
        number: Int, digest: String, text: String, published: Day, effective: Day, withdrawn: Day? = nil
    ) {
        self.number = number
        self.digest = digest
        self.text = text
        self.published = published
        self.effective = effective
        self.withdrawn = withdrawn
    }
}
