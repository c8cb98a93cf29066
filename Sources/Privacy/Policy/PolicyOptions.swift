/// What a policy says besides its fields: lists, bounds and terms, each with its default.
public struct PolicyOptions: Hashable, Sendable {
    /// The site's own host names, lower case.
    public var hosts: [String] = []
    /// k: how many visitors must stand behind a released number.
    public var threshold = 10
    /// Seconds without a page view after which a visit has ended.
    public var visitGap = 1800
    /// The names of the query parameters whose values may be stored, each for its column.
    public var parameters = PolicyOptions.standardParameters
    /// Paths whose numbers name content and not people.
    public var contentPatterns: [ContentPattern] = []
    /// The names of telemetry events that are stored; if there are none, words that no detector takes for an identifier.
    public var eventNames: [String] = []
    /// The names of clicked elements that are stored; if there are none, words that no detector takes for an identifier.
    public var clickTargets: [String] = []
    /// Whether user ids that differ in case are one.
    public var ignoresUserCase = false
    /// Leading bits of IPv4 and IPv6 addresses that make a network.
    public var networkBits = NetworkBits()
    /// Whether a released number must stand on several networks, too; not on an intranet, which is one.
    public var requiresNetworks = true
    /// Leading characters of a postal code that make an area.
    public var postalCharacters = 3
    /// Years of age in a band.
    public var ageBand = 10
    /// The file that tells country and region of an address.
    public var placesPath: String?
    /// What each purpose is, for the people whom the data is about.
    public var purposes: [Purpose: String] = [.statistics: "Counting visits and page views, to improve the service."]
    public var retention = Retention()
    public var vault = VaultOptions()
    public var approvals = Approvals()
    public var requests = RequestOptions()
    /// Nil if changes take effect at once.
    public var notice: NoticePeriods?

    public init() {}

    /// The parameters of campaigns, as they are commonly named.
    public static let standardParameters: [QueryParameter: [String]] = [
        .utmSource: ["utm_source"], .utmMedium: ["utm_medium"], .utmCampaign: ["utm_campaign"], .searchWords: [],
    ]
}
