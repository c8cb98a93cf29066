import Events
import TestSupport

@testable import Privacy

/// A policy in the making, and single steps that only take away from what it lets through.
struct PolicySteps {
    private var options = PolicyOptions()
    private var fields: [EventColumn: Policy.Field]

    /// A policy that lets a lot through.
    init() {
        let security = Purpose("security")
        options.hosts = ["a.example", "b.example"]
        options.parameters = [.utmSource: ["utm_source", "from"], .searchWords: ["q"]]
        options.contentPatterns = ["/article/{n}", "/view?no"].compactMap { ContentPattern($0) }
        options.networkBits.v4 = 24
        options.postalCharacters = 4
        options.ageBand = 5
        options.placesPath = "/a"
        options.purposes[security] = "Finding misuse."
        options.vault.exact = true
        for approval in Approval.allCases { options.approvals[approval] = 1 }
        options.requests.due = .months(6)
        for kind in RetentionClass.allCases { options.retention[kind] = .unlimited }
        fields = Dictionary(
            uniqueKeysWithValues: EventColumn.all.map {
                ($0, Policy.Field($0.rules[0], for: $0 == .text(.path) ? security : .statistics))
            })
    }

    var policy: Policy { get throws { try Policy(site: "s", options: options, fields: fields) } }

    /// Takes one step, which may change nothing if there is no more to take away.
    mutating func takeAway(_ random: inout SplitMix64) {
        switch Int.random(in: 0..<18, using: &random) {
        case 0...2:
            let column = EventColumn.all.randomElement(using: &random)
            // These two guard what is released.
            if let column, column != .identity(.network), column != .flag(.robot) { fields[column] = nil }
        case 3: options.threshold += 1
        case 4: options.networkBits.v4 = max(8, options.networkBits.v4 - 1)
        case 5: options.networkBits.v6 = max(16, options.networkBits.v6 - 8)
        case 6: options.postalCharacters = max(1, options.postalCharacters - 1)
        case 7: options.ageBand = options.ageBand < 45 ? (options.ageBand == 5 ? 15 : 45) : 45
        case 8: options.hosts = Array(options.hosts.dropLast())
        case 9: options.parameters[.utmSource] = Array((options.parameters[.utmSource] ?? []).dropFirst())
        case 10: options.contentPatterns = Array(options.contentPatterns.dropFirst())
        case 11:
            options.eventNames = options.eventNames.isEmpty ? ["open", "close"] : Array(options.eventNames.prefix(1))
        case 12:
            let notice = options.notice ?? NoticePeriods(major: 0, other: 0)
            options.notice = NoticePeriods(major: notice.major + 7, other: notice.other)
        case 13: options.vault.exact = false
        case 14: options.vault.redact.append("name\(options.vault.redact.count)")
        case 15: options.approvals[Approval.allCases.randomElement(using: &random) ?? .hold] = 2
        case 16: options.requests.due = options.requests.due == .months(6) ? .months(1) : .days(10)
        default:
            let kind = RetentionClass.allCases.randomElement(using: &random) ?? .raw
            let terms: [RetentionTerm] = [
                .unlimited, .months(14), .months(13), .days(360), .months(3), .days(30), .none,
            ]
            let shorter = terms.drop { $0 != options.retention[kind] }.dropFirst()
            options.retention[kind] = shorter.first ?? .none
        }
    }
}
