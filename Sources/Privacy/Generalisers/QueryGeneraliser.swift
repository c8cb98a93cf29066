/// Picks the values of the allowed parameters out of a request target's query and drops everything else.
///
/// Allowed are the names that the policy lists, each for a column; names are compared as they decode. A value is
/// decoded, must pass the detectors after every round of decoding, and is stored in lower case, trimmed, with at most 64
/// characters. Of a parameter that comes twice the first counts.
public struct QueryGeneraliser: Sendable {
    private let names: [(name: [UInt8], parameter: QueryParameter)]

    /// - Parameter names: the names of the parameters of each column, decoded or as they stand in URLs.
    public init(_ names: [QueryParameter: [String]] = PolicyOptions.standardParameters) {
        self.names = QueryParameter.allCases.flatMap { parameter in
            (names[parameter] ?? []).map { name in
                var decoded: [UInt8] = []
                PercentEncoding.decode(Array(name.utf8).span, plusIsSpace: true, into: &decoded)
                return (decoded, parameter)
            }
        }
    }

    /// Calls `body` with each allowed parameter that has a value which may be stored, each parameter once at most.
    public func generalise(_ target: Span<UInt8>, _ body: (QueryParameter, Span<UInt8>) -> Void) {
        let range = RequestTarget(target).query
        if !range.isEmpty { generalise(query: target.extracting(range), body) }
    }

    /// The same for a query alone, without its `?`.
    func generalise(query: Span<UInt8>, _ body: (QueryParameter, Span<UInt8>) -> Void) {
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
        for known in names where PercentEncoding.decodes(name, to: known.name, plusIsSpace: true) {
            return known.parameter
        }
        return nil
    }
}
