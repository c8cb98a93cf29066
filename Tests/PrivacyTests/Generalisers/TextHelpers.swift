@testable import Privacy

/// The bytes that a generaliser appended, as text; nil where it appended nothing.
func templated(_ target: String) -> String? {
    templated(Array(target.utf8)).map { String(decoding: $0, as: UTF8.self) }
}

func templated(_ target: [UInt8]) -> [UInt8]? {
    var result: [UInt8] = []
    return PathGeneraliser().generalise(target.span, into: &result) ? result : nil
}

func kind(_ text: String) -> IdentifierKind? {
    let bytes = Array(text.utf8)
    return Detectors.kind(bytes.span)
}

/// Parameter values that survive, keyed by parameter.
func queryValues(_ target: [UInt8], searchParameter: String? = nil) -> [QueryParameter: [UInt8]] {
    var values: [QueryParameter: [UInt8]] = [:]
    var names = PolicyOptions.standardParameters
    names[.searchWords] = searchParameter.map { [$0] } ?? []
    QueryGeneraliser(names).generalise(target.span) { parameter, value in
        var bytes: [UInt8] = []
        for index in 0..<value.count { bytes.append(value[index]) }
        values[parameter] = bytes
    }
    return values
}

/// What survives of a referrer.
struct KeptReferrer: Equatable {
    var kind: ReferrerKind?
    var source: String?
    var domain = ""
    var keyword = ""

    init(_ kind: ReferrerKind?, _ domain: String = "", source: String? = nil, keyword: String = "") {
        self.kind = kind
        self.source = source
        self.domain = domain
        self.keyword = keyword
    }

    init(of referrer: [UInt8], ownHosts: [String] = []) {
        var domain: [UInt8] = []
        var keyword: [UInt8] = []
        let found = ReferrerGeneraliser(ownHosts: ownHosts).generalise(
            referrer.span, domain: &domain, keyword: &keyword)
        kind = found?.kind
        source = found?.source
        self.domain = String(decoding: domain, as: UTF8.self)
        self.keyword = String(decoding: keyword, as: UTF8.self)
    }
}

/// Valid UTF-8 without C0, DEL and C1.
func isClean(_ bytes: [UInt8]) -> Bool {
    guard let text = String(validating: bytes, as: UTF8.self) else { return false }
    return text.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
}
