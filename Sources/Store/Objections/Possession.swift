public import Events

/// A path that somebody was told to ask for, to prove that an identifier is theirs, and what has been seen of it.
public struct Possession: Hashable, Sendable {
    /// The request that is to be proved.
    public let request: Int64
    /// The path.
    public let path: SubjectTag
    /// Until when the path counts, in UTC milliseconds, inclusive.
    public let until: Int64
    /// The identifiers that are to be proved; for those that were seen with the path in time, the time of the line in UTC
    /// milliseconds.
    public let identifiers: [SubjectTag: Int64?]
    /// When a line in time asked for the path without any of the identifiers, in UTC milliseconds; nil if none has.
    public let seenWithout: Int64?

    public init(
        request: Int64, path: SubjectTag, until: Int64, identifiers: [SubjectTag: Int64?], seenWithout: Int64? = nil
    ) {
        self.request = request
        self.path = path
        self.until = until
        self.identifiers = identifiers
        self.seenWithout = seenWithout
    }

    /// When the path was first seen with one of the identifiers; nil if it has not been.
    public var seen: Int64? { identifiers.values.compactMap(\.self).min() }
}
