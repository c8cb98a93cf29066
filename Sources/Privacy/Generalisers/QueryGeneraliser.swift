/// Picks the values of the allowed parameters out of a request target's query and drops everything else.
///
/// Allowed are `utm_source`, `utm_medium`, `utm_campaign` and the site's own search parameter. A value is decoded, must
/// pass the detectors after every round of decoding, and is stored in lower case, trimmed, with at most 64 characters.
/// Of a parameter that comes twice the first counts.
public struct QueryGeneraliser: Sendable {
    private let searchParameter: String?

    /// - Parameter searchParameter: the name of the site's own search parameter, as it stands in its URLs.
    public init(searchParameter: String? = nil) {
        self.searchParameter = searchParameter
    }

    /// Calls `body` with each allowed parameter that has a value which may be stored, each parameter once at most.
    public func generalise(_ target: Span<UInt8>, _ body: (QueryParameter, Span<UInt8>) -> Void) {
        let range = RequestTarget(target).query
        guard !range.isEmpty else { return }
        let query = target.extracting(range)
        var seen = 0
        FormQuery.forEachPair(of: query) { name, value in
            guard let parameter = parameter(query.extracting(name)), seen & 1 << parameter.rawValue == 0 else {
                return true
            }
            seen |= 1 << parameter.rawValue
            var text: [UInt8] = []
            if FreeText.append(query.extracting(value), into: &text) { body(parameter, text.span) }
            return true
        }
    }

    private func parameter(_ name: Span<UInt8>) -> QueryParameter? {
        if name.count >= 10, name[0] == UInt8(ascii: "u") {
            if name.equals("utm_source") { return .utmSource }
            if name.equals("utm_medium") { return .utmMedium }
            if name.equals("utm_campaign") { return .utmCampaign }
        }
        guard let searchParameter, name.equals(searchParameter) else { return nil }
        return .searchWords
    }
}
