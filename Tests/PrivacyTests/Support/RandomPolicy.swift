import Events
import TestSupport

@testable import Privacy

/// Policies with any columns, rules, purposes and options.
enum RandomPolicy {
    static func make(_ random: inout SplitMix64) throws -> Policy {
        let purposes = [Purpose.statistics, Purpose("security"), Purpose("research")]
        var fields: [EventColumn: Policy.Field] = [:]
        for column in EventColumn.all where Bool.random(using: &random) {
            let rules = column.rules + [.drop]
            fields[column] = Policy.Field(
                rules.randomElement(using: &random) ?? .drop, for: purposes.randomElement(using: &random) ?? .statistics
            )
        }
        let site = ["example.org", "example.net", "s"].randomElement(using: &random) ?? "s"
        return try Policy(site: site, options: options(&random), fields: fields)
    }

    static func options(_ random: inout SplitMix64) -> PolicyOptions {
        func some<Element>(_ all: [Element]) -> [Element] { all.filter { _ in Bool.random(using: &random) } }
        var options = PolicyOptions()
        options.hosts = some(["www.example.org", "www.zqhost.com"])
        options.threshold = .random(in: 3...50, using: &random)
        options.visitGap = .random(in: 1...86_400, using: &random)
        for parameter in QueryParameter.allCases {
            options.parameters[parameter] = some(["q", "page", "utm_source", "utm_medium", "utm_campaign"])
        }
        options.contentPatterns = some(["/article/{n}", "/board/view?no", "/{n}"]).compactMap { ContentPattern($0) }
        options.eventNames = some(["zqevent", "purchase"])
        options.clickTargets = some(["zqelement", "#buy"])
        options.ignoresUserCase = .random(using: &random)
        options.networkBits.v4 = .random(in: NetworkBits.allowedV4, using: &random)
        options.networkBits.v6 = .random(in: NetworkBits.allowedV6, using: &random)
        options.requiresNetworks = .random(using: &random)
        options.postalCharacters = .random(in: 1...4, using: &random)
        options.ageBand = AgeBand.widths.randomElement(using: &random) ?? 10
        return options
    }
}
