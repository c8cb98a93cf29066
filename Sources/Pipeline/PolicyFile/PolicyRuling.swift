public import Events
public import Privacy

/// The policy that rules in a store on a day, and what that means for `policy.yaml`.
public struct PolicyRuling: Sendable {
    /// Whether `policy.yaml` rules.
    public enum Standing: Hashable, Sendable {
        case rules
        /// It is announced, and counts from this day on.
        case announced(Day)
        /// It has changed, and the people whom the data is about have not been told.
        case unpublished
    }

    public let policy: Policy
    /// The digest of ``policy``.
    public let digest: String
    /// The day from which on it has ruled.
    public let since: Day
    public let standing: Standing

    /// A line for people, if something else rules than `policy.yaml` says.
    public var remark: String? {
        switch standing {
        case .rules: nil
        case .announced(let day):
            "policy: version \(digest.prefix(16)) of \(since) rules until \(day); policy.yaml counts from then"
        case .unpublished:
            "policy: version \(digest.prefix(16)) of \(since) rules; policy.yaml has changed and is not published:"
                + " run `footfall policy publish`"
        }
    }
}
