public import Events
public import Privacy

/// What a publication of the policy came to.
public struct PolicyPublication: Sendable {
    /// What differs from the version that rules; nil for the first version of a store.
    public let change: PolicyChange?
    public let digest: String
    /// The day from which on `policy.yaml` counts.
    public let effective: Day
    /// The digest of the version that rules until then; the policy's own if it rules.
    public let ruling: String
    /// The days of notice that the ruling version promises for such a change.
    public let notice: Int
    /// Whether the version has been recorded now, not before.
    public let isNew: Bool
    /// Whether it rules today.
    public let rules: Bool
}
