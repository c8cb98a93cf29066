/// How many leading bits of an address make a network.
public struct NetworkBits: Hashable, Sendable {
    public static let allowedV4 = 8...24
    public static let allowedV6 = 16...48

    public var v4 = 24
    public var v6 = 48

    public init() {}
}
