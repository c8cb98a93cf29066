/// A query parameter whose value may be stored.
public enum QueryParameter: Int, CaseIterable, Sendable {
    case utmSource, utmMedium, utmCampaign
    /// The site's own search parameter, whose name the policy gives.
    case searchWords
}
