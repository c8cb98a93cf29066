public import Events

/// A line in time that asked for the path of a ``Possession``.
public struct PossessionSighting: Hashable, Sendable {
    public let request: Int64
    public let path: SubjectTag
    /// The time of the line, in UTC milliseconds.
    public let time: Int64
    /// Those of the identifiers to be proved that the line has.
    public let identifiers: Set<SubjectTag>

    public init(request: Int64, path: SubjectTag, time: Int64, identifiers: Set<SubjectTag>) {
        self.request = request
        self.path = path
        self.time = time
        self.identifiers = identifiers
    }
}
