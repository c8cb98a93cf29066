extension Policy {
    /// The built-in policy, safe and useful as it stands: every column of an access log's event, for statistics, k =
    /// 10, visits that end after 30 minutes.
    public static func standard(site: String, hosts: [String] = [], searchParameter: String? = nil) -> Policy {
        let fields = EventColumn.all.map { ($0, Field($0.rule)) }
        do {
            return try Policy(
                site: site, hosts: hosts, searchParameter: searchParameter,
                fields: Dictionary(uniqueKeysWithValues: fields))
        } catch {
            preconditionFailure("each column has the rule that fits it")
        }
    }
}
