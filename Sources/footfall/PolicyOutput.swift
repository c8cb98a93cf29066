import Pipeline

/// What the commands of `policy` print.
enum PolicyOutput {
    static func text(_ check: PolicyCheck) -> String {
        """
        \(check.path): good
        stores \(check.columns.count) columns for \(check.purposes.joined(separator: ", ")); k = \(check.threshold)
        digest \(check.digest)

        """ + check.remarks.map { "note: \($0)\n" }.joined()
    }

    static func json(_ check: PolicyCheck) -> String {
        JSONText.object([
            ("file", JSONText.quoted(check.path)), ("digest", JSONText.quoted(check.digest)),
            ("columns", JSONText.array(check.columns.map(JSONText.quoted))),
            ("notes", JSONText.array(check.remarks.map(JSONText.quoted))),
        ]) + "\n"
    }

    static func text(_ outcomes: [PolicyCases.Outcome], path: String) -> String {
        let failed = outcomes.filter { !$0.differences.isEmpty }
        let lines = failed.flatMap { outcome in
            outcome.differences.map { "\(path):\(outcome.line): case \(outcome.number): \($0)\n" }
        }
        return lines.joined() + "\(outcomes.count - failed.count) of \(outcomes.count) cases hold\n"
    }

    static func json(_ outcomes: [PolicyCases.Outcome]) -> String {
        outcomes.map { outcome in
            JSONText.object([
                ("case", String(outcome.number)), ("line", String(outcome.line)),
                ("holds", String(outcome.differences.isEmpty)),
                ("differences", JSONText.array(outcome.differences.map(JSONText.quoted))),
            ]) + "\n"
        }.joined()
    }

    static func text(_ suggestion: PolicySuggestion) -> String {
        var text = "# From \(suggestion.lines) lines. Look through it before you paste it into policy.yaml.\n"
        text += section("hosts", suggestion.hostFindings, "Hosts of the log; keep your own.")
        text += section(
            "content_ids", suggestion.contentFindings,
            "Here a number would become {id}. Keep what names content, never what names people or orders.")
        text += section("event_names", suggestion.eventFindings, "Names of events.")
        text += section(
            "trusted_proxies", suggestion.proxyFindings,
            "For footfall.yaml: these hand on the requests of many others. Keep those that are your own proxies.",
            isCommented: true)
        let parameters = suggestion.parameterFindings
        if !parameters.isEmpty {
            text += "\n# Parameters that carry words. Name those of your own search under search_words.\nparameters:\n"
            text += "  search_words: []\n"
            text += parameters.map { "    # \($0.text)  (\($0.lines) lines, \($0.values) values)\n" }.joined()
        }
        return text
    }

    /// - Parameter isCommented: whether it belongs into another file.
    private static func section(
        _ name: String, _ findings: [PolicySuggestion.Finding], _ advice: String, isCommented: Bool = false
    ) -> String {
        guard !findings.isEmpty else { return "" }
        let mark = isCommented ? "#" : ""
        return "\n# \(advice)\n\(mark)\(name):\n"
            + findings.map { finding in
                let values = finding.values > 0 ? ", \(finding.values) values" : ""
                return "\(mark)  - \(JSONText.quoted(finding.text))  # \(finding.lines) lines\(values)\n"
            }.joined()
    }

    static func json(_ suggestion: PolicySuggestion) -> String {
        func list(_ findings: [PolicySuggestion.Finding]) -> String {
            JSONText.array(
                findings.map {
                    JSONText.object([
                        ("text", JSONText.quoted($0.text)), ("lines", String($0.lines)), ("values", String($0.values)),
                    ])
                })
        }
        return JSONText.object([
            ("lines", String(suggestion.lines)), ("trusted_proxies", list(suggestion.proxyFindings)),
            ("hosts", list(suggestion.hostFindings)),
            ("content_ids", list(suggestion.contentFindings)), ("event_names", list(suggestion.eventFindings)),
            ("parameters", list(suggestion.parameterFindings)),
        ]) + "\n"
    }
}
