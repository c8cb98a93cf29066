/// What a field is used for; part of the derivation of its key, so that one purpose's pseudonyms are of no use to
/// another.
public struct Purpose: Hashable, Sendable {
    /// Counting visits and page views, the purpose of the built-in policy.
    public static let statistics = Purpose("statistics")

    public let name: String

    public init(_ name: String) {
        self.name = name
    }
}
