internal import Crypto

extension Policy {
    /// The policy as text, the same for equal policies: one line per setting, lists and columns in fixed order.
    public var canonicalText: String {
        var lines = ["footfall policy 1", "site \(quoted(site))", "k \(threshold)", "visit_gap_s \(visitGap)"]
        lines += hosts.sorted().map { "host \(quoted($0))" }
        if let searchParameter { lines.append("search_parameter \(quoted(searchParameter))") }
        for column in EventColumn.all {
            guard let field = field(column) else { continue }
            lines.append("field \(column.name) \(field.rule.rawValue) \(quoted(field.purpose.name))")
        }
        return lines.joined(separator: "\n") + "\n"
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
