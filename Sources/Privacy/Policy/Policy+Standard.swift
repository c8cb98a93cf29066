extension Policy {
    /// The built-in policy, safe and useful as it stands: the columns of an access log's event, for statistics, k = 10,
    /// visits that end after 30 minutes.
    ///
    /// What people are (age, gender, occupation, postal area) and addresses in any form are not among them.
    public static func standard(site: String, options: PolicyOptions = PolicyOptions()) -> Policy {
        let fields = EventColumn.all.filter(\.isStandard).map { ($0, Field($0.rules[0])) }
        do {
            return try Policy(site: site, options: options, fields: Dictionary(uniqueKeysWithValues: fields))
        } catch {
            preconditionFailure("each column has a rule that fits it, and the bounds are the caller's own")
        }
    }

    /// The built-in policy of a site with its own hosts and search.
    public static func standard(site: String, hosts: [String], searchParameter: String? = nil) -> Policy {
        var options = PolicyOptions()
        options.hosts = hosts
        options.parameters[.searchWords] = searchParameter.map { [$0] } ?? []
        return standard(site: site, options: options)
    }
}
