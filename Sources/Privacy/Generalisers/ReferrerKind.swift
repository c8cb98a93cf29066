/// Where a visitor came from.
public enum ReferrerKind: String, Hashable, Sendable, CaseIterable {
    /// The site itself.
    case `internal`
    case search
    case social
    /// Any other site.
    case external
    /// Something that names no site: an address, a name of a private network, no URL at all.
    case other
}
