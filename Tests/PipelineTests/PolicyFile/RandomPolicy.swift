import Events
import Privacy
import TestSupport

/// Policies of all kinds that a file can say.
enum RandomPolicy {
    static func make(_ random: inout SplitMix64) throws -> Policy {
        let texts = ["a", "example.org", "null", "12", "- x", "a: b", "é\u{3042}", "#", "\"q\"", "it's", "true", "{n}"]
        func text() -> String { texts.randomElement(using: &random) ?? "a" }
        func some<Element>(_ all: [Element]) -> [Element] { all.filter { _ in Bool.random(using: &random) } }
        var options = PolicyOptions()
        options.hosts = some(["www.example.org", "a", "10.example"])
        options.threshold = .random(in: 3...1000, using: &random)
        options.visitGap = .random(in: 1...86_400, using: &random)
        for parameter in QueryParameter.allCases {
            options.parameters[parameter] = some(["q", "1", "null", "a b", "크"])
        }
        options.contentPatterns = some(["/article/{n}", "/board/view?no", "/{n}/a/{n}", "/a-b/{n}/"])
            .compactMap { ContentPattern($0) }
        options.eventNames = some(["open", "yes", "a:b", "12"])
        options.clickTargets = some(["#buy", "-", "~"])
        options.ignoresUserCase = .random(using: &random)
        options.networkBits.v4 = .random(in: NetworkBits.allowedV4, using: &random)
        options.networkBits.v6 = .random(in: NetworkBits.allowedV6, using: &random)
        options.requiresNetworks = .random(using: &random)
        options.postalCharacters = .random(in: 1...4, using: &random)
        options.ageBand = AgeBand.widths.randomElement(using: &random) ?? 10
        options.placesPath = some(["/a b", "/x: y"]).first
        let purposes = [Purpose.statistics] + some(["security", "null", "a: b"]).map { Purpose($0) }
        options.purposes = Dictionary(uniqueKeysWithValues: purposes.map { ($0, text()) })
        for kind in RetentionClass.settable {
            let terms: [RetentionTerm] = [.none, .unlimited, .days(1), .days(30), .months(1), .months(24)]
            options.retention[kind] = terms.randomElement(using: &random) ?? .none
        }
        if options.retention[.raw] != .none, options.retention[.rejects] != .none {
            options.retention[.rejects] = options.retention[.raw]
        }
        options.vault.exact = .random(using: &random)
        options.vault.redact = some(["pass*", "a-b", "1", "null", "x.y*"])
        for approval in Approval.allCases { options.approvals[approval] = .random(in: 1...2, using: &random) }
        options.requests.due = [.days(10), .months(1), .months(12)].randomElement(using: &random) ?? .days(1)
        options.requests.withdrawals = .random(using: &random) ? .trusted : .verified
        options.retention.basis = .random(using: &random) ? .law : .own
        if .random(using: &random) { options.notice = NoticePeriods(major: 30, other: 0) }
        let fields = some(EventColumn.all).map { column in
            (
                column,
                Policy.Field(
                    column.rules.randomElement(using: &random) ?? .drop,
                    for: purposes.randomElement(using: &random) ?? .statistics)
            )
        }
        return try Policy(
            site: text(), options: options, fields: Dictionary(uniqueKeysWithValues: fields))
    }
}
