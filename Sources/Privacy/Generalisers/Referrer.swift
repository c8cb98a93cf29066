/// What is kept of one referrer, besides the domain and the keyword.
public struct Referrer: Hashable, Sendable {
    public let kind: ReferrerKind
    /// The name of the search engine or social network ("Google", "Naver"); nil for other sites.
    public let source: String?

    public init(kind: ReferrerKind, source: String? = nil) {
        self.kind = kind
        self.source = source
    }
}
