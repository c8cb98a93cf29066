public import Events

/// Something by which a person who objects is known, and the lists on which it stands.
///
/// The list of objections has a revision, which every change raises. An objection counts for the lines that are let
/// through the gate under a revision from ``since`` up to, but not including, ``until``.
public struct Objection: Hashable, Sendable {
    /// The request that asks for it.
    public let request: Int64
    public let tag: SubjectTag
    /// The only day whose lines it counts for; nil for all days.
    public let day: Day?
    /// The first revision; 0 if the objection counts for lines as well that were there before it.
    public let since: Int64
    /// The first revision that it does not count for any more; nil while it counts.
    public let until: Int64?

    public init(request: Int64, tag: SubjectTag, day: Day?, since: Int64, until: Int64? = nil) {
        self.request = request
        self.tag = tag
        self.day = day
        self.since = since
        self.until = until
    }
}
