import Events
import Privacy

/// Writes a policy as the file that would say it, every setting explained.
enum PolicyText {
    private static let head = """
        # What may be collected on this store, why, what is stored of it, and for how long. `footfall policy check` says
        # what is wrong with it, `footfall explain` what it makes of a line. How Footfall works is decided in footfall.yaml.

        """

    static func yaml(_ policy: Policy) -> String {
        let values = values(policy)
        return head
            + PolicyDraft.keys.map { key in
                let lines = values[key.name] ?? []
                let explanation = key.explanation.split(separator: "\n").map { "# \($0)\n" }.joined()
                guard lines.count == 1, let line = lines.first, !line.hasPrefix(" ") else {
                    return "\n\(explanation)\(key.name):\n" + lines.map { $0 + "\n" }.joined()
                }
                return "\n\(explanation)\(key.name): \(line)\n"
            }.joined()
    }

    /// For each setting its value, or the lines below its name, indented.
    private static func values(_ policy: Policy) -> [String: [String]] {
        let options = policy.options
        return [
            "site": [quoted(policy.site)],
            "hosts": [list(options.hosts)],
            "purposes": options.purposes.sorted { $0.key.name < $1.key.name }.map {
                "  \(quoted($0.key.name)): \(quoted($0.value))"
            },
            "fields": EventColumn.all.compactMap { column in policy.field(column).map { line(column, $0) } },
            "k": [String(options.threshold)],
            "visit_gap": [QuantityText.duration(Int64(options.visitGap) * 1000)],
            "parameters": QueryParameter.allCases.map { "  \($0.columnName): \(list(options.parameters[$0] ?? []))" },
            "content_ids": [list(options.contentPatterns.map(\.text))],
            "event_names": [list(options.eventNames)],
            "click_targets": [list(options.clickTargets)],
            "user_ids": [options.ignoresUserCase ? "any-case" : "exact"],
            "networks": [
                "  ipv4: \(options.networkBits.v4)", "  ipv6: \(options.networkBits.v6)",
                "  required: \(options.requiresNetworks)",
            ],
            "postal_characters": [String(options.postalCharacters)],
            "age_band": [String(options.ageBand)],
            "places": [options.placesPath.map(quoted) ?? "none"],
            "retention": RetentionClass.settable.map { "  \($0.rawValue): \(options.retention[$0])" }
                + ["  basis: \(options.retention.basis.rawValue)"],
            "vault": ["  exact: \(options.vault.exact)", "  redact: \(list(options.vault.redact))"],
            "approvals": Approval.allCases.map { "  \($0.rawValue): \(options.approvals[$0])" },
            "requests": [
                "  due: \(options.requests.due)", "  withdrawals: \(options.requests.withdrawals.rawValue)",
            ],
            "notice": [options.notice.map { "{major: \($0.major)d, other: \($0.other)d}" } ?? "none"],
        ]
    }

    private static func line(_ column: EventColumn, _ field: Policy.Field) -> String {
        field.purpose == .statistics
            ? "  \(column.name): \(field.rule.rawValue)"
            : "  \(column.name): {rule: \(field.rule.rawValue), purpose: \(quoted(field.purpose.name))}"
    }

    private static func list(_ texts: [String]) -> String {
        "[" + texts.map(quoted).joined(separator: ", ") + "]"
    }

    /// A text as it is where YAML takes it for nothing else, in quotes elsewhere.
    private static func quoted(_ text: String) -> String {
        let isPlain =
            text.utf8.first.map { (0x61...0x7A).contains($0 | 0x20) } == true
            && text.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x2E || byte == 0x2D
                    || byte == 0x5F
            } && !["null", "none"].contains(text.lowercased())
        return isPlain ? text : JSONText.quoted(text)
    }
}
