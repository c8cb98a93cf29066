/// What the parsing of a line needs to know besides the line.
public struct LineOptions: Equatable, Sendable {
    /// UTC milliseconds, normally the present; lines dated more than a day later are rejected.
    public var latest: Int64
    /// The zone of times that are written without one.
    public var zone: ZoneOffsets
    /// Lines with more bytes than this are rejected unread.
    public var maximumLineBytes: Int
    /// One's own proxies, whose word is taken for whom they speak for; see ``ClientResolver``.
    public var trustedProxies: [AddressBlock]

    public init(
        latest: Int64, zone: ZoneOffsets = .utc, maximumLineBytes: Int = 1 << 20, trustedProxies: [AddressBlock] = []
    ) {
        self.latest = latest
        self.zone = zone
        self.maximumLineBytes = maximumLineBytes
        self.trustedProxies = trustedProxies
    }
}
