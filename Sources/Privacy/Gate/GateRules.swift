internal import Events

/// The policy with the generalisers that carry it out, made once per gate.
struct GateRules: Sendable {
    let policy: Policy
    let paths: PathGeneraliser
    let queries: QueryGeneraliser
    let referrers: ReferrerGeneraliser
    let agents = AgentClassifier()
    let events: TelemetryNames
    let elements: TelemetryNames
    let names = TelemetryNames()
    let postalAreas: PostalArea
    let networks: AddressGeneraliser
    let places: PlaceDatabase?
    private let foreignHosts = HostGeneraliser()
    private let ownHosts: Set<[UInt8]>

    init(_ policy: Policy, places: PlaceDatabase?) {
        self.policy = policy
        self.places = places
        events = TelemetryNames(policy.options.eventNames)
        elements = TelemetryNames(policy.options.clickTargets)
        postalAreas = PostalArea(kept: policy.options.postalCharacters)
        networks =
            AddressGeneraliser(v4: policy.options.networkBits.v4, v6: policy.options.networkBits.v6)
            ?? AddressGeneraliser()
        paths = PathGeneraliser(contentPatterns: policy.options.contentPatterns)
        queries = QueryGeneraliser(policy.options.parameters)
        referrers = ReferrerGeneraliser(ownHosts: policy.options.hosts)
        ownHosts = Set(policy.options.hosts.map { $0.utf8.map(ASCII.lowercased) })
    }

    /// One of the policy's own hosts as it is, in lower case and without port; else the registrable domain.
    func host(_ host: Span<UInt8>, into result: inout [UInt8]) -> Bool {
        if let range = HostName.range(inAuthority: host) {
            let name = range.map { ASCII.lowercased(host[$0]) }
            if ownHosts.contains(name) {
                result.append(contentsOf: name)
                return true
            }
        }
        return foreignHosts.generalise(host, into: &result)
    }
}
