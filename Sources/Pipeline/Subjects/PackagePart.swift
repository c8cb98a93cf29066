import Events

/// Lines of a package that come from one place: so many, behind those of the parts before.
public struct PackagePart: Hashable, Codable, Sendable {
    /// The day of the lines, as `2026-03-01`.
    public let day: String
    /// ``Events/RetentionClass`` by name: `raw`, or that of the hold that keeps them.
    public let kept: String
    /// The number of the hold; nil if none keeps them.
    public let hold: Int?
    /// The name of the log.
    public let source: String
    public internal(set) var lines: Int

    enum CodingKeys: String, CodingKey {
        case day, hold, source, lines
        case kept = "class"
    }

    /// Whether lines of both come from the same place.
    func isSamePlace(as other: PackagePart) -> Bool {
        (day, kept, source) == (other.day, other.kept, other.source) && hold == other.hold
    }
}
