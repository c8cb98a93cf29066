internal import Crypto
internal import Events

extension Policy {
    /// The policy as text, the same for equal policies: one line per setting, lists and columns in fixed order.
    ///
    /// The file of places is not part of it: where it lies says nothing about what is collected.
    public var canonicalText: String {
        var lines = ["footfall policy 1", "site \(quoted(site))", "k \(threshold)", "visit_gap_s \(visitGap)"]
        lines += options.hosts.sorted().map { "host \(quoted($0))" }
        for parameter in QueryParameter.allCases {
            for name in (options.parameters[parameter] ?? []).sorted() {
                lines.append("parameter \(parameter.column.name) \(quoted(name))")
            }
        }
        lines += options.contentPatterns.map(\.text).sorted().map { "content \(quoted($0))" }
        lines += options.eventNames.sorted().map { "event \(quoted($0))" }
        lines += options.clickTargets.sorted().map { "element \(quoted($0))" }
        if options.ignoresUserCase { lines.append("user_case ignored") }
        lines.append("network_bits \(options.networkBits.v4) \(options.networkBits.v6)")
        // Told only where it differs: it came later, and policies on record keep their digests.
        if !options.requiresNetworks { lines.append("networks_required no") }
        lines.append("postal_characters \(options.postalCharacters)")
        lines.append("age_band \(options.ageBand)")
        if options.placesPath != nil { lines.append("places") }
        lines += keptClasses.map { "keep \($0.rawValue) \(options.retention[$0])" }
        lines.append("basis \(options.retention.basis.rawValue)")
        lines +=
            options.vault.exact ? ["vault exact"] : Set(options.vault.redact).sorted().map { "redact \(quoted($0))" }
        lines += requestLines
        if let notice = options.notice { lines.append("notice \(notice.major) \(notice.other)") }
        for (purpose, meaning) in options.purposes.sorted(by: { $0.key.name < $1.key.name }) {
            lines.append("purpose \(quoted(purpose.name)) \(quoted(meaning))")
        }
        for column in EventColumn.all {
            guard let field = field(column) else { continue }
            lines.append("field \(column.name) \(field.rule.rawValue) \(quoted(field.purpose.name))")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// How requests are handled, as far as it differs from what is built in: it came later, too.
    private var requestLines: [String] {
        let (own, standard) = (options, PolicyOptions())
        var lines = Approval.allCases.filter { own.approvals[$0] != standard.approvals[$0] }.map {
            "approvals \($0.rawValue) \(own.approvals[$0])"
        }
        if own.requests.due != standard.requests.due { lines.append("requests_due \(own.requests.due)") }
        if own.requests.withdrawals != standard.requests.withdrawals {
            lines.append("withdrawals \(own.requests.withdrawals.rawValue)")
        }
        return lines
    }

    /// The classes that are told: a class that came later is left out with its built-in term, so that policies from before it
    /// keep their digests.
    private var keptClasses: [RetentionClass] {
        RetentionClass.settable.filter { kind in
            kind != .corrections || options.retention[kind] != Retention.standard[kind]
        }
    }

    /// SHA-256 of ``canonicalText`` in lower-case hexadecimal: what files name to say under which policy they were
    /// made.
    public var digest: String {
        var hash = SHA256()
        hash.update(data: Array(canonicalText.utf8))
        return hash.finalize().map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }

    /// Text in quotes in which no line can end.
    private func quoted(_ text: String) -> String {
        text.debugDescription
    }
}
